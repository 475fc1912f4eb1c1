// SPDX-License-Identifier: Apache-2.0

import CopydeskJSON
import CopydeskLinting

/// Writes one JSON object with all articles, also those without findings.
///
/// ```
/// {"version":1,"tool":{"name":"copydesk","version":"0.1.0"},"articles":[
/// {"path":"tren.en.txt","language":"en",…,"findings":[{"rule":"terminology/deprecated-term",…}]}
/// ],"summary":{"error":1,"warning":0,"suggestion":0,"words":312,"articles":1,…}}
/// ```
struct JSONReporter: Reporter {
  /// The version of the format; a field may be added without another version, none removed or changed.
  static let formatVersion = 1

  var header: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", JSONReporter.formatVersion)
    writer.name("tool")
    writer.beginObject()
    writer.member("name", "copydesk")
    writer.member("version", ToolVersion.current)
    writer.endObject()
    writer.name("articles")
    writer.beginArray()
    writer.lineFeed()
    return writer.bytes
  }

  var separator: [UInt8] { Array(",\n".utf8) }

  func part(for article: ArticleReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("path", article.input.path)
    writer.member("encoding", article.input.encoding)
    JSONReporter.write(article.language, "language", "languageOrigin", to: &writer)
    JSONReporter.write(article.sourceLanguage, "sourceLanguage", "sourceLanguageOrigin", to: &writer)
    writer.member("words", article.wordCount)
    writer.name("findings")
    writer.beginArray()
    if !article.findings.isEmpty {
      let lines = LineTable(article.input.bytes)
      let source = article.source.map { SourcePlaces(input: $0, places: LineTable($0.bytes)) }
      let fingerprints = Fingerprint.fingerprints(of: article.findings, in: article.input)
      for (finding, fingerprint) in zip(article.findings, fingerprints) {
        FindingRecord.write(
          finding, input: article.input, fingerprint: fingerprint, places: lines, source: source, to: &writer)
      }
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  func footer(_ summary: ReportSummary) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error", summary.errorCount)
    writer.member("warning", summary.warningCount)
    writer.member("suggestion", summary.suggestionCount)
    writer.member("fixable", summary.fixableCount)
    writer.member("words", summary.wordCount)
    writer.member("articles", summary.articleCount)
    writer.member("unreadable", summary.failureCount)
    writer.endObject()
    return Array("\(summary.articleCount > 0 ? "\n" : "")],\"summary\":".utf8) + writer.bytes + Array("}\n".utf8)
  }

  private static func write(
    _ choice: LanguageChoice?, _ name: StaticString, _ originName: StaticString, to writer: inout JSONWriter
  ) {
    writer.name(name)
    guard let choice else { return writer.null() }
    writer.string(choice.language.tag)
    writer.member(originName, choice.origin.rawValue)
  }
}

/// Writes each finding as a JSON object on a line of its own, with the path of its article.
struct JSONLinesReporter: Reporter {
  func part(for article: ArticleReport) -> [UInt8] {
    guard !article.findings.isEmpty else { return [] }
    let lines = LineTable(article.input.bytes)
    let source = article.source.map { SourcePlaces(input: $0, places: LineTable($0.bytes)) }
    let fingerprints = Fingerprint.fingerprints(of: article.findings, in: article.input)
    var bytes: [UInt8] = []
    for (finding, fingerprint) in zip(article.findings, fingerprints) {
      var writer = JSONWriter()
      FindingRecord.write(
        finding, input: article.input, fingerprint: fingerprint, places: lines, source: source,
        path: article.input.path, to: &writer)
      writer.lineFeed()
      bytes.append(contentsOf: writer.bytes)
    }
    return bytes
  }
}
