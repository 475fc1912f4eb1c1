// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Pairs of what is wrong and what is right, collected from the rule packages of Vale and prh.
struct SwapTable {
  /// One pair.
  struct Swap {
    var isPattern: Bool
    var key: String
    var value: String
  }

  /// The pairs of one rule file.
  struct RuleFile {
    var package: String
    var path: String
    var ignoresCase: Bool
    var swaps: [Swap]

    /// Whether prh reads the file; the others are Vale's.
    var isPrh: Bool { package.hasPrefix("prh+") }

    /// The language of the file; of these packages only prh's are not English.
    var language: String { isPrh ? "ja" : "en" }
  }

  var files: [RuleFile] = []

  /// Reads a table with the columns package, file, kind, key, value and whether case is ignored.
  init(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    var indices: [String: Int] = [:]
    for (number, line) in text.split(separator: "\n").enumerated() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let isPattern = ["literal": false, "regex": true][cells[2]] else {
        throw MeasureError.invalidRecord(
          path: file.path, line: number + 1, reason: "expected package, file, literal or regex, key, value, ignorecase")
      }
      let name = cells[0] + "\t" + cells[1] + "\t" + cells[5]
      let index = indices[name] ?? files.count
      if index == files.count {
        indices[name] = index
        files.append(RuleFile(package: cells[0], path: cells[1], ignoresCase: cells[5] == "True", swaps: []))
      }
      files[index].swaps.append(Swap(isPattern: isPattern, key: cells[3], value: cells[4]))
    }
  }
}

extension SwapTable.RuleFile {
  /// The file as its tool reads it: one pair on each of the lines after ``headerLineCount``.
  var text: String {
    var lines = isPrh ? ["version: 1", "rules:"] : ["extends: substitution", "ignorecase: \(ignoresCase)", "swap:"]
    for (index, swap) in swaps.enumerated() {
      let (key, value) = (Self.quoted(swap.key), Self.quoted(swap.value))
      // The message tells which terms came of one rule.
      lines.append(
        isPrh ? "  - {expected: \(value), pattern: \(key), prh: rule \(index)}" : "  \(key): \(value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The number of lines before the first pair.
  var headerLineCount: Int { isPrh ? 2 : 3 }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "''") + "'"
  }
}
