// SPDX-License-Identifier: Apache-2.0

/// What the rules on numbers and dates say of professional references.
struct QuantityScore {
  /// The references of one pair of languages.
  struct PairCount {
    var documents = 0
    var segments = 0
    /// Words of the translation, or of the source if the translation's language writes them together.
    var words = 0
  }

  /// A finding with the text on both sides of it.
  struct Finding {
    var pair: String
    var document: String
    var flag: SpanFlag
    var target: String
    var source: String
    /// Where the source says it, in UTF-16 code units of that text.
    var sourceSpan: Range<Int>?

    /// What a verdict on it is found by.
    var key: ReferenceVerdict.Key {
      ReferenceVerdict.Key(document: document, segment: flag.segment, rule: flag.rule, span: flag.span)
    }

    var isBilingual: Bool { QuantityRules.bilingual.contains(flag.rule) }
  }

  private(set) var pairs: [String: PairCount] = [:]
  private(set) var findings: [Finding] = []

  /// Counts one reference and what was found on its numbers and dates.
  mutating func add(_ document: DocumentRecord, flags: [SpanFlag]) {
    pairs[document.pair, default: PairCount()].documents += 1
    pairs[document.pair, default: PairCount()].segments += document.target.count
    let words =
      writesWordsApart(document.language)
      ? document.wordCount
      : writesWordsApart(document.sourceLanguage) ? document.source.reduce(0) { $0 + $1.wordCount } : 0
    pairs[document.pair, default: PairCount()].words += words
    for flag in flags where QuantityRules.contains(flag.rule) {
      let place = flag.sourcePlaces.first
      findings.append(
        Finding(
          pair: document.pair, document: document.request.id, flag: flag,
          target: document.target.text(at: flag.segment),
          source: document.source.text(at: place?.segment ?? flag.segment),
          sourceSpan: place?.span))
    }
  }

  /// The references of every pair together; words only of those that have any.
  var total: PairCount {
    pairs.values.reduce(into: PairCount()) { sum, count in
      sum.documents += count.documents
      sum.segments += count.segments
      sum.words += count.words
    }
  }
}

extension [String] {
  /// The segment of that number, or an empty one where there is none.
  fileprivate func text(at index: Int) -> String {
    indices.contains(index) ? self[index] : ""
  }
}
