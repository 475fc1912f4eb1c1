// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a “million” or “billion” in the singular or plural that its number does not take.
struct ScaleAgreement: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/scale-agreement",
    summary: "Reports a “million” or “billion” in the singular or plural that its number does not take.",
    rationale: """
      English writes “5 million people”, French “5 millions de personnes”. A translation that keeps the source’s ending \
      reads as one.
      """,
    severity: .warning,
    type: .localeViolation,
    examples: [
      Example(
        "The fund paid $5 ⟦millions⟧ to 3 ⟦thousands⟧ families.",
        fixed: "The fund paid $5 million to 3 thousand families."),
      Example("It lost 2.5 ⟦billions⟧ of euros.", fixed: "It lost 2.5 billion of euros."),
      Example("The fund paid $5 million to millions, in the 1.5 billion range; in 2024 millions left, 2,024 in all."),
      Example(
        "Il a perdu 5 ⟦million⟧ d’euros et 1 ⟦milliards⟧ de dollars.", language: "fr",
        fixed: "Il a perdu 5 millions d’euros et 1 milliard de dollars."),
      Example("Il a perdu 5 millions d’euros, 1,5 million de dollars et 2 milliards.", language: "fr"),
      Example(
        "Perdió 5 ⟦millón⟧ de euros y 1 ⟦millones⟧ de dólares.", language: "es",
        fixed: "Perdió 5 millones de euros y 1 millón de dólares."),
      Example("Perdió 5 millones de euros, 1 millón de dólares, 1,5 millones y 3 mil millones.", language: "es"),
      Example(
        "Es gab 2 ⟦Million⟧ Menschen, 1,6 ⟦Million⟧ Frauen und 1 ⟦Milliarden⟧ Euro.", language: "de",
        fixed: "Es gab 2 Millionen Menschen, 1,6 Millionen Frauen und 1 Milliarde Euro."),
      Example("Es gab 1,5 Millionen Menschen, 1 Million Euro und die 1-Millionen-Euro-Frage.", language: "de"),
      Example("Perdeu 5 ⟦milhão⟧ de euros.", language: "pt-BR", fixed: "Perdeu 5 milhões de euros."),
      Example("Perdeu 1,5 milhão ou 1,5 milhões de euros e 2 bilhões.", language: "pt-BR"),
      Example("Ha perso 5 ⟦milione⟧ di euro.", language: "it", fixed: "Ha perso 5 milioni di euro."),
      Example("Het kostte 5 ⟦miljoenen⟧ euro.", language: "nl", fixed: "Het kostte 5 miljoen euro."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let scales = ScaleAgreement.scales[analysis.language.language] else { return }
    for number in analysis.numbers {
      switch number.kind {
      case .plain, .currency: break
      default: continue
      }
      let window = TokenWindow(analysis, at: number.range.start)
      let index = number.tokens.upperBound
      guard let word = window.word(index), !window.isTight(index),
        !word.traits.contains(.lineBreakBefore), let scale = scales[word.key], let value = number.value?.magnitude,
        !window.isJoined(at: index + 1)
      else { continue }
      // Below two, “1,5 million” and “1,5 millions”, languages and houses differ; German and Spanish take the plural.
      let takesPlural = ScaleAgreement.pluralOfFractions.contains(analysis.language.language)
      let isWrong =
        scale.isPlural
        ? scale.isAlwaysSingular || value == ScaleAgreement.one
        : takesPlural ? value != ScaleAgreement.one : value >= ScaleAgreement.two
      guard isWrong, analysis.isNumberCopy(word.range) else { continue }
      let text = analysis.string(of: word)
      let isCapital = word.traits.contains(.capitalized)
      let written = isCapital ? scale.other.prefix(1).uppercased() + scale.other.dropFirst() : scale.other
      report(.ending(text, written), at: word.range, fixes: [.replacing(word.range, with: written)])
    }
  }

  private struct Scale {
    let isPlural: Bool
    /// The other form.
    let other: String
    /// Whether digits take the singular whatever their value.
    let isAlwaysSingular: Bool
  }

  private static let one = ExactDecimal(significand: 1)
  private static let two = ExactDecimal(significand: 2)

  /// Languages whose scale words stay in the singular behind digits.
  private static let invariable: Set<String> = ["en", "nl"]

  private static let pluralOfFractions: Set<String> = ["de", "es"]

  private static let forms: [String: String] = [
    "en": "million:millions billion:billions trillion:trillions thousand:thousands",
    "nl": "miljoen:miljoenen miljard:miljarden biljoen:biljoenen",
    "fr": "million:millions milliard:milliards billion:billions",
    "es": "millón:millones billón:billones trillón:trillones",
    "pt": "milhão:milhões bilhão:bilhões trilhão:trilhões bilião:biliões",
    "it": "milione:milioni miliardo:miliardi bilione:bilioni",
    "de": "million:millionen milliarde:milliarden billion:billionen billiarde:billiarden",
  ]

  private static let scales: [String: [UInt64: Scale]] = Dictionary(
    uniqueKeysWithValues: forms.map { language, words in
      var table: [UInt64: Scale] = [:]
      for pair in words.split(separator: " ") {
        let parts = pair.split(separator: ":").map { String($0) }
        let isAlwaysSingular = invariable.contains(language)
        if !isAlwaysSingular {
          table[TokenKey.key(of: parts[0])] = Scale(isPlural: false, other: parts[1], isAlwaysSingular: false)
        }
        table[TokenKey.key(of: parts[1])] = Scale(
          isPlural: true, other: parts[0], isAlwaysSingular: isAlwaysSingular)
      }
      return (language, table)
    })
}

extension FindingMessage {
  fileprivate static func ending(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” does not go with its number; write “\(written)”"
  }
}
