// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a reader thinks of a finding on a professional reference.
///
/// A verdict names the place and the rule and holds no text of the reference, which may not be passed on. A finding
/// that says something else of the same place keeps its verdict.
struct ReferenceVerdict {
  /// What a finding is recognized by.
  struct Key: Hashable {
    /// Pair, year, name of the reference and id of the article.
    var document: String
    var segment: Int
    var rule: String
    /// UTF-16 code units of the segment.
    var span: Range<Int>

    /// The key as the first cells of a line.
    var cells: [String] { [document, String(segment), rule, "\(span.lowerBound)-\(span.upperBound)"] }
  }

  /// Why a reference was flagged.
  enum Class: String, CaseIterable {
    case slip, source, freedom, rounding, idiom, alignment, reading

    /// What the class means, for the report.
    var meaning: String {
      switch self {
      case .slip: "the reference is wrong, or not written as its readers write: a true finding"
      case .source: "the source is wrong or odd, and the reference mends it"
      case .freedom: "the translator says it in another way, adds what readers need or leaves out what they know"
      case .rounding: "the translator rounds, or converts to the units of the readers"
      case .idiom: "the number is a manner of speaking in one of the languages"
      case .alignment: "the counterpart stands in another segment"
      case .reading: "Copydesk misreads one of the two texts"
      }
    }

    /// Whether a desk would want the finding.
    var isTrue: Bool { self == .slip }
  }

  /// Reads lines of document, segment, rule, span and class, separated by tabs.
  ///
  /// Empty lines and lines that start with `#` are left alone; so is what follows the class.
  static func read(_ file: URL) throws -> [Key: Class] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw MeasureError.missingFile(path: file.relativePath)
    }
    var verdicts: [Key: Class] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 5, let segment = Int(cells[1]), let span = span(cells[3]),
        let verdict = Class(rawValue: cells[4])
      else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1,
          reason: "expected document, segment, rule, span and one of "
            + Class.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let key = Key(document: cells[0], segment: segment, rule: cells[2], span: span)
      guard verdicts.updateValue(verdict, forKey: key) == nil else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1, reason: "the finding is judged twice")
      }
    }
    return verdicts
  }

  private static func span(_ text: String) -> Range<Int>? {
    let ends = text.split(separator: "-").compactMap { Int($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return nil }
    return ends[0]..<ends[1]
  }
}
