// SPDX-License-Identifier: Apache-2.0

/// A pattern for paths, with the meaning it has in a `.gitignore` file.
///
/// `*` and `?` stand for anything but a slash, `[a-z]` for a character, `**` for any number of folders.
/// A pattern with a slash before its end counts from the folder it is written in, another one
/// matches at any depth; a slash at the end stands for folders only.
public struct GlobPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String
  /// Whether only folders match.
  public let matchesOnlyFolders: Bool
  private let parts: [Part]

  /// One folder or file name of the pattern.
  private enum Part: Hashable {
    /// Any number of folders.
    case anyFolders
    /// A name.
    case name([Element])
  }

  private enum Element: Hashable {
    case byte(UInt8)
    case anyCharacter
    case anyCharacters
    case set([ClosedRange<UInt32>], isNegated: Bool)
  }

  /// Creates a pattern.
  public init(_ text: String) {
    self.text = text
    var pattern = Array(text.utf8)
    matchesOnlyFolders = pattern.count > 1 && pattern.last == UInt8(ascii: "/")
    if matchesOnlyFolders { pattern.removeLast() }
    let isAnchored = pattern.contains(UInt8(ascii: "/"))
    if pattern.first == UInt8(ascii: "/") { pattern.removeFirst() }
    if pattern.starts(with: [UInt8(ascii: "."), UInt8(ascii: "/")]) { pattern.removeFirst(2) }
    var parts: [Part] = isAnchored ? [] : [.anyFolders]
    for name in pattern.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true) {
      if name.elementsEqual("**".utf8) {
        if parts.last != .anyFolders { parts.append(.anyFolders) }
      } else {
        parts.append(.name(GlobPattern.elements(Array(name))))
      }
    }
    self.parts = parts
  }

  /// Whether a path, relative to the folder the pattern counts from, matches.
  public func matches(_ path: String, isFolder: Bool = false) -> Bool {
    if matchesOnlyFolders, !isFolder { return false }
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    return GlobPattern.match(parts[...], names[...])
  }

  /// Whether a path or a folder that holds it matches.
  public func matchesPathOrFolder(_ path: String) -> Bool {
    if matches(path) { return true }
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      if matches(String(folder), isFolder: true) { return true }
    }
    return false
  }

  private static func match(_ parts: ArraySlice<Part>, _ names: ArraySlice<[UInt8]>) -> Bool {
    guard let part = parts.first else { return names.isEmpty }
    switch part {
    case .anyFolders:
      let rest = parts.dropFirst()
      // At the end it stands for everything inside a folder, so at least one name.
      if rest.isEmpty { return !names.isEmpty }
      return names.indices.contains { match(rest, names[$0...]) }
    case .name(let elements):
      guard let name = names.first, match(elements[...], name[...]) else { return false }
      return match(parts.dropFirst(), names.dropFirst())
    }
  }

  private static func match(_ elements: ArraySlice<Element>, _ name: ArraySlice<UInt8>) -> Bool {
    // The last star is the only one that has to be tried again, so the time is at most quadratic.
    var element = elements.startIndex
    var index = name.startIndex
    var star: (element: Int, index: Int)?
    while index < name.endIndex {
      if element < elements.endIndex {
        if elements[element] == .anyCharacters {
          star = (element + 1, index)
          element += 1
          continue
        }
        if let length = length(of: elements[element], in: name, at: index) {
          element += 1
          index += length
          continue
        }
      }
      guard let last = star else { return false }
      element = last.element
      index = last.index + 1
      star = (last.element, index)
    }
    return elements[element...].allSatisfy { $0 == .anyCharacters }
  }

  /// How many bytes at an index one element takes, or `nil` if it does not match.
  private static func length(of element: Element, in name: ArraySlice<UInt8>, at index: Int) -> Int? {
    switch element {
    case .byte(let byte):
      return name[index] == byte ? 1 : nil
    case .anyCharacters:
      return nil
    case .anyCharacter:
      return character(in: name, at: index).length
    case .set(let ranges, let isNegated):
      let (value, length) = character(in: name, at: index)
      return ranges.contains { $0.contains(value) } != isNegated ? length : nil
    }
  }

  private static func character(in name: ArraySlice<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    var decoder = name[index...].makeIterator()
    var utf8 = UTF8()
    guard case .scalarValue(let scalar) = utf8.decode(&decoder) else { return (0xFFFD, 1) }
    return (scalar.value, UTF8.width(scalar))
  }

  private static func elements(_ pattern: [UInt8]) -> [Element] {
    var elements: [Element] = []
    var index = 0
    while index < pattern.count {
      let byte = pattern[index]
      switch byte {
      case UInt8(ascii: "*"):
        if elements.last != .anyCharacters { elements.append(.anyCharacters) }
        index += 1
      case UInt8(ascii: "?"):
        elements.append(.anyCharacter)
        index += 1
      case UInt8(ascii: "\\") where index + 1 < pattern.count:
        elements.append(.byte(pattern[index + 1]))
        index += 2
      case UInt8(ascii: "["):
        if let (set, end) = set(pattern, from: index) {
          elements.append(set)
          index = end
        } else {
          elements.append(.byte(byte))
          index += 1
        }
      default:
        elements.append(.byte(byte))
        index += 1
      }
    }
    return elements
  }

  /// The set that an opening bracket starts and the index behind it, or `nil` if it is not closed.
  private static func set(_ pattern: [UInt8], from start: Int) -> (Element, Int)? {
    let scalars = Array(String(decoding: pattern[(start + 1)...], as: UTF8.self).unicodeScalars)
    var index = 0
    let isNegated = scalars.first == "!" || scalars.first == "^"
    if isNegated { index = 1 }
    var ranges: [ClosedRange<UInt32>] = []
    let first = index
    while index < scalars.count {
      if scalars[index] == "]", index > first {
        let length = scalars[...index].reduce(0) { $0 + UTF8.width($1) }
        return (.set(ranges, isNegated: isNegated), start + 1 + length)
      }
      let low = scalars[index].value
      if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
        let high = scalars[index + 2].value
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }
}
