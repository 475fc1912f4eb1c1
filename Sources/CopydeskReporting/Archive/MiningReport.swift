// SPDX-License-Identifier: Apache-2.0

public import CopydeskArchive
import CopydeskJSON
import CopydeskLinting

/// Reports the terms that articles suggest.
public enum MiningReport {
  /// The version of the JSON format; a field may be added without another version, none removed or changed.
  static let formatVersion = 1

  /// The proposals for people, one a line.
  public static func table(_ result: MiningResult) -> String {
    var languages: [LanguageTag] = []
    for term in result.concepts.flatMap(\.terms) where !languages.contains(term.language) {
      languages.append(term.language)
    }
    var table = TextTable(
      ["score", "kind"] + languages.map { $0.tag } + ["first seen"], rightColumns: [0])
    for concept in result.concepts {
      let cells = languages.map { language in
        concept.terms.filter { $0.language == language }.map {
          "\(([$0.text] + $0.forms).joined(separator: "/")) (\(count(of: $0)))"
        }
        .joined(separator: ", ")
      }
      let place = concept.terms.lazy.compactMap { $0.samples.first?.place }.first
      table.add(
        [concept.score.decimal(1), concept.kind.rawValue] + cells + [place.map { "\($0.path):\($0.line)" } ?? ""])
    }
    return table.text
  }

  private static func count(of term: MinedConcept.Term) -> String {
    term.articleCount.map { "\(term.count)/\($0)" } ?? "\(term.count)"
  }

  /// What a run came to, in one line.
  public static func summary(_ result: MiningResult) -> String {
    var text = "proposals: \(result.concepts.count), articles: \(result.articleCount), words: \(result.wordCount)"
    if !result.knownTerms.isEmpty { text += ", left out since glossaries have them: \(result.knownTerms.count)" }
    if !result.unmatchedTerms.isEmpty { text += ", without a clear translation: \(result.unmatchedTerms.count)" }
    if result.foreignArticleCount > 0 {
      text += ", articles of other languages left out: \(result.foreignArticleCount)"
    }
    if result.lostCount > 0 { text += ", counts too low by at most \(result.lostCount)" }
    return text
  }

  /// The proposals for programs.
  public static func json(_ result: MiningResult) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", formatVersion)
    writer.name("concepts")
    writer.beginArray()
    for concept in result.concepts {
      writer.beginObject()
      writer.member("kind", concept.kind.rawValue)
      writer.name("score")
      writer.raw(concept.score.decimal(3).utf8)
      writer.name("terms")
      writer.beginArray()
      for term in concept.terms { write(term, to: &writer) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    write(result.knownTerms, "known", to: &writer)
    write(result.unmatchedTerms, "unmatched", to: &writer)
    writer.name("summary")
    writer.beginObject()
    writer.member("articles", result.articleCount)
    writer.member("words", result.wordCount)
    writer.member("concepts", result.concepts.count)
    writer.member("lostCount", result.lostCount)
    writer.endObject()
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }

  private static func write(_ texts: [String], _ name: StaticString, to writer: inout JSONWriter) {
    writer.name(name)
    writer.beginArray()
    for text in texts { writer.string(text) }
    writer.endArray()
  }

  private static func write(_ term: MinedConcept.Term, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("language", term.language.tag)
    writer.member("text", term.text)
    if !term.forms.isEmpty { write(term.forms, "forms", to: &writer) }
    writer.member("type", term.type.rawValue)
    writer.name("name")
    writer.boolean(term.isName)
    writer.member("count", term.count)
    if let articles = term.articleCount { writer.member("articles", articles) }
    writer.name("samples")
    writer.beginArray()
    for sample in term.samples {
      writer.beginObject()
      writer.member("path", sample.place.path)
      writer.member("line", sample.place.line)
      writer.member("sentence", sample.sentence)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
