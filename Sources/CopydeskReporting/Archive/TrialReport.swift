// SPDX-License-Identifier: Apache-2.0

public import CopydeskArchive
import CopydeskJSON
import CopydeskLinting

/// Reports what a rule about a term would hit.
public enum TrialReport {
  /// The version of the JSON format; a field may be added without another version, none removed or changed.
  static let formatVersion = 1

  /// The report for people: samples with the hit marked, then the numbers.
  public static func text(_ statistics: TrialStatistics, of trial: TermTrial) -> String {
    var text = ""
    for hit in statistics.reported { text += line(hit) }
    if statistics.reportedCount > statistics.reported.count {
      text += "and \(statistics.reportedCount - statistics.reported.count) more\n"
    }
    if !statistics.excused.isEmpty {
      text += (text.isEmpty ? "" : "\n") + "Left alone:\n"
      for hit in statistics.excused { text += line(hit) }
      if statistics.excusedCount > statistics.excused.count {
        text += "and \(statistics.excusedCount - statistics.excused.count) more\n"
      }
    }
    let manners = TermTrial.Manner.allCases.compactMap { manner in
      statistics.mannerCounts[manner].map { "\(name(of: manner)): \($0)" }
    }
    text += text.isEmpty ? "" : "\n"
    text += PrintableText.printable("“\(trial.text)”") + " would be reported \(times(statistics.reportedCount)) in "
    text += "\(statistics.reportedArticleCount) of \(articles(statistics.articleCount)) (\(statistics.wordCount) words)"
    text += statistics.excusedCount > 0 ? " and left alone \(times(statistics.excusedCount))" : ""
    text += (manners.isEmpty ? "" : "; " + manners.joined(separator: ", ")) + "\n"
    return text
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }

  private static func line(_ hit: TermTrial.Hit) -> String {
    let sample = hit.sample
    let note = hit.excuse.map { "\(name(of: hit.manner)), \(name(of: $0))" } ?? name(of: hit.manner)
    return PrintableText.printable("\(sample.place): \(sample.before)⟦\(sample.text)⟧\(sample.after) [\(note)]") + "\n"
  }

  private static func name(of manner: TermTrial.Manner) -> String {
    switch manner {
    case .exact: "as written"
    case .capitals: "other capitals"
    case .spelling: "other marks or spaces"
    case .hashtag: "hashtag"
    case .form: "another form"
    case .inflection: "another ending"
    case .compound: "in a compound"
    case .prefix: "in a longer word"
    case .regex: "by the pattern"
    }
  }

  private static func name(of excuse: TermTrial.Excuse) -> String {
    switch excuse {
    case .quotation: "in a quotation"
    case .foreignWording: "not the desk's words"
    case .insideTerm(let term): "part of “\(term)”"
    }
  }

  /// The report for programs.
  public static func json(_ statistics: TrialStatistics, of trial: TermTrial) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", formatVersion)
    writer.member("term", trial.text)
    if let preferred = trial.preferred { writer.member("preferred", preferred) }
    writer.name("summary")
    writer.beginObject()
    writer.member("articles", statistics.articleCount)
    writer.member("words", statistics.wordCount)
    writer.member("reportedArticles", statistics.reportedArticleCount)
    writer.member("reported", statistics.reportedCount)
    writer.member("excused", statistics.excusedCount)
    writer.endObject()
    writer.name("manners")
    writer.beginObject()
    for manner in TermTrial.Manner.allCases {
      writer.name(manner.rawValue)
      writer.integer(statistics.mannerCounts[manner] ?? 0)
    }
    writer.endObject()
    writer.name("samples")
    writer.beginArray()
    for hit in statistics.reported + statistics.excused { write(hit, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }

  private static func write(_ hit: TermTrial.Hit, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", hit.sample.place.path)
    writer.member("line", hit.sample.place.line)
    writer.member("column", hit.sample.place.column)
    writer.member("before", hit.sample.before)
    writer.member("text", hit.sample.text)
    writer.member("after", hit.sample.after)
    writer.member("manner", hit.manner.rawValue)
    writer.name("excuse")
    switch hit.excuse {
    case nil: writer.null()
    case .quotation: writer.string("quotation")
    case .foreignWording: writer.string("foreign-wording")
    case .insideTerm(let term):
      writer.string("inside-term")
      writer.member("insideTerm", term)
    }
    writer.endObject()
  }
}
