// SPDX-License-Identifier: Apache-2.0

extension StringProtocol {
  /// The number of runs without white space.
  ///
  /// This is the unit of every “per 1,000 words”. It means nothing in Chinese or Japanese.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for scalar in unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}

/// The first subtag of a language tag: `es` of `es-419`.
func baseLanguage(of tag: String) -> String {
  String(tag.prefix { $0 != "-" })
}

/// Whether words of the language are written apart, so that they can be counted.
func writesWordsApart(_ language: String) -> Bool {
  !["ja", "zh"].contains(language)
}
