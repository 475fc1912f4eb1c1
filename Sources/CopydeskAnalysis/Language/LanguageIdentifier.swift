// SPDX-License-Identifier: Apache-2.0

public import CopydeskArticles
internal import CopydeskICU
internal import CopydeskLanguageData
public import CopydeskText

/// Tells the language of an article that does not say it.
public enum LanguageIdentifier {
  /// Enough words to be sure, and few enough to take some microseconds.
  private static let sampleSize = 400
  /// Fewer words than these prove nothing.
  private static let leastWords = 4
  /// What a word that a table does not have counts as.
  private static let unknownLevel = 60
  /// How much the best language must be ahead of the next, on average for a word.
  ///
  /// Between two languages with tables the gap is 40 and more; a language without a table that is close to
  /// one of them, such as Slovak to Czech, comes to 22 but has few known words.
  private static let leastMargin = 10
  /// The share of its words that a language must know, in percent: 90 and more in its own copy, 75 at most
  /// in copy of a language without a table (Catalan by Spanish).
  private static let leastKnownShare = 78

  /// Fewer bytes than these prove nothing in a script without spaces, where words cannot be counted.
  private static let leastSpacelessBytes = 24

  /// The language of an article's prose, or `nil` if it is none of the languages that can be told apart.
  public static func language(of article: Article) -> LanguageTag? {
    let words = sample(of: article)
    guard let script = mainScript(of: words) else { return nil }
    if let language = language(ofScript: script) {
      guard words.reduce(0, { $0 + $1.range.count }) >= leastSpacelessBytes else { return nil }
      let isJapanese = script == .han && words.contains { hasKana($0, in: article.text) }
      return LanguageTag(isJapanese ? "ja" : language)
    }
    guard words.count >= leastWords else { return nil }
    let keys = words.lazy.filter { $0.script == script }.map(\.key)
    var best: (language: String, sum: Int, known: Int)?
    var next = 0
    for candidate in ForeignRunFinder.Candidate.all where candidate.script == script {
      var sum = 0
      var known = 0
      for key in keys {
        if let level = candidate.table.level(ofKey: key) {
          sum += Int(level)
          known += 1
        } else {
          sum += unknownLevel
        }
      }
      if sum > best?.sum ?? 0 {
        next = best?.sum ?? 0
        best = (candidate.table.language, sum, known)
      } else {
        next = max(next, sum)
      }
    }
    let count = keys.count
    guard let best, best.sum - next >= leastMargin * count, 100 * best.known >= leastKnownShare * count
    else { return nil }
    return LanguageTag(best.language)
  }

  /// Lower-case words, and words of scripts without case: names are alike in all languages.
  private static func sample(of article: Article) -> [Token] {
    let tokenizer = Tokenizer(language: nil)
    var words: [Token] = []
    var tokens: [Token] = []
    for segment in article.segments where segment.role.isProse && segment.language == nil {
      tokens.removeAll(keepingCapacity: true)
      tokenizer.append(tokensIn: article.text, range: segment.range, to: &tokens)
      words.append(
        contentsOf: tokens.lazy.filter {
          $0.kind == .word && $0.traits.isDisjoint(with: [.capitalized, .hasDigit, .innerPeriod, .clitic])
        })
      if words.count >= sampleSize { break }
    }
    return words
  }

  /// The script that most of the words' text is in.
  private static func mainScript(of words: [Token]) -> UnicodeScript? {
    var counts: [UnicodeScript: Int] = [:]
    for word in words { counts[word.script, default: 0] += word.range.count }
    return counts.max { ($0.value, $1.key.code) < ($1.value, $0.key.code) }?.key
  }

  /// Whether a run of Chinese characters goes on in kana.
  private static func hasKana(_ token: Token, in text: [UInt8]) -> Bool {
    var offset = Int(token.start)
    while offset < token.end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      if (0x3041...0x30FF).contains(codePoint) { return true }
      offset += length
    }
    return false
  }

  /// The language that a script stands for in news copy, if it is only one.
  private static func language(ofScript script: UnicodeScript) -> String? {
    switch script {
    case .greek: "el"
    case .hebrew: "he"
    case .hiragana, .katakana: "ja"
    case .han: "zh"
    case .thai: "th"
    case .lao: "lo"
    case .khmer: "km"
    case .myanmar: "my"
    default: script.shortName == "Hang" ? "ko" : nil
    }
  }
}
