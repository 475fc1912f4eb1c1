// SPDX-License-Identifier: Apache-2.0

/// How many proposals of a list an editor would keep; what nobody has judged counts as not kept.
struct MiningScore {
  var list: MiningList
  var articleCount: Int
  var wordCount: Int
  var variantCount: Int
  var proposals: [MiningVerdict.Proposal]
  var kept = 0
  /// The dropped ones by reason.
  var dropped: [String: Int] = [:]
  var unjudged: [MiningVerdict.Proposal] = []

  init(list: MiningList, output: MiningOutput, verdicts: [MiningVerdict.Proposal: MiningVerdict], limit: Int) {
    self.list = list
    articleCount = output.summary.articles
    wordCount = output.summary.words
    variantCount = output.variantCount
    proposals = Array(output.proposals(list: list.name).prefix(limit))
    for proposal in proposals {
      guard let verdict = verdicts[proposal] else {
        unjudged.append(proposal)
        continue
      }
      if verdict.isKept { kept += 1 } else { dropped[verdict.reason, default: 0] += 1 }
    }
  }
}

/// A list of proposals that is judged.
struct MiningList {
  /// Its name in verdicts and the report.
  var name: String
  /// What it is made from.
  var title: String
  /// The languages of the articles: the source's and the translation's.
  var pairs: [String]
  /// Whether only the translation is mined.
  var isMonolingual: Bool

  static let all = [
    MiningList(
      name: "es-en", title: "Spanish articles with their English references", pairs: ["es-en"], isMonolingual: false),
    MiningList(
      name: "en-es", title: "English articles with their Spanish references", pairs: ["en-es", "en-es-MX"],
      isMonolingual: false),
    MiningList(name: "en", title: "The English references alone", pairs: ["es-en"], isMonolingual: true),
  ]
}
