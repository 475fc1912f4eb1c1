// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports an ordinal number with an ending that its language does not write.
struct OrdinalStyle: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/ordinal-style",
    summary: "Reports an ordinal number with an ending that its language does not write.",
    rationale: """
      “21th” is a slip in every paper, and “3rd” in Spanish or “2º” in English shows that a machine passed over the \
      number.
      """,
    severity: .suggestion,
    type: .numbers,
    examples: [
      Example(
        "The ⟦21th⟧ edition follows the ⟦112nd⟧ and ⟦3th⟧ ones.",
        fixed: "The 21st edition follows the 112th and 3rd ones."),
      Example("The ⟦3ª⟧ edition and the ⟦2º⟧ place.", fixed: "The 3rd edition and the 2nd place."),
      Example("The ⟦1er⟧ edition.", fixed: "The 1st edition."),
      Example("The 1st, 2nd, 3rd, 11th, 12th, 13th, 101st and 111th; at 2º C, 40º N, in the 1990s, a 5K, 3D and 4G."),
      Example("Der ⟦1st⟧ Platz und der ⟦2te⟧ Lauf.", language: "de", fixed: "Der 1. Platz und der 2. Lauf."),
      Example(
        "An der 5th Avenue feierte die 1st Cavalry Division den 21. Jahrestag, die 90er und ein 2er.", language: "de"),
      Example("Quedó en ⟦3rd⟧ lugar y ganó el ⟦2do⟧ premio.", language: "es"),
      Example("El 1.er puesto, el 2.º y la 3.ª; el 1º y el 3er lugar.", language: "es"),
      Example(
        "La ⟦2ème⟧ place et la ⟦1ère⟧ fois, puis le ⟦3rd⟧ tour.", language: "fr",
        fixed: "La 2e place et la 1re fois, puis le 3e tour."),
      Example("La 2e place, la 1re fois, le 1er tour, le 2nd et la 2nde.", language: "fr"),
      Example("Занял ⟦5-ый⟧ ряд и ⟦10-ого⟧ ждал.", language: "ru", fixed: "Занял 5-й ряд и 10-го ждал."),
      Example("Занял 5-й ряд, 10-го ждал 3-х и 90-е годы.", language: "ru"),
      Example("Посів ⟦5-ий⟧ ряд.", language: "uk", fixed: "Посів 5-й ряд."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let language = analysis.language.language
    for number in analysis.numbers where number.groups.count == 1 {
      let window = TokenWindow(analysis, at: number.range.start)
      var next = number.tokens.upperBound
      guard window.isTight(next),
        !window.isTight(number.tokens.lowerBound) || window.mark(number.tokens.lowerBound - 1) != 0
      else { continue }
      if window.isHyphen(next), window.isTight(next + 1) { next += 1 }
      guard let suffix = window.word(next), let value = number.value?.wholeValue, value > 0 else { continue }
      let range = TextRange(start: number.range.start, end: suffix.end)
      let isHyphenated = next > number.tokens.upperBound
      guard !window.isTight(next + 1) || window.mark(next + 1) != 0x2F,
        let verdict = verdict(
          value, suffix.key, language, isHyphenated: isHyphenated, window: window, suffix: next),
        analysis.isNumberCopy(range), !isName(window, first: number.tokens.lowerBound, behind: next + 1, verdict)
      else { continue }
      let digits = analysis.string(in: number.range)
      let isShouted = suffix.traits.contains(.allCapitals)
      switch verdict {
      case .wrong(let ending):
        let written = digits + (isShouted ? ending.uppercased() : ending)
        report(
          .wrong(analysis.string(in: range), written), at: range, severity: .error,
          fixes: [.replacing(range, with: written)])
      case .foreign(let ending), .dated(let ending):
        var severity: Severity? = .warning
        if case .dated = verdict { severity = nil }
        let written = ending.map { digits + $0 }
        report(
          .foreign(analysis.string(in: range), written), at: range, severity: severity,
          fixes: written.map { [.replacing(range, with: $0)] } ?? [])
      }
    }
  }

  private enum Verdict {
    /// No such ordinal exists.
    case wrong(String)
    /// Another language's ending.
    case foreign(String?)
    /// An ending that handbooks advise against.
    case dated(String?)
  }

  private func verdict(
    _ value: Int64, _ key: UInt64, _ language: String, isHyphenated: Bool, window: TokenWindow, suffix: Int
  ) -> Verdict? {
    let english = OrdinalStyle.english[key]
    switch language {
    case "en":
      guard !isHyphenated else { return nil }
      let right = OrdinalStyle.englishEnding(of: value)
      if let english {
        // “5TH/s”, “500ND”: behind capitals only a word makes it an ordinal.
        let isWord = !window.tokens[suffix].traits.contains(.allCapitals) || window.word(suffix + 1) != nil
        // “12st 4lb”, in Britain also “he weighed 12st”: stones.
        let weighsInStones = ["GB", "IE", "AU", "NZ"].contains(window.analysis.language.region)
        let mayBeStones =
          english == "st" && (window.isNumber(suffix + 1) || weighsInStones && !window.isCounted(suffix + 1))
        return english != right && isWord && !mayBeStones ? .wrong(right) : nil
      }
      if OrdinalStyle.romance.contains(key) { return .foreign(right) }
      if key == OrdinalStyle.masculine, value <= 31, let word = window.word(suffix + 1), !window.isTight(suffix + 1),
        word.range.count > 2, !OrdinalStyle.degreeWords.contains(word.key)
      {
        return .foreign(right)
      }
      return nil
    case "de":
      guard !isHyphenated else { return nil }
      if english != nil { return .foreign(".") }
      return OrdinalStyle.german.contains(key) && value < 1000 ? .foreign(".") : nil
    case "fr":
      guard !isHyphenated else { return nil }
      if let english, !(english == "nd" && value == 2) { return .foreign(value == 1 ? "er" : "e") }
      if OrdinalStyle.frenchFirst.contains(key) { return value == 1 ? .dated("re") : nil }
      return OrdinalStyle.french.contains(key) ? .dated("e") : nil
    case "es", "pt", "it", "ca", "gl":
      guard !isHyphenated else { return nil }
      if english != nil { return .foreign(nil) }
      return language == "es" && OrdinalStyle.spanish.contains(key) ? .dated(nil) : nil
    case "ru", "uk":
      if !isHyphenated { return english == nil ? nil : .foreign(nil) }
      let endings = language == "ru" ? OrdinalStyle.russian : OrdinalStyle.ukrainian
      return endings[key].map { .foreign("-" + $0) }
    case "cs", "pl", "nl", "sk", "tr", "sv", "da", "nb", "fi", "hu":
      guard !isHyphenated, english != nil else { return nil }
      return .foreign(["cs", "pl", "sk", "tr", "nb", "da", "fi", "hu"].contains(language) ? "." : nil)
    default: return nil
    }
  }

  /// Whether a foreign ordinal is part of a name: `5th Avenue`, `1st Cavalry Division`, `the 3rd’s`.
  private func isName(_ window: TokenWindow, first: Int, behind: Int, _ verdict: Verdict) -> Bool {
    if case .wrong = verdict { return false }
    let language = window.analysis.language.language
    if let next = window.word(behind), next.traits.contains(.capitalized) {
      // A German noun has a capital; a name goes on with a second capital that is English.
      guard language == "de" else { return true }
      let words = window.analysis.languageData.functionWords
      if OrdinalStyle.englishNames.contains(next.key) { return true }
      if let second = window.word(behind + 1), second.traits.contains(.capitalized), !words.contains(second.key) {
        return true
      }
    }
    guard let before = window.word(first - 1), before.traits.contains(.capitalized) else { return false }
    return language != "de" && !window.isSentenceStart(first - 1)
  }

  private static func englishEnding(of value: Int64) -> String {
    if (11...13).contains(value % 100) { return "th" }
    switch value % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }

  private static let english = pairs("st:st nd:nd rd:rd th:th")
  private static let romance = keys("er ère ère ème ª ro")
  private static let masculine = TokenKey.key(of: "º")
  private static let degreeWords = keys(
    "celsius fahrenheit north south east west angle latitude longitude degrees turn view camera lens and or to with")
  private static let german = keys("te ter tes ten tem ste ster stes sten stem")
  private static let frenchFirst = keys("ère ere ière iere")
  private static let french = keys("ème eme ième ieme")
  private static let spanish = keys("ro do ra da to ta mo vo va")
  private static let englishNames = keys(
    "avenue street division battalion regiment infantry cavalry army airborne fleet marine")
  /// Only the letters behind the last vowel of the word are written.
  private static let russian = pairs(
    "ый:й ий:й ой:й ого:го его:го ому:му ему:му ая:я яя:я ое:е ее:е ые:е ие:е ых:х их:х ым:м им:м")
  private static let ukrainian = pairs("ий:й ого:го ому:му ої:ї их:х им:м")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { TokenKey.key(of: $0) })
  }

  private static func pairs(_ words: String) -> [UInt64: String] {
    var pairs: [UInt64: String] = [:]
    for pair in words.split(separator: " ") {
      let parts = pair.split(separator: ":")
      if parts.count == 2 { pairs[TokenKey.key(of: parts[0])] = String(parts[1]) }
    }
    return pairs
  }
}

extension FindingMessage {
  fileprivate static func wrong(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” has the ending of another number; write “\(written)”"
  }
  fileprivate static func foreign(_ text: String, _ written: String?) -> FindingMessage {
    if let written {
      "“\(text)” is not how the language writes an ordinal; write “\(written)”"
    } else {
      "“\(text)” is not how the language writes an ordinal; write its own form"
    }
  }
}
