// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A text of a term, taken apart to be compared with a place.
///
/// Its buffers are used again for each term, so that comparing allocates nothing.
struct TermComparison {
  private var text: [UInt8] = []
  private var tokens: [Token] = []
  /// The words that a place must have, as indices into `tokens`.
  private var steps: [Int] = []
  /// For each of `steps` how many letters of the text's word are those of the term.
  private var shared: [Int] = []
  private var own = WordLetters()
  private var other = WordLetters()
  /// Whether the term ends with a period, which a text may leave out.
  private(set) var takesPeriod = false

  /// Reads a pattern's text.
  mutating func read(
    _ pattern: CompiledGlossary.Pattern, of part: CompiledGlossary, record: CompiledGlossary.TermRecord,
    words: GlossaryWords
  ) {
    part.readText(of: pattern, record: record, into: &text)
    words.read(text, into: &tokens)
    takesPeriod = GlossaryWords.takesPeriod(tokens, in: text)
    steps.removeAll(keepingCapacity: true)
    let first = tokens.firstIndex { $0.kind != .punctuation } ?? 0
    for index in first..<(takesPeriod ? tokens.count - 1 : tokens.count)
    where !GlossaryWords.isHyphen(tokens[index], in: text) {
      steps.append(index)
    }
  }

  /// Whether the term is one short word in capitals.
  var isInitials: Bool {
    steps.count == 1 && tokens[steps[0]].traits.contains(.allCapitals) && tokens[steps[0]].range.count <= 5
  }

  /// The letters of the term if it is one word.
  mutating func onlyWord() -> (token: Token, letters: [UInt32])? {
    guard steps.count == 1, tokens[steps[0]].kind == .word else { return nil }
    own.read(tokens[steps[0]], in: text)
    return (tokens[steps[0]], own.letters)
  }

  /// Whether a place has the words of the term; hyphens do not count.
  mutating func hasSameWords(_ place: Range<Int>, tokens others: [Token], text other: [UInt8]) -> Bool {
    shared.removeAll(keepingCapacity: true)
    var index = place.lowerBound
    for step in steps {
      while index < place.upperBound, GlossaryWords.isHyphen(others[index], in: other) { index += 1 }
      guard index < place.upperBound, others[index].key == tokens[step].key else { return false }
      shared.append(.max)
      index += 1
    }
    return index == place.upperBound
  }

  /// Whether a place has forms of the term's words, as its language makes them with endings.
  mutating func hasForms(
    _ place: Range<Int>, tokens others: [Token], text copy: [UInt8], inflection: Inflection,
    wordClass: Inflection.WordClass, leniency: Inflection.Leniency
  ) -> Bool {
    shared.removeAll(keepingCapacity: true)
    var index = place.lowerBound
    for step in steps {
      while index < place.upperBound, GlossaryWords.isHyphen(others[index], in: copy) { index += 1 }
      guard index < place.upperBound else { return false }
      if others[index].key == tokens[step].key {
        shared.append(.max)
      } else {
        own.read(tokens[step], in: text)
        other.read(others[index], in: copy)
        guard
          let count = inflection.sharedLetters(
            of: other.letters, textToken: others[index], with: own.letters, termToken: tokens[step],
            wordClass: wordClass, leniency: leniency)
        else { return false }
        shared.append(count)
      }
      index += 1
    }
    return index == place.upperBound
  }

  /// Whether a place has the words of the term and its last goes on.
  mutating func isBeginning(of place: Range<Int>, tokens others: [Token], text copy: [UInt8]) -> Bool {
    shared.removeAll(keepingCapacity: true)
    var index = place.lowerBound
    for (position, step) in steps.enumerated() {
      while index < place.upperBound, GlossaryWords.isHyphen(others[index], in: copy) { index += 1 }
      guard index < place.upperBound else { return false }
      if position < steps.count - 1 {
        guard others[index].key == tokens[step].key else { return false }
        shared.append(.max)
      } else {
        own.read(tokens[step], in: text)
        other.read(others[index], in: copy)
        guard other.letters.starts(with: own.letters) else { return false }
        shared.append(own.letters.count)
      }
      index += 1
    }
    return index == place.upperBound
  }

  /// Whether a hashtag is the term's words joined, or the term itself.
  func isHashtag(_ token: Token) -> Bool {
    if let first = tokens.first, first.kind == .hashtag { return first.key == token.key && tokens.count == 1 }
    let words = steps.map { tokens[$0] }
    guard GlossaryWords.canBeHashtag(words) else { return false }
    let (exact, plain, _) = GlossaryWords.joinedKeys(of: words, in: text)
    return token.key == exact || token.key == plain
  }

  // MARK: Capitals

  /// Whether a place has the very characters of the term, apart from hyphens and the shape of apostrophes.
  func hasSameCharacters(_ place: Range<Int>, tokens others: [Token], text other: [UInt8]) -> Bool {
    compare(place, others, other) { $0 == $1 }
  }

  /// Whether a place has at least the capitals of the term.
  func hasCapitals(_ place: Range<Int>, tokens others: [Token], text other: [UInt8]) -> Bool {
    compare(place, others, other) { own, other in
      CharacterTable.shared.info(of: own).kind != .uppercase
        || CharacterTable.shared.info(of: other).kind == .uppercase
    }
  }

  private func compare(
    _ place: Range<Int>, _ others: [Token], _ other: [UInt8], _ fits: (UInt32, UInt32) -> Bool
  ) -> Bool {
    var index = place.lowerBound
    for (position, step) in steps.enumerated() {
      while index < place.upperBound, GlossaryWords.isHyphen(others[index], in: other) { index += 1 }
      guard index < place.upperBound else { return true }
      var count = position < shared.count ? shared[position] : .max
      var left = Int(tokens[step].start)
      var right = Int(others[index].start)
      while let first = TermComparison.next(in: text, at: &left, end: Int(tokens[step].end)),
        let second = TermComparison.next(in: other, at: &right, end: Int(others[index].end))
      {
        if count == 0 { break }
        count -= 1
        if !fits(first, second) { return false }
      }
      index += 1
    }
    return true
  }

  /// The next character; invisible ones are passed over, apostrophes have one shape.
  private static func next(in bytes: [UInt8], at offset: inout Int, end: Int) -> UInt32? {
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
}
