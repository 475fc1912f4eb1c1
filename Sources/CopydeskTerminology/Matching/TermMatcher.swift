// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
public import CopydeskText
internal import Synchronization

/// Finds the terms of glossaries in tokenized text.
///
/// Matching walks a tree of word keys: one table lookup for each token, more only where a term
/// starts. Case, white space and hyphens do not count in the walk; whether the capitals of a place
/// fit a term is looked at where the walk ends.
public struct TermMatcher: Sendable {
  /// The terms that are looked for, by concept.
  public private(set) var entries: [TermEntry] = []
  /// The concepts that have terms in the language.
  public private(set) var concepts: [TermConcept] = []
  private let language: LanguageTag?
  private let tokenizer: Tokenizer
  private let splitsCharacters: Bool
  private var trie: TermTrie
  /// The first pattern that ends at each node, or -1.
  private var nodePatterns: [Int32] = []
  private var patterns: [Pattern] = []
  /// The texts of all patterns, one behind the other, and their tokens.
  private var patternText: [UInt8] = []
  private var patternTokens: [TextRange] = []
  private let exceptions = TermExceptions()

  /// A way in which a text can use a term.
  private struct Pattern: Sendable {
    let entry: Int32
    /// The next pattern at the same node, or -1.
    let next: Int32
    /// Its tokens in `patternTokens`.
    let tokens: Range<Int>
    /// Whether the capitals must be looked at.
    let isCaseBound: Bool
    let takesPeriod: Bool
    let isInitials: Bool
  }

  /// Creates a matcher that finds nothing.
  public init() {
    self.init(glossaries: [], language: nil)
  }

  /// Creates a matcher for the terms of a language.
  ///
  /// Terms of the language itself and of less specific tags take part: `es-MX` copy is matched with
  /// terms in `es` and `es-MX`, `es` copy only with those in `es`. Proposed terms take no part.
  public init(glossaries: [Glossary], language: LanguageTag) {
    self.init(glossaries: glossaries, language: Optional(language))
  }

  private init(glossaries: [Glossary], language: LanguageTag?) {
    self.language = language
    tokenizer = Tokenizer(language: language?.language)
    splitsCharacters = ["zh", "yue", "ja", "th", "lo", "km", "my"].contains(language?.language)
    trie = TermTrie(capacity: 16)
    guard let language else { return }
    var covered: [LanguageTag: Bool] = [:]
    var texts: [(entry: Int32, range: TextRange)] = []
    for glossary in glossaries {
      for concept in glossary.concepts {
        let start = entries.count
        for term in concept.terms where term.status != .proposed {
          let isCovered: Bool
          if let known = covered[term.language] {
            isCovered = known
          } else {
            isCovered = TermMatcher.covers(term.language, language)
            covered[term.language] = isCovered
          }
          guard isCovered else { continue }
          let entry = Int32(entries.count)
          entries.append(TermEntry(term: term, concept: concepts.count))
          texts.append((entry, appendText(term.text)))
          for form in term.forms { texts.append((entry, appendText(form))) }
        }
        if entries.count > start {
          concepts.append(
            TermConcept(id: concept.id, kind: concept.kind, glossary: glossary.id, entries: start..<entries.count))
        }
      }
    }
    compile(texts)
  }

  /// Whether terms of a language count in copy of another: the tags are equal up to subtags that only
  /// the copy's has.
  private static func covers(_ term: LanguageTag, _ copy: LanguageTag) -> Bool {
    if term == copy { return true }
    let (short, long) = (Array(term.tag.utf8), Array(copy.tag.utf8))
    return short.count < long.count && long.starts(with: short) && long[short.count] == UInt8(ascii: "-")
  }

  /// Whether the matcher has no term.
  public var isEmpty: Bool { entries.isEmpty }

  /// The term to use for a concept on a day: the preferred one, else the first that is admitted.
  ///
  /// - Parameters:
  ///   - concept: The index of the concept.
  ///   - replacing: The term that is to be replaced; one that shortens is replaced by one that shortens if
  ///     there is one.
  ///   - date: What is known of the article's date.
  /// - Returns: The index of the entry, or `nil` if the concept has no term to use.
  public func preferredEntry(ofConcept concept: Int, replacing: Term? = nil, date: ArticleDate = .unknown) -> Int? {
    func rank(_ index: Int) -> (Int, Int, Int, Int) {
      let term = entries[index].term
      let isSameLength = term.type.isShortening == (replacing?.type.isShortening ?? false)
      return (
        isSameLength ? 0 : 1, term.status == .preferred ? 0 : 1, term.language == language ? 0 : 1, index
      )
    }
    let usable = concepts[concept].entries.filter { index in
      let term = entries[index].term
      return term.status.isAllowed && term.type != .hashtag && term.type != .misspelling && term != replacing
        && !date.isOutside(term.validity)
    }
    return usable.min { rank($0) < rank($1) }
  }

  // MARK: Compiling

  /// Appends a text to those of the patterns; line feeds between them keep their words apart.
  private mutating func appendText(_ text: String) -> TextRange {
    let start = patternText.count
    patternText.append(contentsOf: text.utf8)
    let range = TextRange(start, patternText.count)
    patternText.append(0x0A)
    return range
  }

  /// Puts all texts into the tree; they are tokenized in one pass, which takes half the time of one for each.
  private mutating func compile(_ texts: [(entry: Int32, range: TextRange)]) {
    let all = tokenizer.tokens(in: patternText)
    trie = TermTrie(capacity: all.count + texts.count * 2)
    nodePatterns.reserveCapacity(all.count + texts.count * 2)
    patterns.reserveCapacity(texts.count * 2)
    patternTokens.reserveCapacity(all.count)
    var next = 0
    var words: [Token] = []
    for (entry, range) in texts {
      words.removeAll(keepingCapacity: true)
      while next < all.count, all[next].start < range.end {
        words.append(all[next])
        next += 1
      }
      add(splitsCharacters ? characters(of: words, in: patternText).tokens : words, entry: entry)
    }
  }

  private mutating func add(_ tokens: [Token], entry: Int32) {
    if let first = tokens.first, first.kind == .hashtag, tokens.count == 1 {
      addPattern(at: trie.addNode(after: TermTrie.hashtagRoot, key: first.key), entry: entry, tokens: 0..<0)
      return
    }
    let takesPeriod = tokens.count > 1 && tokens.last.map { isPeriod($0, in: patternText) } ?? false
    var node = TermTrie.root
    let firstToken = patternTokens.count
    var traits: Token.Traits = []
    for token in takesPeriod ? tokens.dropLast() : tokens[...] where !TermMatcher.isHyphen(token, in: patternText) {
      guard node != TermTrie.root || token.isWordLike else { return }
      node = trie.addNode(after: node, key: token.key)
      patternTokens.append(token.range)
      traits.formUnion(token.traits)
    }
    guard node != TermTrie.root else { return }
    let isCaseBound: Bool =
      switch entries[Int(entry)].term.casePolicy {
      case .exact: true
      case .permissive: !traits.isDisjoint(with: [.capitalized, .allCapitals, .innerCapital])
      case .fold: false
      }
    let isInitials =
      patternTokens.count == firstToken + 1 && traits.contains(.allCapitals) && patternTokens[firstToken].count <= 5
    addPattern(
      at: node, entry: entry, tokens: firstToken..<patternTokens.count, isCaseBound: isCaseBound,
      takesPeriod: takesPeriod, isInitials: isInitials)
    addHashtag(patternTokens[firstToken...], isASCII: traits.isDisjoint(with: .nonASCII), entry: entry)
  }

  private mutating func addPattern(
    at node: UInt32, entry: Int32, tokens: Range<Int>, isCaseBound: Bool = false, takesPeriod: Bool = false,
    isInitials: Bool = false
  ) {
    while nodePatterns.count < Int(trie.nodeCount) { nodePatterns.append(-1) }
    patterns.append(
      Pattern(
        entry: entry, next: nodePatterns[Int(node)], tokens: tokens, isCaseBound: isCaseBound,
        takesPeriod: takesPeriod, isInitials: isInitials))
    nodePatterns[Int(node)] = Int32(patterns.count - 1)
  }

  /// The shortest one-word term that is also looked for as a hashtag; below, too many mean something else.
  private static let shortestHashtag = 5

  /// Makes the words of a term findable as a hashtag, with accents and without.
  private mutating func addHashtag(_ words: ArraySlice<TextRange>, isASCII: Bool, entry: Int32) {
    if words.count == 1, let only = words.first, only.count < TermMatcher.shortestHashtag { return }
    let (exact, plain) = TermMatcher.joinedKeys(of: words, in: patternText.span, isASCII: isASCII)
    addPattern(at: trie.addNode(after: TermTrie.hashtagRoot, key: exact), entry: entry, tokens: 0..<0)
    if plain != exact {
      addPattern(at: trie.addNode(after: TermTrie.hashtagRoot, key: plain), entry: entry, tokens: 0..<0)
    }
  }

  /// The keys of the letters and digits of some words in one word, with accents and without.
  private static func joinedKeys(
    of words: ArraySlice<TextRange>, in text: Span<UInt8>, isASCII: Bool
  ) -> (exact: UInt64, plain: UInt64) {
    let table = CharacterTable.shared
    var exact = TokenKey()
    var plain = TokenKey()
    for word in words {
      var offset = Int(word.start)
      while offset < Int(word.end) {
        let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
        offset += length
        let info = table.info(of: codePoint)
        guard info.isLetter || info.kind == .digit else { continue }
        exact.add(codePoint: info.folded)
        if !isASCII { plain.add(codePoint: UnicodeProperties.baseLetter(of: info.folded)) }
      }
    }
    return (exact.value, isASCII ? exact.value : plain.value)
  }

  // MARK: Matching

  /// The matches in text order, without overlap: the longest wins.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tokens: Its tokens, as a ``Tokenizer`` of the matcher's language reads them.
  ///   - segments: The runs of tokens that no term reaches across, with their roles.
  ///   - date: What is known of the day of publication.
  /// - Returns: The matches. A term of unfit validity is given with a flag unless another term fits the place.
  public func matches(
    in text: [UInt8], tokens: [Token], segments: [(tokens: Range<Int>, role: SegmentRole)],
    date: ArticleDate = .unknown
  ) -> [TermMatch] {
    if entries.isEmpty { return [] }
    if splitsCharacters {
      let (units, origins) = characters(of: tokens, in: text)
      var matches: [TermMatch] = []
      var unit = 0
      for segment in segments {
        while unit < units.count, origins[unit] < segment.tokens.lowerBound { unit += 1 }
        let start = unit
        while unit < units.count, origins[unit] < segment.tokens.upperBound { unit += 1 }
        var walk = Walk(matcher: self, text: text, tokens: units, role: segment.role, date: date)
        walk.run(start..<unit, into: &matches)
      }
      return matches.map { match in
        TermMatch(
          range: match.range, tokens: origins[match.tokens.lowerBound]..<origins[match.tokens.upperBound - 1] + 1,
          entry: match.entry, isHashtag: match.isHashtag, isOutsideValidity: match.isOutsideValidity)
      }
    }
    var matches: [TermMatch] = []
    for segment in segments where segment.role != .code {
      var walk = Walk(matcher: self, text: text, tokens: tokens, role: segment.role, date: date)
      walk.run(segment.tokens, into: &matches)
    }
    return matches
  }

  /// The matches in a text that is one segment.
  public func matches(in text: [UInt8], tokens: [Token]) -> [TermMatch] {
    matches(in: text, tokens: tokens, segments: [(tokens.indices, .paragraph)])
  }

  /// The keys of a text's words as ``matches(in:tokens:segments:date:)`` compares them.
  fileprivate func keys(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    let tokens = tokenizer.tokens(in: bytes)
    return (splitsCharacters ? characters(of: tokens, in: bytes).tokens : tokens)
      .filter { !TermMatcher.isHyphen($0, in: bytes) }.map(\.key)
  }

  /// Splits words of scripts without spaces into characters, since a dictionary may cut a term and
  /// the text around it in different places.
  private func characters(of tokens: [Token], in text: [UInt8]) -> (tokens: [Token], origins: [Int]) {
    var units: [Token] = []
    var origins: [Int] = []
    for (index, token) in tokens.enumerated() {
      guard token.kind == .word, TermMatcher.isSpaceless(token.script) else {
        units.append(token)
        origins.append(index)
        continue
      }
      var offset = token.start
      while offset < token.end {
        let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: Int(offset))
        var key = TokenKey()
        key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
        units.append(
          Token(
            start: offset, end: offset + UInt32(length), key: key.value, kind: .word, script: token.script,
            traits: [.nonASCII]))
        origins.append(index)
        offset += UInt32(length)
      }
    }
    return (units, origins)
  }

  private static func isSpaceless(_ script: UnicodeScript) -> Bool {
    switch script {
    case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }

  /// Whether a token is a hyphen of any kind or the dash of a pair, as in `Israel–Hamas`.
  static func isHyphen(_ token: Token, in text: [UInt8]) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint {
    case 0x2D, 0x2010, 0x2011, 0x2013: return true
    default: return false
    }
  }

  /// Whether a term that ends at a node is also written with a period behind it.
  private func takesPeriod(at node: UInt32, entry: Int) -> Bool {
    var index = nodePatterns[Int(node)]
    while index >= 0 {
      let pattern = patterns[Int(index)]
      if pattern.takesPeriod, Int(pattern.entry) == entry { return true }
      index = pattern.next
    }
    return false
  }

  private func isPeriod(_ token: Token, in text: [UInt8]) -> Bool {
    token.kind == .punctuation && text[Int(token.start)] == 0x2E
  }
}

extension TermMatcher {
  /// One pass over a segment.
  private struct Walk {
    let matcher: TermMatcher
    let text: [UInt8]
    let tokens: [Token]
    let role: SegmentRole
    let date: ArticleDate
    /// The nodes with patterns on the way, with the tokens they end before.
    var stops: [(node: UInt32, end: Int)] = []

    mutating func run(_ range: Range<Int>, into matches: inout [TermMatch]) {
      var index = range.lowerBound
      while index < range.upperBound {
        let token = tokens[index]
        switch token.kind {
        case .word, .number:
          let node = matcher.trie.node(after: TermTrie.root, key: token.key)
          if node != 0, let match = match(at: index, node: node, limit: range.upperBound) {
            matches.append(match)
            index = match.tokens.upperBound
            continue
          }
        case .hashtag:
          let node = matcher.trie.node(after: TermTrie.hashtagRoot, key: token.key)
          if node != 0, let best = bestPattern(at: node, tokens: index..<index + 1, isHashtag: true) {
            matches.append(
              TermMatch(
                range: token.range, tokens: index..<index + 1, entry: best.entry, isHashtag: true,
                isOutsideValidity: best.isOutside))
          }
        default: break
        }
        index += 1
      }
    }

    private mutating func match(at start: Int, node first: UInt32, limit: Int) -> TermMatch? {
      stops.removeAll(keepingCapacity: true)
      var node = first
      var end = start + 1
      while true {
        if matcher.nodePatterns[Int(node)] >= 0 {
          stops.append((node, end))
        }
        var next = end
        // A hyphen joins words like a space does.
        if next + 1 < limit, TermMatcher.isHyphen(tokens[next], in: text),
          tokens[next].traits.isDisjoint(with: .spaceBefore), tokens[next + 1].traits.isDisjoint(with: .spaceBefore)
        {
          next += 1
        }
        guard next < limit else { break }
        node = matcher.trie.node(after: node, key: tokens[next].key)
        if node == 0 { break }
        end = next + 1
      }
      while let stop = stops.popLast() {
        guard let best = bestPattern(at: stop.node, tokens: start..<stop.end, isHashtag: false) else { continue }
        var end = stop.end
        if matcher.takesPeriod(at: stop.node, entry: best.entry), end < limit, matcher.isPeriod(tokens[end], in: text),
          tokens[end].traits.isDisjoint(with: .spaceBefore)
        {
          end += 1
        }
        return TermMatch(
          range: TextRange(start: tokens[start].start, end: tokens[end - 1].end), tokens: start..<end,
          entry: best.entry, isOutsideValidity: best.isOutside)
      }
      return nil
    }

    /// The pattern that fits a place best: by its capitals, its validity, its status, then file order.
    private func bestPattern(
      at node: UInt32, tokens place: Range<Int>, isHashtag: Bool
    ) -> (entry: Int, isOutside: Bool)? {
      var best: (entry: Int, isOutside: Bool)?
      var bestRank = Int.max
      var index = matcher.nodePatterns[Int(node)]
      while index >= 0 {
        let pattern = matcher.patterns[Int(index)]
        index = pattern.next
        let term = matcher.entries[Int(pattern.entry)].term
        if !term.scopes.isEmpty, !term.scopes.contains(role) { continue }
        var isExact = true
        if !isHashtag, pattern.isCaseBound || pattern.next >= 0 || bestRank != .max {
          isExact = hasSameBytes(pattern, place)
          if pattern.isCaseBound, !isExact {
            guard term.casePolicy == .permissive, hasCapitals(of: pattern, place) else { continue }
          }
        }
        if pattern.isInitials, !isHashtag, isAmongCapitals(place.lowerBound) { continue }
        if !term.exceptions.isEmpty, !isHashtag, isExcepted(Int(pattern.entry), place) { continue }
        let isOutside = date.isOutside(term.validity)
        let rank = (isExact ? 0 : 16) + (isOutside ? 8 : 0) + statusRank(term.status)
        // Patterns of a node are chained from the last to the first, so equals go to the earlier.
        if rank <= bestRank {
          bestRank = rank
          best = (Int(pattern.entry), isOutside)
        }
      }
      return best
    }

    private func statusRank(_ status: TermStatus) -> Int {
      switch status {
      case .preferred: 0
      case .admitted: 1
      case .proposed: 2
      case .superseded: 3
      case .deprecated: 4
      case .forbidden: 5
      }
    }

    /// Whether the place lies in one of the longer texts that are excepted from a term.
    private func isExcepted(_ entry: Int, _ place: Range<Int>) -> Bool {
      matcher.exceptions.keys(of: entry, in: matcher).contains { exception in
        let words = place.filter { !TermMatcher.isHyphen(tokens[$0], in: text) }
        guard words.count < exception.count else { return false }
        return (0...exception.count - words.count).contains { offset in
          exception[offset..<offset + words.count].elementsEqual(words.map { tokens[$0].key })
            && continues(exception[(offset + words.count)...], from: place.upperBound, by: 1)
            && continues(exception[..<offset].reversed(), from: place.lowerBound - 1, by: -1)
        }
      }
    }

    /// Whether the tokens from an index on have some keys, read forward or backward; hyphens do not count.
    private func continues(_ keys: some Sequence<UInt64>, from start: Int, by step: Int) -> Bool {
      var index = start
      for key in keys {
        while tokens.indices.contains(index), TermMatcher.isHyphen(tokens[index], in: text) { index += step }
        guard tokens.indices.contains(index), tokens[index].key == key else { return false }
        index += step
      }
      return true
    }

    // MARK: Capitals

    /// The tokens of a place without the hyphens between them.
    private func wordTokens(_ place: Range<Int>) -> [Token] {
      tokens[place].filter { !TermMatcher.isHyphen($0, in: text) }
    }

    private func hasSameBytes(_ pattern: Pattern, _ place: Range<Int>) -> Bool {
      var index = place.lowerBound
      for range in matcher.patternTokens[pattern.tokens] {
        while index < place.upperBound, TermMatcher.isHyphen(tokens[index], in: text) { index += 1 }
        guard index < place.upperBound else { return true }
        let token = tokens[index]
        index += 1
        if token.range.count == range.count,
          text[token.range.offsets].elementsEqual(matcher.patternText[range.offsets])
        {
          continue
        }
        guard compare(range, token.range, { pattern, text in pattern == text }) else { return false }
      }
      return true
    }

    private func hasCapitals(of pattern: Pattern, _ place: Range<Int>) -> Bool {
      let words = wordTokens(place)
      for (range, token) in zip(matcher.patternTokens[pattern.tokens], words) {
        let fits = compare(range, token.range) { pattern, text in
          CharacterTable.shared.info(of: pattern).kind != .uppercase
            || CharacterTable.shared.info(of: text).kind == .uppercase
        }
        if !fits { return false }
      }
      return true
    }

    /// Compares a word of a pattern with one of the text, character by character; the shape of apostrophes
    /// and invisible characters do not count.
    private func compare(_ pattern: TextRange, _ place: TextRange, _ fits: (UInt32, UInt32) -> Bool) -> Bool {
      var left = Int(pattern.start)
      var right = Int(place.start)
      while true {
        guard let first = next(in: matcher.patternText, at: &left, end: Int(pattern.end)),
          let second = next(in: text, at: &right, end: Int(place.end))
        else { return true }
        if !fits(first, second) { return false }
      }
    }

    private func next(in bytes: [UInt8], at offset: inout Int, end: Int) -> UInt32? {
      while offset < end {
        let (codePoint, length) = UTF8Decoder.codePoint(in: bytes.span, at: offset)
        offset += length
        switch CharacterTable.shared.info(of: codePoint).kind {
        case .ignorable: continue
        case .apostrophe: return 0x27
        default: return codePoint
        }
      }
      return nil
    }

    /// Whether the words on both sides are in capitals too, so that initials may be a plain word.
    private func isAmongCapitals(_ index: Int) -> Bool {
      var capitals = 0
      for neighbor in [index - 2, index - 1, index + 1, index + 2] where tokens.indices.contains(neighbor) {
        let traits = tokens[neighbor].traits
        if traits.contains(.allCapitals) { capitals += 1 }
        if abs(neighbor - index) == 1, traits.contains(.hasLowercase) { return false }
      }
      return capitals > 1
    }
  }
}

/// The words of exceptions, read when their term is first found.
///
/// Glossaries have several exceptions for each term, and an article meets few of the terms: reading
/// all of them beforehand would take longer than everything else.
private final class TermExceptions: Sendable {
  private let known = Mutex<[Int: [[UInt64]]]>([:])

  func keys(of entry: Int, in matcher: TermMatcher) -> [[UInt64]] {
    known.withLock { known in
      if let keys = known[entry] { return keys }
      let keys = matcher.entries[entry].term.exceptions.map { matcher.keys(of: $0) }
      known[entry] = keys
      return keys
    }
  }
}
