// SPDX-License-Identifier: Apache-2.0

internal import CopydeskYAML

/// The comments that belong to one unit.
struct UnitComments {
  var leading: [String] = []
  var trailing: [String] = []
}

/// Finds the comments of a YAML file, which libyaml passes over.
enum YAMLComments {
  /// The comments by the unit they belong to, and those behind everything.
  static func assigned(
    in bytes: [UInt8], root: YAMLNode, units: [Int]
  ) -> (comments: [Int: UnitComments], footer: [String]) {
    var scalars: [Range<Int>] = []
    collectScalars(of: root, into: &scalars)
    scalars.sort { $0.lowerBound < $1.lowerBound }
    // Units in file order; of several that start together the outermost comes first.
    let ordered = units.indices.filter { units[$0] != BlockBuilder.insideLine }
      .sorted { (units[$0], $0) < (units[$1], $1) }
    var comments: [Int: UnitComments] = [:]
    var footer: [String] = []
    var nextScalar = 0
    var index = 0
    var lineIsEmpty = true
    while index < bytes.count {
      while nextScalar < scalars.count, scalars[nextScalar].upperBound <= index { nextScalar += 1 }
      if nextScalar < scalars.count, scalars[nextScalar].contains(index) {
        lineIsEmpty = false
        index = scalars[nextScalar].upperBound
        continue
      }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        lineIsEmpty = true
      } else if byte == 0x23, index == 0 || bytes[index - 1] <= 0x20 || lineIsEmpty {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var trimmed = end
        while bytes[trimmed - 1] == 0x20 || bytes[trimmed - 1] == 0x09 { trimmed -= 1 }
        let text = String(decoding: bytes[index..<trimmed], as: UTF8.self)
        if lineIsEmpty {
          if let unit = ordered.first(where: { units[$0] > index }) {
            comments[unit, default: UnitComments()].leading.append(text)
          } else {
            footer.append(text)
          }
        } else if let unit = ordered.last(where: { units[$0] < index }) {
          comments[unit, default: UnitComments()].trailing.append(text)
        }
        index = end
        continue
      } else if byte != 0x20, byte != 0x09, byte != 0xEF, byte != 0xBB, byte != 0xBF {
        lineIsEmpty = false
      }
      index += 1
    }
    return (comments, footer)
  }

  private static func collectScalars(of node: YAMLNode, into scalars: inout [Range<Int>]) {
    switch node.content {
    case .scalar:
      if node.end.offset > node.start.offset { scalars.append(node.start.offset..<node.end.offset) }
    case .sequence(let items):
      for item in items { collectScalars(of: item, into: &scalars) }
    case .mapping(let entries):
      for entry in entries { collectScalars(of: entry.value, into: &scalars) }
    }
  }
}
