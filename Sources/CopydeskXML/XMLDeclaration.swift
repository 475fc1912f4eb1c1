// SPDX-License-Identifier: Apache-2.0

/// What the first line of an XML document says of it.
public enum XMLDeclaration {
  /// The encoding that the declaration of a document names, or `nil` if it names none.
  ///
  /// Whoever decodes a file asks this first: `<?xml version="1.0" encoding="windows-1252"?>` tells more
  /// than any guess. Only documents in an encoding that extends ASCII can be asked; others show by a byte
  /// order mark what they are, and one that claims to be another while its bytes are ASCII is not believed.
  public static func encoding(in bytes: [UInt8]) -> String? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes.dropFirst(start).prefix(256)
    guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = Array(head[head.startIndex..<end])
    let key = Array("encoding".utf8)
    guard
      var index = declaration.indices.first(where: { declaration[$0...].starts(with: key) }).map({ $0 + key.count })
    else { return nil }
    func skipSpace() {
      while index < declaration.count, declaration[index] <= 0x20 { index += 1 }
    }
    skipSpace()
    guard index < declaration.count, declaration[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skipSpace()
    guard index < declaration.count else { return nil }
    let quote = declaration[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      let close = declaration[(index + 1)...].firstIndex(of: quote), close > index + 1
    else { return nil }
    let name = String(decoding: declaration[(index + 1)..<close], as: UTF8.self)
    // A declaration that is read byte by byte is not in an encoding of two or four bytes.
    let isWide = ["utf-16", "utf16", "utf-32", "utf32", "ucs-"].contains { name.lowercased().hasPrefix($0) }
    return isWide || name.lowercased().hasPrefix("iso-10646-ucs") ? nil : name
  }
}
