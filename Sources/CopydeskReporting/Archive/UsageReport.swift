// SPDX-License-Identifier: Apache-2.0

public import CopydeskArchive
import CopydeskJSON
import CopydeskLinting

/// Reports how an archive uses the terms of glossaries.
public enum UsageReport {
  /// The version of the JSON format; a field may be added without another version, none removed or changed.
  static let formatVersion = 1

  /// The report for people: terms that are used, articles with violations, hints, and what is never used.
  public static func table(_ usage: UsageStatistics) -> String {
    var sections: [String] = []
    var terms = TextTable(
      ["uses", "excused", "articles", "status", "language", "term", "concept"], rightColumns: [0, 1, 2])
    for term in usage.terms.filter({ $0.count.total > 0 }).sorted(by: isMoreUsed) {
      terms.add([
        "\(term.count.own)", "\(term.count.excused)", "\(term.articleCount)", term.term.status.rawValue,
        term.term.language.tag, term.term.text, "\(term.glossary)/\(term.concept)",
      ])
    }
    sections.append(terms.text)
    var articles = TextTable(["violations", "per 1,000 words", "words", "article"], rightColumns: [0, 1, 2])
    for article in usage.articles.filter({ $0.violationCount > 0 }).sorted(by: isWorse) {
      articles.add([
        "\(article.violationCount)", article.violationsPerThousandWords.decimal(1), "\(article.wordCount)",
        article.path,
      ])
    }
    sections.append(articles.text)
    sections.append(usage.hints.map { "hint: \(sentence($0))\n" }.joined())
    sections.append(list("Allowed terms that no article uses", usage.deadTerms))
    sections.append(list("Rejected terms that no article uses", usage.untriggeredTerms))
    sections.append(summary(usage) + "\n")
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What a hint says to the terminologist.
  static func sentence(_ hint: UsageStatistics.Hint) -> String {
    let (leading, preferred) = (hint.leading, hint.preferred)
    let numbers = "\(leading.count.own) to \(preferred.count.own)"
    let (first, second) = (PrintableText.printable(leading.term.text), PrintableText.printable(preferred.term.text))
    let concept = PrintableText.printable("\(leading.glossary)/\(leading.concept)")
    switch hint.kind {
    case .rejectedLeads:
      return
        "the \(leading.term.status.rawValue) “\(first)” is used more often than the preferred “\(second)” (\(numbers)); "
        + "look at \(concept) again"
    case .admittedLeads:
      return
        "the admitted “\(first)” is used more often than the preferred “\(second)” (\(numbers)); "
        + "prefer it in \(concept) or deprecate it"
    }
  }

  private static func summary(_ usage: UsageStatistics) -> String {
    let used = usage.terms.count { $0.count.total > 0 }
    let rate =
      usage.wordCount == 0 ? "0.0" : (Double(usage.violationCount) * 1000 / Double(usage.wordCount)).decimal(1)
    return "terms used: \(used) of \(usage.terms.count), articles with a term: \(usage.articles.count) of "
      + "\(usage.articleCount), words: \(usage.wordCount), violations: \(usage.violationCount) "
      + "(\(rate) per 1,000 words)"
  }

  private static func list(_ title: String, _ terms: [UsageStatistics.TermUsage]) -> String {
    guard !terms.isEmpty else { return "" }
    let lines = terms.prefix(longestList).map {
      PrintableText.printable("  \($0.term.text) (\($0.term.language), \($0.glossary)/\($0.concept))") + "\n"
    }
    let rest = terms.count - lines.count
    return "\(title): \(terms.count)\n" + lines.joined() + (rest > 0 ? "  … and \(rest) more; JSON has all\n" : "")
  }

  /// Of a large glossary most terms are not used; a person looks at some, a program at all.
  private static let longestList = 40

  private static func isMoreUsed(_ left: UsageStatistics.TermUsage, _ right: UsageStatistics.TermUsage) -> Bool {
    if left.count.own != right.count.own { return left.count.own > right.count.own }
    if left.count.excused != right.count.excused { return left.count.excused > right.count.excused }
    return (left.term.text, left.term.language.tag, left.glossary, left.concept)
      < (right.term.text, right.term.language.tag, right.glossary, right.concept)
  }

  private static func isWorse(_ left: UsageStatistics.ArticleUsage, _ right: UsageStatistics.ArticleUsage) -> Bool {
    if left.violationCount != right.violationCount { return left.violationCount > right.violationCount }
    return left.path < right.path
  }

  /// The report for programs: all terms of the languages that articles have, and all articles that use one.
  public static func json(_ usage: UsageStatistics) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", formatVersion)
    writer.name("terms")
    writer.beginArray()
    for term in usage.terms { write(term, to: &writer) }
    writer.endArray()
    writer.name("articles")
    writer.beginArray()
    for article in usage.articles {
      writer.beginObject()
      writer.member("path", article.path)
      writer.member("language", article.language.tag)
      writer.member("words", article.wordCount)
      writer.member("uses", article.useCount)
      writer.member("violations", article.violationCount)
      writer.name("violationsPer1000Words")
      writer.raw(article.violationsPerThousandWords.decimal(3).utf8)
      writer.endObject()
    }
    writer.endArray()
    writer.name("hints")
    writer.beginArray()
    for hint in usage.hints {
      writer.beginObject()
      writer.member("kind", hint.kind.rawValue)
      writer.member("message", sentence(hint))
      writer.member("glossary", hint.leading.glossary)
      writer.member("concept", hint.leading.concept)
      writer.member("language", hint.leading.term.language.tag)
      writer.member("leading", hint.leading.term.text)
      writer.member("preferred", hint.preferred.term.text)
      writer.endObject()
    }
    writer.endArray()
    writer.name("summary")
    writer.beginObject()
    writer.member("articles", usage.articleCount)
    writer.member("articlesWithTerms", usage.articles.count)
    writer.member("words", usage.wordCount)
    writer.member("terms", usage.terms.count)
    writer.member("deadTerms", usage.deadTerms.count)
    writer.member("untriggeredTerms", usage.untriggeredTerms.count)
    writer.member("violations", usage.violationCount)
    writer.endObject()
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }

  private static func write(_ term: UsageStatistics.TermUsage, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("glossary", term.glossary)
    writer.member("concept", term.concept)
    writer.member("language", term.term.language.tag)
    writer.member("text", term.term.text)
    writer.member("status", term.term.status.rawValue)
    writer.member("uses", term.count.own)
    writer.member("excused", term.count.excused)
    writer.member("articles", term.articleCount)
    writer.endObject()
  }
}
