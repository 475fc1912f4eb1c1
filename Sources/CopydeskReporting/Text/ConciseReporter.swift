// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Writes one line for each finding.
///
/// ```
/// tren.en.txt:5:1: error: “The Aragua Train” is deprecated; the glossary prefers “Tren de Aragua” [terminology/deprecated-term]
/// ```
struct ConciseReporter: Reporter {
  private let layout: TextLayout

  init(_ layout: TextLayout) {
    self.layout = layout
  }

  func part(for article: ArticleReport) -> [UInt8] {
    guard !article.findings.isEmpty else { return [] }
    let lines = LineTable(article.input.bytes)
    var text = ""
    for finding in article.findings {
      text += ConciseReporter.line(finding, path: article.input.path, lines: lines, layout: layout)
      text += "\n"
    }
    return Array(text.utf8)
  }

  /// The line of a finding, without a line feed.
  static func line(_ finding: Finding, path: String, lines: LineTable, layout: TextLayout) -> String {
    let position = lines.position(of: finding.range.start)
    let column = layout.columnUnit.column(of: position, lines: lines)
    let place = layout.paint("\(PrintableText.printable(path)):\(position.line):\(column):", as: .path)
    let severity = layout.paint("\(finding.severity.rawValue):", as: .severity(finding.severity))
    let rule = layout.paint("[\(finding.rule)]", as: .rule)
    return "\(place) \(severity) \(PrintableText.printable(finding.message)) \(rule)"
  }
}
