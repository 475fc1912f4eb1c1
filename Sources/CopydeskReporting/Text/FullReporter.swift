// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Writes each finding with its line of copy, what is meant in it, the related places and the fix.
///
/// ```
/// tren.en.txt:5:1: error: “The Aragua Train” is deprecated; the glossary prefers “Tren de Aragua” [terminology/deprecated-term]
///   |
/// 3 | The gang Tren de Aragua was born in a prison.
///   |          -------------- first used here
/// 5 | The Aragua Train grew fast.
///   | ^^^^^^^^^^^^^^^^
///   = fix: [-The Aragua Train-]{+Tren de Aragua+} grew fast.
/// ```
struct FullReporter: Reporter {
  private let layout: TextLayout

  init(_ layout: TextLayout) {
    self.layout = layout
  }

  func part(for article: ArticleReport) -> [UInt8] {
    guard !article.findings.isEmpty else { return [] }
    let lines = LineTable(article.input.bytes)
    let source = article.source.map { SourceLines(path: $0.path, bytes: $0.bytes, lines: LineTable($0.bytes)) }
    var text = ""
    for finding in article.findings {
      text += ConciseReporter.line(finding, path: article.input.path, lines: lines, layout: layout)
      text += "\n"
      text += frame(of: finding, bytes: article.input.bytes, lines: lines, source: source)
      text += "\n"
    }
    return Array(text.utf8)
  }

  /// A place in the frame and what stands under it.
  private struct Mark {
    let range: TextRange
    let line: Int
    let label: String
    let isPrimary: Bool
  }

  /// What a note on the source is shown with.
  private struct SourceLines {
    let path: String
    let bytes: [UInt8]
    let lines: LineTable
  }

  private func frame(of finding: Finding, bytes: [UInt8], lines: LineTable, source: SourceLines?) -> String {
    let line = lines.line(containing: Int(finding.range.start))
    let lastLine = lines.line(containing: max(Int(finding.range.start), Int(finding.range.end) - 1))
    let label = lastLine > line ? "to line \(lastLine)" : ""
    var marks = [Mark(range: finding.range, line: line, label: label, isPrimary: true)]
    for note in finding.notes where note.side == .target { marks.append(mark(for: note, lines: lines)) }
    marks.sort { ($0.line, $0.range, $0.label) < ($1.line, $1.range, $1.label) }
    var sourceMarks: [Mark] = []
    if let source {
      sourceMarks = finding.notes.filter { $0.side == .source }.map { mark(for: $0, lines: source.lines) }
    }
    let gutterWidth = (marks + sourceMarks).map { String($0.line).utf8.count }.max() ?? 1
    let margin = String(repeating: " ", count: gutterWidth)
    var text = paint("\(margin) |") + "\n"
    for mark in marks {
      text += shown(mark, severity: finding.severity, bytes: bytes, lines: lines, gutterWidth: gutterWidth)
    }
    if let source {
      for mark in sourceMarks {
        let position = source.lines.position(of: mark.range.start)
        let column = layout.columnUnit.column(of: position, lines: source.lines)
        text += paint("\(margin) :") + " \(PrintableText.printable(source.path)):\(position.line):\(column)\n"
        text += shown(
          mark, severity: finding.severity, bytes: source.bytes, lines: source.lines, gutterWidth: gutterWidth)
      }
    }
    for fix in finding.fixes {
      let kind = fix.applicability == .safe ? "fix" : "possible fix"
      for line in FixPreview.lines(of: fix, bytes: bytes, lines: lines, layout: layout) {
        text += paint("\(margin) = ") + "\(kind): \(line)\n"
      }
    }
    return text
  }

  private func mark(for note: Note, lines: LineTable) -> Mark {
    Mark(range: note.range, line: lines.line(containing: Int(note.range.start)), label: note.message, isPrimary: false)
  }

  /// A line of copy with what points into it.
  private func shown(
    _ mark: Mark, severity: Severity, bytes: [UInt8], lines: LineTable, gutterWidth: Int
  ) -> String {
    let number = String(mark.line)
    let gutter = String(repeating: " ", count: gutterWidth - number.utf8.count) + number
    let margin = String(repeating: " ", count: gutterWidth)
    let excerpt = CopyExcerpt(
      of: mark.range, inLine: lines.range(ofLine: mark.line), of: bytes, width: layout.width - gutterWidth - 3)
    let sign = String(repeating: mark.isPrimary ? "^" : "-", count: excerpt.length)
    let pointed = mark.label.isEmpty ? sign : "\(sign) \(PrintableText.printable(mark.label))"
    let part: TextLayout.Part = mark.isPrimary ? .severity(severity) : .note
    return paint("\(gutter) | ") + "\(excerpt.text)\n" + paint("\(margin) | ")
      + String(repeating: " ", count: excerpt.indent) + layout.paint(pointed, as: part) + "\n"
  }

  private func paint(_ frame: String) -> String { layout.paint(frame, as: .frame) }
}

/// Shows what a fix changes, as `said [-the the-]{+the+} prison`.
enum FixPreview {
  /// How many columns of copy stand on each side of a change.
  private static let contextWidth = 24

  /// One line for each line of copy that the fix changes.
  static func lines(of fix: Fix, bytes: [UInt8], lines: LineTable, layout: TextLayout) -> [String] {
    let edits = fix.edits.sorted { $0.range < $1.range }
    var groups: [(line: Int, edits: [Edit])] = []
    for edit in edits {
      let line = lines.line(containing: Int(edit.range.start))
      if groups.last?.line == line {
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((line, [edit]))
      }
    }
    return groups.map { group in
      preview(of: group.edits, in: lines.range(ofLine: group.line), bytes, layout)
    }
  }

  private static func preview(of edits: [Edit], in line: TextRange, _ bytes: [UInt8], _ layout: TextLayout) -> String {
    guard let first = edits.first, let last = edits.last else { return "" }
    let before = CopyExcerpt.contextBefore(Int(first.range.start), from: Int(line.start), bytes, contextWidth)
    var text = before
    var cursor = Int(first.range.start)
    for edit in edits {
      let start = max(cursor, Int(edit.range.start))
      text += PrintableText.printable(bytes[cursor..<start])
      let end = max(start, Int(edit.range.end))
      if end > start { text += layout.paint("[-\(PrintableText.printable(bytes[start..<end]))-]", as: .removed) }
      if !edit.replacement.isEmpty {
        text += layout.paint("{+\(PrintableText.printable(edit.replacement))+}", as: .added)
      }
      cursor = end
    }
    let end = max(Int(line.end), min(cursor, bytes.count))
    return text + CopyExcerpt.contextAfter(max(cursor, Int(last.range.end)), to: end, bytes, contextWidth)
  }
}

extension CopyExcerpt {
  /// The end of the copy before an offset, whole words where there are spaces.
  static func contextBefore(_ offset: Int, from start: Int, _ bytes: [UInt8], _ width: Int) -> String {
    let start = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : start
    let cut = suffix(of: start..<max(start, offset), bytes, columns: width)
    guard cut.start > start else { return cut.text }
    let whole = cut.text.drop { $0 != " " }
    return "…" + (whole.isEmpty ? cut.text[...] : whole.dropFirst())
  }

  /// The start of the copy behind an offset, whole words where there are spaces.
  static func contextAfter(_ offset: Int, to end: Int, _ bytes: [UInt8], _ width: Int) -> String {
    let cut = prefix(of: offset..<max(offset, end), bytes, columns: width)
    guard cut.end < end else { return cut.text }
    guard let space = cut.text.lastIndex(of: " ") else { return cut.text + "…" }
    return cut.text[..<space] + "…"
  }
}
