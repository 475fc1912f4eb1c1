// SPDX-License-Identifier: Apache-2.0

/// Turns findings into the bytes of one output format.
///
/// A report is a header, the parts of the articles with a separator between those that are not empty,
/// and a footer. Parts depend on their article alone, so many threads may write them at once, and a
/// report of any length needs no more memory than its articles under way.
public protocol Reporter: Sendable {
  /// What stands before the first article.
  var header: [UInt8] { get }
  /// What stands between two parts.
  var separator: [UInt8] { get }
  /// The part of an article; empty if there is nothing to say of it.
  func part(for article: ArticleReport) -> [UInt8]
  /// What stands behind the last article.
  func footer(_ summary: ReportSummary) -> [UInt8]
}

extension Reporter {
  /// Nothing stands before the first article.
  public var header: [UInt8] { [] }
  /// Nothing stands between two parts.
  public var separator: [UInt8] { [] }
  /// Nothing stands behind the last article.
  public func footer(_ summary: ReportSummary) -> [UInt8] { [] }

  /// A whole report.
  public func report(_ articles: [ArticleReport], summary: ReportSummary) -> [UInt8] {
    var report = header
    var isFirst = true
    for part in articles.lazy.map({ part(for: $0) }) where !part.isEmpty {
      if !isFirst { report.append(contentsOf: separator) }
      isFirst = false
      report.append(contentsOf: part)
    }
    return report + footer(summary)
  }
}

/// An output format.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: the line of copy, what is meant in it, related places and the fix.
  case full
  /// One line for each finding.
  case concise
  /// One JSON object.
  case json
  /// One JSON object a line for each finding.
  case jsonl

  /// Whether the format is for people, so that a summary may stand behind the findings.
  public var isForPeople: Bool { self == .full }

  /// The reporter of the format.
  public func reporter(_ layout: TextLayout) -> any Reporter {
    switch self {
    case .full: FullReporter(layout)
    case .concise: ConciseReporter(layout)
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    }
  }
}
