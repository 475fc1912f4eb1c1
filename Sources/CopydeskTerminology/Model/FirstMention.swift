// SPDX-License-Identifier: Apache-2.0

/// The pattern by which a term is introduced, such as `{full} ({acronym})`.
public enum FirstMention {
  /// What a pattern can name.
  public enum Placeholder: String, CaseIterable, Sendable {
    /// The preferred whole name of the concept.
    case full
    /// The acronym or short form.
    case acronym
  }

  /// The names between braces, in order; also those that are no ``Placeholder``.
  public static func placeholders(in pattern: String) -> [String] {
    pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The pattern with its placeholders replaced; unknown ones stay.
  public static func text(_ pattern: String, full: String, acronym: String) -> String {
    var result = ""
    for (index, part) in pattern.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        result += part
        continue
      }
      guard let end = part.firstIndex(of: "}"), let placeholder = Placeholder(rawValue: String(part[..<end])) else {
        result += "{" + part
        continue
      }
      result += (placeholder == .full ? full : acronym) + part[part.index(after: end)...]
    }
    return result
  }
}
