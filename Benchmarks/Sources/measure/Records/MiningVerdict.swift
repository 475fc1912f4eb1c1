// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What an editor thinks of a proposal of `glossary mine`.
struct MiningVerdict: Hashable {
  /// A proposal of a list: its first term and, where both languages are mined, its first rendering.
  struct Proposal: Hashable {
    var list: String
    var term: String
    var rendering: String
  }

  var proposal: Proposal
  /// Whether the editor would keep it.
  var isKept: Bool
  /// Why not, in a word; empty for what is kept.
  var reason: String

  /// The reasons for which a proposal is not kept.
  static let reasons: Set<String> = ["rendering", "fragment", "plain", "given-name"]

  /// Reads lines of list, term, rendering, `keep` or `drop`, and the reason, separated by tabs.
  ///
  /// Empty lines and lines that start with `#` are left alone.
  static func read(_ file: URL) throws -> [Proposal: MiningVerdict] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw MeasureError.missingFile(path: file.relativePath)
    }
    var verdicts: [Proposal: MiningVerdict] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5, ["keep", "drop"].contains(cells[3]), (cells[3] == "drop") == reasons.contains(cells[4])
      else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1,
          reason: "expected list, term, rendering, keep or drop, and a reason for what is dropped")
      }
      let proposal = Proposal(list: cells[0], term: cells[1], rendering: cells[2])
      guard verdicts[proposal] == nil else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1, reason: "“\(proposal.term)” is judged twice")
      }
      verdicts[proposal] = MiningVerdict(proposal: proposal, isKept: cells[3] == "keep", reason: cells[4])
    }
    return verdicts
  }
}
