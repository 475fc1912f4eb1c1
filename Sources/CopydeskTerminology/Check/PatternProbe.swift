// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// Tries what a regular expression of a glossary does to texts it was not written for.
enum PatternProbe {
  /// What is wrong with a pattern.
  enum Weakness: Hashable, Sendable {
    /// ICU cannot read it, for a reason that reads on after “the pattern will not do: ”.
    case isBroken(String)
    /// It matches where there is nothing.
    case matchesNothing
    /// It matches any word.
    case matchesAnyWord
    /// It takes too long on a text.
    case isSlow(String)
  }

  /// Words of no language: whatever matches all of them says nothing about terms.
  private static let strangeWords = ["qzxv", "VKJW", "Wpfh"]
  /// How often a probe repeats what may repeat; doubling ways of matching show well below.
  private static let repetitionCount = 48
  private static let maximumLetterCount = 12

  /// The first weakness that shows, or `nil` for a pattern that does well.
  static func weakness(of pattern: String) -> Weakness? {
    do throws(RegularExpression.Failure) {
      var expression = try RegularExpression(pattern, options: .ignoresCase)
      if try expression.matches(in: Array(" , ".utf8)).contains(where: { $0.range.isEmpty }) { return .matchesNothing }
      var matchedCount = 0
      for word in strangeWords where !(try expression.matches(in: Array(word.utf8)).isEmpty) { matchedCount += 1 }
      if matchedCount == strangeWords.count { return .matchesAnyWord }
    } catch {
      return .isBroken(error.description)
    }
    return slowProbe(for: pattern).map { .isSlow($0) }
  }

  /// The probe on which a search gives up.
  ///
  /// Ways of matching that double with each character need a long run of characters that the pattern knows and
  /// then one that it does not, so that every way is tried in vain.
  private static func slowProbe(for pattern: String) -> String? {
    var letters: [Character] = ["a", "0", " "]
    for character in pattern where character.isLetter && !letters.contains(character) { letters.append(character) }
    for letter in letters.prefix(maximumLetterCount) {
      let probe = String(repeating: letter, count: repetitionCount) + "\u{1}"
      do throws(RegularExpression.Failure) {
        var expression = try RegularExpression(pattern, options: .ignoresCase)
        _ = try expression.matches(in: Array(probe.utf8))
      } catch {
        return "\(letter)\(letter)\(letter)…"
      }
    }
    return nil
  }
}
