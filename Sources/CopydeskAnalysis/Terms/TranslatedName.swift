// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskICU
internal import CopydeskText

/// One name that an article gives both as it is and word for word in the language of the copy.
public struct TranslatedName: Hashable, Sendable {
  /// One place that uses the name.
  public struct Mention: Hashable, Sendable {
    /// The tokens from the first to the last word of the name.
    public let tokens: Range<Int>
  }

  /// The places with the name in its own language, in text order.
  public let original: [Mention]
  /// The places with the name in the language of the copy, in text order.
  public let translated: [Mention]
}

/// Finds names that stand in an article both translated and untranslated.
///
/// Names are runs of capitalized words. Each part of a run gets a signature in which a word of the
/// lexicon counts as its meaning and any other word as itself, whatever the order: so `Tren de Aragua`
/// and `Aragua Train` meet. They are a pair if the words that differ are of the copy's language on
/// one side and of another on the other.
struct TranslatedNameFinder {
  /// The longest name in words, without the particles.
  private static let longestName = 5
  /// How many ways to read the meanings of a part of a run are tried.
  private static let mostReadings = 16

  /// A word of a name: a meaning, or a word that stands for itself.
  private struct Element {
    let signature: UInt64
    let key: UInt64
    /// The languages in which it has the meaning; empty for a word that stands for itself.
    let languages: NameLexicon.Languages
  }

  /// A part of a run.
  private struct Part {
    let elements: [Element]
    let tokens: Range<Int>
    /// Whether nothing else of a name stands beside it.
    let isWhole: Bool
    let isQuoted: Bool
  }

  private let analysis: ArticleAnalysis
  private let lexicon: NameLexicon
  private let target: NameLexicon.Languages
  private var meanings: [UInt64: [NameLexicon.Meaning]] = [:]

  init(_ analysis: ArticleAnalysis, lexicon: NameLexicon = .shared) {
    self.analysis = analysis
    self.lexicon = lexicon
    target = lexicon.languages(analysis.language)
  }

  mutating func names() -> [TranslatedName] {
    if target.isEmpty { return [] }
    var parts: [Part] = []
    var groups: [UInt64: [Int]] = [:]
    var order: [UInt64] = []
    for (index, segment) in analysis.article.segments.enumerated() {
      switch segment.role {
      case .embed, .boilerplate, .code: continue
      default: break
      }
      for run in runs(inSegment: index) where run.count > 1 {
        let capitals = run.map { meanings(of: $0) }
        guard capitals.contains(where: { !$0.isEmpty }) else { continue }
        collect(run, meanings: capitals) { part, signature in
          if groups[signature] == nil { order.append(signature) }
          groups[signature, default: []].append(parts.count)
          parts.append(part)
        }
      }
    }
    var names: [TranslatedName] = []
    for signature in order {
      guard let group = groups[signature], group.count > 1 else { continue }
      if let name = name(from: group.map { parts[$0] }) { names.append(name) }
    }
    return longestOnly(names)
  }

  // MARK: Runs

  private mutating func meanings(of index: Int) -> [NameLexicon.Meaning] {
    let token = analysis.tokens[index]
    if let known = meanings[token.key] { return known }
    let found = lexicon.meanings(of: token, in: analysis.article.text)
    meanings[token.key] = found
    return found
  }

  /// The runs of name words of a segment, as lists of token indices without the particles between them.
  private mutating func runs(inSegment segment: Int) -> [[Int]] {
    let data = analysis.languageData
    var runs: [[Int]] = []
    var run: [Int] = []
    var gap = 0
    func finish(_ run: inout [Int]) {
      if run.count > 1 { runs.append(run) }
      run = []
    }
    for index in analysis.segmentTokens[segment] {
      let token = analysis.tokens[index]
      // Most words are in lowercase and in no run; they must cost nothing.
      if run.isEmpty, !token.traits.contains(.capitalized) { continue }
      guard token.kind == .word else {
        finish(&run)
        continue
      }
      let isParticle =
        token.traits.contains(.clitic) || data.nameParticles.contains(token.key) || data.articles.contains(token.key)
      if token.traits.contains(.capitalized), !isParticle,
        !(data.functionWords.contains(token.key) && analysis.beginsSentence(index))
      {
        run.append(index)
        gap = 0
      } else if isParticle, gap < 2, !run.isEmpty {
        gap += 1
      } else if gap == 0, !run.isEmpty, !data.hasTitleCase,
        meanings(of: index).contains(where: { !$0.languages.isDisjoint(with: target) })
      {
        // Many languages write only the first word of a name with a capital (Maison blanche, Белый дом).
        run.append(index)
      } else {
        finish(&run)
      }
    }
    finish(&run)
    return runs
  }

  // MARK: Parts

  private func collect(
    _ run: [Int], meanings: [[NameLexicon.Meaning]], _ add: (Part, UInt64) -> Void
  ) {
    // Where every noun has a capital, only a word of another language beside a name belongs to it.
    let capitalizesNouns = analysis.languageData.capitalizesNouns
    let firstIsWeak = analysis.beginsSentence(run[0])
    for start in run.indices where analysis.tokens[run[start]].traits.contains(.capitalized) {
      for end in start + 1..<min(run.count, start + TranslatedNameFinder.longestName) {
        guard (start...end).contains(where: { !meanings[$0].isEmpty }) else { continue }
        let tokens = run[start]..<run[end] + 1
        let isWhole =
          capitalizesNouns
          ? !isForeign(meanings, start - 1) && !isForeign(meanings, end + 1)
          : end == run.count - 1 && (start == 0 || start == 1 && firstIsWeak)
        let isQuoted = analysis.isQuoted(analysis.range(of: tokens))
        for elements in readings(of: run[start...end], meanings: meanings[start...end]) {
          let sorted = elements.sorted { ($0.signature, $0.key) < ($1.signature, $1.key) }
          var signature = TokenKey()
          for element in sorted {
            for shift in stride(from: 0, to: 64, by: 8) {
              signature.add(UInt8(truncatingIfNeeded: element.signature >> UInt64(shift)))
            }
          }
          add(Part(elements: sorted, tokens: tokens, isWhole: isWhole, isQuoted: isQuoted), signature.value)
        }
      }
    }
  }

  /// Whether there is a word at an index that only other languages build names with.
  private func isForeign(_ meanings: [[NameLexicon.Meaning]], _ index: Int) -> Bool {
    meanings.indices.contains(index) && !meanings[index].isEmpty
      && meanings[index].allSatisfy { $0.languages.isDisjoint(with: target) }
  }

  /// The ways to read some words: each word of the lexicon as one of its meanings.
  private func readings(of words: ArraySlice<Int>, meanings: ArraySlice<[NameLexicon.Meaning]>) -> [[Element]] {
    var readings: [[Element]] = [[]]
    for (word, meanings) in zip(words, meanings) {
      let key = analysis.tokens[word].key
      var elements = meanings.map { meaning in
        Element(signature: UInt64(meaning.row), key: key, languages: meaning.languages)
      }
      if elements.isEmpty {
        // Above the numbers of the rows.
        let plain = plainKey(of: word)
        elements = [Element(signature: plain | 1 << 63, key: plain, languages: [])]
      }
      readings = readings.flatMap { reading in elements.map { reading + [$0] } }
      if readings.count > TranslatedNameFinder.mostReadings {
        readings.removeLast(readings.count - TranslatedNameFinder.mostReadings)
      }
    }
    return readings
  }

  /// The key of a word without diacritics.
  private func plainKey(of index: Int) -> UInt64 {
    let token = analysis.tokens[index]
    if token.traits.isDisjoint(with: .nonASCII) { return token.key }
    var key = TokenKey()
    let text = analysis.article.text
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      offset += length
      let info = CharacterTable.shared.info(of: codePoint)
      key.add(codePoint: codePoint < 0x80 ? info.folded : UnicodeProperties.baseLetter(of: info.folded))
    }
    return key.value
  }

  // MARK: Pairs

  /// How a part relates to the language of the copy.
  private enum Side {
    case original
    case translated
  }

  /// The name that parts of one signature make up, or `nil` if they are one name in one form.
  private func name(from parts: [Part]) -> TranslatedName? {
    // An article has few forms of a name, however often it uses them.
    var forms: [Part] = []
    for part in parts where !forms.contains(where: { hasSameWords($0, part) }) { forms.append(part) }
    for (index, first) in forms.enumerated() {
      for second in forms[(index + 1)...] {
        guard let side = side(of: first, beside: second) else { continue }
        let original = parts.filter { hasSameWords($0, side == .original ? first : second) }
        let translated = parts.filter { hasSameWords($0, side == .original ? second : first) }
        // The name must be all there is at least once: "Museo Reina Sofía" does not name the queen.
        guard original.contains(where: { $0.isWhole }), translated.contains(where: { $0.isWhole }),
          !isDeclared(original, translated)
        else { continue }
        let places = (original.filter { !$0.isQuoted }, translated.filter { !$0.isQuoted })
        guard !places.0.isEmpty, !places.1.isEmpty else { continue }
        return TranslatedName(
          original: places.0.map { TranslatedName.Mention(tokens: $0.tokens) },
          translated: places.1.map { TranslatedName.Mention(tokens: $0.tokens) })
      }
    }
    return nil
  }

  private func hasSameWords(_ left: Part, _ right: Part) -> Bool {
    zip(left.elements, right.elements).allSatisfy { $0.key == $1.key }
  }

  /// The side of the first part if the two are original and translation.
  private func side(of first: Part, beside second: Part) -> Side? {
    var side: Side?
    var shared = 0
    var translated = 0
    for (left, right) in zip(first.elements, second.elements) {
      if left.key == right.key {
        shared += 1
        continue
      }
      let leftIsOwn = !left.languages.isDisjoint(with: target)
      let rightIsOwn = !right.languages.isDisjoint(with: target)
      // Two forms of a word of one language say nothing.
      if leftIsOwn == rightIsOwn { continue }
      let this: Side = leftIsOwn ? .translated : .original
      if let side, side != this { return nil }
      side = this
      translated += 1
    }
    return shared > 0 || translated > 1 ? side : nil
  }

  /// Whether the article itself says that the two are one, as in `Institute of Railways (Instituto de
  /// Ferrocarriles)`.
  private func isDeclared(_ original: [Part], _ translated: [Part]) -> Bool {
    // In text order, only neighbors can be that near.
    let places = (original.map { ($0.tokens, true) } + translated.map { ($0.tokens, false) })
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
    return zip(places, places.dropFirst()).contains { first, second in
      first.1 != second.1 && second.0.lowerBound - first.0.upperBound <= 4
        && analysis.sentenceIndex(at: first.0.lowerBound) == analysis.sentenceIndex(at: second.0.lowerBound)
    }
  }

  /// Leaves out names whose places lie within those of a longer one, and repetitions.
  private func longestOnly(_ names: [TranslatedName]) -> [TranslatedName] {
    var kept: [TranslatedName] = []
    let ordered = names.enumerated().sorted { left, right in
      (-(left.element.original.first?.tokens.count ?? 0), left.offset)
        < (-(right.element.original.first?.tokens.count ?? 0), right.offset)
    }
    for (_, name) in ordered {
      let isCovered = kept.contains { longer in
        name.translated.contains { place in
          longer.translated.contains { $0.tokens.overlaps(place.tokens) }
        }
      }
      if !isCovered { kept.append(name) }
    }
    return kept.sorted { ($0.translated.first?.tokens.lowerBound ?? 0) < ($1.translated.first?.tokens.lowerBound ?? 0) }
  }
}

extension ArticleAnalysis {
  /// The names that the article gives both as they are and word for word in its own language.
  public func translatedNames() -> [TranslatedName] {
    var finder = TranslatedNameFinder(self)
    return finder.names()
  }

  /// The hashtags whose letters are those of a name, with or without its particles.
  public func hashtags(of name: TranslatedName.Mention) -> [Int] {
    let words = tokens[name.tokens]
    let keys = [
      joinedKey(of: words), joinedKey(of: words.filter { !languageData.nameParticles.contains($0.key) }),
    ]
    return tokens.indices.filter { index in
      tokens[index].kind == .hashtag && keys.contains(joinedKey(of: [tokens[index]]))
    }
  }

  /// The key of some tokens' letters and digits in one word, without diacritics.
  private func joinedKey(of tokens: some Sequence<Token>) -> UInt64 {
    var key = TokenKey()
    let text = article.text
    for token in tokens {
      var offset = Int(token.start)
      while offset < Int(token.end) {
        let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
        offset += length
        let info = CharacterTable.shared.info(of: codePoint)
        guard info.isLetter || info.kind == .digit else { continue }
        key.add(codePoint: codePoint < 0x80 ? info.folded : UnicodeProperties.baseLetter(of: info.folded))
      }
    }
    return key.value
  }
}
