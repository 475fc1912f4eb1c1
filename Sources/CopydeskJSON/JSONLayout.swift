// SPDX-License-Identifier: Apache-2.0

/// Lays JSON out for people.
public enum JSONLayout {
  /// Gives each member and item a line, indented by two spaces.
  ///
  /// - Parameter json: Valid JSON without white space between its tokens, as ``JSONWriter`` writes it.
  /// - Returns: The same JSON; the last line ends, too.
  public static func indented(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    func breakLine() {
      result.append(0x0A)
      result.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
    for (index, byte) in json.enumerated() {
      if isInString {
        result.append(byte)
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        result.append(byte)
        guard index + 1 < json.count, json[index + 1] != byte + 2 else { continue }
        depth += 1
        breakLine()
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if json[index - 1] != byte - 2 {
          depth -= 1
          breakLine()
        }
        result.append(byte)
      case UInt8(ascii: ","):
        result.append(byte)
        breakLine()
      case UInt8(ascii: ":"):
        result.append(byte)
        result.append(0x20)
      default:
        result.append(byte)
        isInString = byte == UInt8(ascii: "\"")
      }
    }
    result.append(0x0A)
    return result
  }
}
