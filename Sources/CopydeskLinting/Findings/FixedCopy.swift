// SPDX-License-Identifier: Apache-2.0

/// Copy after the fixes of findings.
public enum FixedCopy {
  /// The copy after the first fix of every finding; an edit that overlaps one before it is left out.
  public static func text(_ copy: String, fixedBy findings: [Finding]) -> String {
    let edits = findings.compactMap { $0.fixes.first }.flatMap { $0.edits }.sorted { $0.range < $1.range }
    let bytes = Array(copy.utf8)
    var fixed: [UInt8] = []
    var end = 0
    for edit in edits where Int(edit.range.start) >= end {
      fixed.append(contentsOf: bytes[end..<Int(edit.range.start)])
      fixed.append(contentsOf: edit.replacement.utf8)
      end = Int(edit.range.end)
    }
    fixed.append(contentsOf: bytes[end...])
    return String(decoding: fixed, as: UTF8.self)
  }
}
