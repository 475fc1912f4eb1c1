// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskText

/// Takes findings out that the article itself silences, and reports silencers that silence nothing.
public enum Suppression {
  /// Reports a silencer that silences nothing; the linter checks it, because it alone knows what was silenced.
  public static let unusedRule = RuleMetadata(
    id: "suppression/unused",
    summary: "Reports a comment or front matter entry that silences no finding.",
    rationale: "A silencer that outlived its finding hides the next one; what is not needed goes.",
    severity: .suggestion,
    type: .other,
    examples: [])
}
