// SPDX-License-Identifier: Apache-2.0

/// The report on what an editor would keep of the proposals of `glossary mine`.
struct MiningReport {
  var scores: [MiningScore]
  var limit: Int
  var minimumCount: Int
  var command: String

  var markdown: String {
    var table = MarkdownTable(
      header: ["list", "made from", "articles", "words", "proposals", "kept", "precision", "with variants"],
      textColumns: [1])
    for score in scores {
      table.rows.append([
        score.list.name, score.list.title, Figures.count(score.articleCount), Figures.count(score.wordCount),
        Figures.count(score.proposals.count), Figures.count(score.kept),
        Figures.ratio(score.kept, of: score.proposals.count), Figures.count(score.variantCount),
      ])
    }
    let reasons = Array(MiningVerdict.reasons).sorted()
    var drops = MarkdownTable(header: ["list"] + reasons + ["not judged"])
    for score in scores {
      drops.rows.append(
        [score.list.name] + reasons.map { Figures.count(score.dropped[$0] ?? 0) } + [
          Figures.count(score.unjudged.count)
        ])
    }
    var text = """
      # Mining

      Made by `measure mining`; not edited by hand.

      ```
      \(command)
      ```

      What an editor would keep of the first \(limit) proposals of `glossary mine` with a count of \(minimumCount) or more, with no
      glossary whose terms would be left out. The proposals are made anew by each run; the verdicts stand in
      `Benchmarks/Data/mining-verdicts.tsv`, and a proposal without a verdict counts as not kept. A proposal is kept if it is
      a whole name or term, worth an entry on a news desk, and its leading rendering is the one that the reference has, even
      where the reference is odd: to see that is what mining is for. *With variants* counts proposals that show more than one
      rendering. One reader judged, and the ranking was made while these lists were looked at: on other articles expect less.

      ## Precision

      \(table.markdown)
      ## What is not kept

      *rendering*: the leading rendering is another phrase or a part of the right one; *fragment*: a part of a name or
      phrase, or more than it; *plain*: a word or phrase that no glossary needs; *given-name*: a first name alone.

      \(drops.markdown)
      """
    let unjudged = scores.flatMap(\.unjudged)
    if !unjudged.isEmpty {
      text += "\n## Not judged\n\n"
      text += unjudged.map { "- \($0.list): \($0.term)\($0.rendering.isEmpty ? "" : " → \($0.rendering)")\n" }.joined()
    }
    return text
  }
}
