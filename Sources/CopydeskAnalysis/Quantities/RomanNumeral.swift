// SPDX-License-Identifier: Apache-2.0

/// Numbers in Roman numerals.
enum RomanNumeral {
  /// The value of a numeral in capitals, with or without an ordinal ending in small letters (`XXIe`), or `nil` if the
  /// letters are not the usual way to write a number.
  static func value(of word: some Collection<UInt8>) -> Int? {
    var letters: [Int] = []
    for byte in word {
      guard let value = value(of: byte) else {
        // French `XXIe`, `Ier`, `XXIème`.
        guard !letters.isEmpty, byte >= 0x61 else { return nil }
        break
      }
      letters.append(value)
    }
    guard !letters.isEmpty, letters.count <= 15, word.count - letters.count <= 4 else { return nil }
    var total = 0
    for (index, value) in letters.enumerated() {
      let isLess = index + 1 < letters.count && value < letters[index + 1]
      total += isLess ? -value : value
    }
    return total > 0 && canonical(total).elementsEqual(word.prefix(letters.count)) ? total : nil
  }

  /// Whether a numeral may begin with a letter.
  static func mayStart(with byte: UInt8) -> Bool { value(of: byte) != nil }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "I"): 1
    case UInt8(ascii: "V"): 5
    case UInt8(ascii: "X"): 10
    case UInt8(ascii: "L"): 50
    case UInt8(ascii: "C"): 100
    case UInt8(ascii: "D"): 500
    case UInt8(ascii: "M"): 1000
    default: nil
    }
  }

  private static func canonical(_ number: Int) -> String.UTF8View {
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text.utf8
  }

  private static let steps = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
