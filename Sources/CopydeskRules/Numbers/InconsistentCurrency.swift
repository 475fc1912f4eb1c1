// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a currency that the article calls by two names: yuan and renminbi, a sign and a code.
struct InconsistentCurrency: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/inconsistent-currency",
    summary: "Reports a currency that the article calls by two names: yuan and renminbi, a sign and a code.",
    rationale: """
      “500 yuan” here and “RMB 300” there make readers wonder whether these are two currencies. So do “EUR 5 million” \
      and “€5 million” in one story.
      """,
    severity: .suggestion,
    type: .inconsistency,
    examples: [
      Example("It costs 500 yuan, later 600 yuan and in the end ⟦RMB 300⟧."),
      Example("It lost €5 million in May, €7 million in June and ⟦EUR 3 million⟧ in July."),
      Example("It costs 500 yuan, later 600 yuan, €5, 5 euros, $7 and 7 dollars, USD 5 and CHF 5."),
      Example("Es kostet 500 Yuan, später 600 Yuan und am Ende ⟦300 Renminbi⟧.", language: "de"),
      Example("Es verlor 5 Millionen € im Mai, 7 Mio. € im Juni und 3 Millionen Euro im Juli.", language: "de"),
      Example("Cuesta 500 yuanes, luego 600 yuanes y al final ⟦300 renminbi⟧.", language: "es"),
      Example("Il coûte 500 yuans, puis 600 yuans.", language: "fr"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var uses: [String: [Use]] = [:]
    for quantity in analysis.quantities {
      guard case .currency(let currency) = quantity.unit, let use = Use(quantity, currency.code, analysis),
        analysis.isNumberCopy(quantity.range)
      else { continue }
      uses[currency.code, default: []].append(use)
    }
    for (_, uses) in uses.sorted(by: { $0.key < $1.key }) where uses.count > 1 {
      let others = uses.filter { $0.isSecond }
      // The name used less goes; on a tie the later one.
      guard let firstOther = others.first, let first = uses.first(where: { !$0.isSecond }) else { continue }
      let count = uses.count - others.count
      let losesSecond = count != others.count ? count > others.count : first.range.start < firstOther.range.start
      let model = losesSecond ? first : firstOther
      for use in uses where use.isSecond == losesSecond {
        report(
          .two(analysis.string(in: use.range), analysis.string(in: model.range)), at: use.range,
          notes: [Note("called otherwise here", at: model.range)])
      }
    }
  }

  /// One sum under one of the two names.
  private struct Use {
    let range: TextRange
    /// Whether it has the rarer kind of name: renminbi, or a code of three letters.
    let isSecond: Bool

    init?(_ quantity: Quantity, _ code: String, _ analysis: ArticleAnalysis) {
      range = quantity.range
      let tokens =
        quantity.notation.contains(.unitBefore)
        ? quantity.tokens.lowerBound..<quantity.numeralTokens.lowerBound
        : quantity.numeralTokens.upperBound..<quantity.tokens.upperBound
      guard let last = tokens.last else { return nil }
      let token = analysis.tokens[last]
      if code == "CNY" {
        guard token.kind == .word else { return nil }
        let isCode = token.traits.contains(.allCapitals)
        isSecond = isCode || InconsistentCurrency.renminbi.contains(token.key)
        return
      }
      // “USD” keeps other dollars apart, and words go with both.
      guard code != "USD" else { return nil }
      if token.kind == .word {
        guard analysis.string(of: token) == code else { return nil }
        isSecond = true
      } else {
        isSecond = false
      }
    }
  }

  private static let renminbi = Set(
    "renminbi renminbis rmb женьминьби жэньминьби ženminpi".split(separator: " ")
      .map { TokenKey.key(of: $0) })
}

extension FindingMessage {
  fileprivate static func two(_ text: String, _ model: String) -> FindingMessage {
    "“\(text)” names the money of “\(model)” in another way; keep one name in an article"
  }
}
