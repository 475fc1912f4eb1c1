// SPDX-License-Identifier: Apache-2.0

public import CopydeskICU
public import CopydeskText

extension LanguageTag {
  /// The scripts the language is written in, the main one first; empty if they are unknown.
  ///
  /// They come from CLDR's likely subtags, so `sr` is Cyrillic and `sr-Latn` is Latin.
  public var scripts: [UnicodeScript] {
    // The languages most copy is in need no call into ICU.
    switch tag {
    case "en", "en-US", "en-GB", "es", "fr", "de", "pt", "it", "nl", "pl", "cs": return [.latin]
    case "ru", "uk": return [.cyrillic]
    default: break
    }
    guard let likely = try? LocaleData.likelyTag(tag) else { return [] }
    let name = likely.split(separator: "-").dropFirst().first { $0.utf8.count == 4 }
    switch name {
    case "Latn": return [.latin]
    case "Cyrl": return [.cyrillic]
    case "Jpan": return [.han, .hiragana, .katakana]
    case "Kore": return [.named("Hang"), .han].compactMap(\.self)
    case "Hans", "Hant", "Hani": return [.han, .named("Bopo")].compactMap(\.self)
    case .some(let name): return [.named(String(name))].compactMap(\.self)
    case nil: return []
    }
  }
}

extension UnicodeScript {
  /// The script of an ISO 15924 code, or `nil` if ICU does not know it.
  fileprivate static func named(_ shortName: String) -> UnicodeScript? {
    (0..<UInt8.max).lazy.map(UnicodeScript.init(code:)).first { $0.shortName == shortName }
  }
}
