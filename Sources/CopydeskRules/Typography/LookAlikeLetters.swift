// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText

/// Letters of Latin, Cyrillic and Greek that look the same, by ICU's confusable data (UTS 39).
struct LookAlikeLetters: Sendable {
  /// The table; ICU's data is read when the first suspicious word comes along.
  static let shared = LookAlikeLetters()

  private let latin: [UInt32: UInt32]
  private let cyrillic: [UInt32: UInt32]
  private let greek: [UInt32: UInt32]

  /// The letter of another script that looks like this one, in the same case; `nil` if none does.
  func letter(of script: UnicodeScript, like codePoint: UInt32) -> UInt32? {
    switch script {
    case .latin: latin[codePoint]
    case .cyrillic: cyrillic[codePoint]
    case .greek: greek[codePoint]
    default: nil
    }
  }

  private init() {
    let skeletons = LookAlikeLetters.skeletons()
    let alphabets: [(UnicodeScript, [UInt32])] = [
      (.latin, LookAlikeLetters.latinLetters), (.cyrillic, LookAlikeLetters.cyrillicLetters),
      (.greek, LookAlikeLetters.greekLetters),
    ]
    func table(_ target: UnicodeScript) -> [UInt32: UInt32] {
      var bySkeleton: [String: [UInt32]] = [:]
      for (script, letters) in alphabets where script == target {
        for letter in letters { bySkeleton[skeletons[letter] ?? "", default: []].append(letter) }
      }
      var table: [UInt32: UInt32] = [:]
      for (script, letters) in alphabets where script != target {
        for letter in letters {
          // Skeletons make one of I, l and 1; case keeps the letters apart.
          let isUppercase = UnicodeProperties.category(of: letter).isUppercase
          table[letter] = bySkeleton[skeletons[letter] ?? ""]?.first {
            UnicodeProperties.category(of: $0).isUppercase == isUppercase
          }
        }
      }
      return table
    }
    latin = table(.latin)
    cyrillic = table(.cyrillic)
    greek = table(.greek)
  }

  private static let latinLetters = Array(UInt32(0x41)...0x5A) + Array(0x61...0x7A)
  /// The modern alphabets: Russian, Ukrainian, Belarusian, Serbian, Macedonian, Bulgarian.
  private static let cyrillicLetters = Array(UInt32(0x400)...0x45F) + [0x490, 0x491]
  /// Capitals and omicron.
  ///
  /// The other small letters stand next to Latin ones in formulas and names of substances.
  private static let greekLetters = Array(UInt32(0x391)...0x3A9).filter { $0 != 0x3A2 } + [0x3BF]

  private static func skeletons() -> [UInt32: String] {
    guard let confusables = try? ConfusableSkeletons() else { return [:] }
    var skeletons: [UInt32: String] = [:]
    for letter in latinLetters + cyrillicLetters + greekLetters {
      var bytes: [UInt8] = []
      UTF8Decoder.append(letter, to: &bytes)
      skeletons[letter] = try? confusables.skeleton(of: String(decoding: bytes, as: UTF8.self))
    }
    return skeletons
  }
}
