// SPDX-License-Identifier: Apache-2.0

public import CopydeskLanguageData
internal import CopydeskText

/// A line that belongs to the page and not to the story, in whatever language it was left behind.
public struct BoilerplateLine: Hashable, Sendable {
  /// What the line is.
  public let classes: PhraseClasses
  /// The place of the phrase that gave the line away, from its first to its last word.
  public let phrase: Range<Int>

  /// Recognizes a line, or returns `nil` for a line that a story could have.
  ///
  /// - Parameter line: UTF-8 text without line breaks inside.
  /// - Complexity: Linear in the line's length; long lines are only looked at until they are long.
  public init?(_ line: ArraySlice<UInt8>) {
    if line.count <= BoilerplateLine.longestLine, let words = LineWords(line),
      let classes = BoilerplateLine.classes(ofLine: BoilerplateLine.units(of: words))
    {
      self.classes = classes
      phrase = BoilerplateLine.range(of: words)
      return
    }
    guard let prefix = BoilerplateLine.prefix(of: line) else { return nil }
    self = prefix
  }

  private init(classes: PhraseClasses, phrase: Range<Int>) {
    self.classes = classes
    self.phrase = phrase
  }

  /// In bytes: twice the longest phrase in Cyrillic letters.
  private static let longestLine = 256

  private static func range(of words: LineWords) -> Range<Int> {
    words.words[0].start..<words.words[words.words.count - 1].end
  }

  /// The hash under which a phrase of the phrase files stands in the table.
  package static func key(ofPhrase phrase: String) -> UInt64? {
    let example = phrase.split(separator: "{network}", omittingEmptySubsequences: false)
    var keys: [UInt64] = []
    for (index, part) in example.enumerated() {
      if index > 0 { keys.append(PhraseKey.network) }
      let bytes = Array(part.utf8)
      guard let words = LineWords(bytes[...]) else {
        if bytes.contains(where: { $0 > 0x20 }) && example.count == 1 { return nil }
        continue
      }
      keys += units(of: words).map(\.key)
    }
    return keys.isEmpty ? nil : PhraseKey(keys).value
  }

  /// The hash under which the name of a network stands in the table.
  package static func key(ofNetwork name: String) -> UInt64? {
    LineWords(Array(name.utf8)[...]).map { PhraseKey($0.words.map(\.key)).value }
  }

  // MARK: Whole lines

  /// Words, with the names of networks read as one.
  private static func units(of line: LineWords) -> [LineWords.Word] {
    let words = line.words
    var units: [LineWords.Word] = []
    units.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      var length = min(longestNetworkName, words.count - index)
      while length > 0 {
        let key = PhraseKey(words[index..<index + length].lazy.map(\.key)).value
        if PhraseTable.shared.classes(ofKey: key).contains(.network) { break }
        length -= 1
      }
      if length > 0 {
        units.append(
          LineWords.Word(key: PhraseKey.network, start: words[index].start, end: words[index + length - 1].end))
        index += length
      } else {
        units.append(words[index])
        index += 1
      }
    }
    return units
  }

  private static let longestNetworkName = 3

  private static func classes(ofLine units: [LineWords.Word]) -> PhraseClasses? {
    let keys = units.map(\.key)
    if let classes = wholeLine(keys[...]) { return classes }
    // "Comments (12)".
    if keys.count > 1, keys.last == LineWords.number, let classes = wholeLine(keys.dropLast()) { return classes }
    return buttons(keys)
  }

  private static func wholeLine(_ keys: ArraySlice<UInt64>) -> PhraseClasses? {
    let classes = PhraseTable.shared.classes(ofKey: PhraseKey(keys).value).intersection(.wholeLine)
    return classes.isEmpty ? nil : classes
  }

  /// A row of buttons, such as `Share Tweet WhatsApp Copy link`: phrases and networks and nothing else.
  ///
  /// Without any phrase there must be three networks: two are a headline about a merger.
  private static func buttons(_ keys: [UInt64]) -> PhraseClasses? {
    guard keys.count > 1 else { return nil }
    // The best way to reach each position: phrases and networks used, and what the phrases are.
    var reached = [(phrases: Int, networks: Int, classes: PhraseClasses)?](repeating: nil, count: keys.count + 1)
    reached[0] = (0, 0, [])
    for start in keys.indices {
      guard let state = reached[start] else { continue }
      if keys[start] == PhraseKey.network, reached[start + 1] == nil {
        reached[start + 1] = (state.phrases, state.networks + 1, state.classes)
      }
      for end in start + 1..<min(keys.count, start + longestButton) + 1 {
        guard let classes = wholeLine(keys[start..<end]) else { continue }
        if let other = reached[end], other.phrases > 0 { continue }
        reached[end] = (state.phrases + 1, state.networks, state.classes.union(classes))
      }
    }
    guard let whole = reached[keys.count] else { return nil }
    if whole.phrases == 0 { return whole.networks >= 3 ? .shareBar : nil }
    return whole.phrases + whole.networks >= 2 ? whole.classes : nil
  }

  private static let longestButton = 5

  // MARK: Lines that go on

  /// Recognizes a line by how it starts, as `Read also: …` or `A post shared by …`.
  private static func prefix(of line: ArraySlice<UInt8>) -> BoilerplateLine? {
    guard let end = separator(in: line), let words = LineWords(line[line.startIndex..<end]) else {
      return embedPrefix(of: line)
    }
    let key = PhraseKey(units(of: words).map(\.key)).value
    let classes = PhraseTable.shared.classes(ofKey: key).intersection([.readMorePrefix, .keywordLinePrefix])
    guard !classes.isEmpty else { return embedPrefix(of: line) }
    return BoilerplateLine(classes: classes, phrase: range(of: words))
  }

  /// Where the first colon, bar, arrow, or dash with spaces around it stands, not far from the start.
  private static func separator(in line: ArraySlice<UInt8>) -> Int? {
    let text = line.span
    let limit = min(text.count, 120)
    for offset in 0..<limit {
      // ASCII signs, and the lead bytes of the other ones.
      switch text[offset] {
      case 0x3A, 0x7C: break
      case 0x2D where offset > 1 && text[offset - 1] == 0x20: break
      case 0xC2, 0xE2, 0xEF, 0xF0: break
      default: continue
      }
      let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
      switch codePoint {
      case 0x3A, 0x7C, 0xBB, 0x203A, 0x2192, 0x25B6, 0x27A1, 0xFF1A, 0x1F449:
        // "👉 Read also" starts with an arrow.
        if LineWords(line[line.startIndex..<line.startIndex + offset]) != nil { return line.startIndex + offset }
      case 0x2D, 0x2013, 0x2014:
        let before = offset > 0 ? text[offset - 1] : 0x20
        let next = offset + length < text.count ? text[offset + length] : 0x20
        if before == 0x20, next == 0x20, offset > 1 { return line.startIndex + offset }
      default: break
      }
    }
    return nil
  }

  private static func embedPrefix(of line: ArraySlice<UInt8>) -> BoilerplateLine? {
    // The account in brackets always follows.
    guard let at = line.prefix(160).firstIndex(of: 0x40),
      let words = LineWords(line[line.startIndex..<at].prefix { $0 != 0x28 })
    else { return nil }
    var key = PhraseKey()
    for word in words.words.prefix(longestEmbedPrefix) {
      key.add(word.key)
      if PhraseTable.shared.classes(ofKey: key.value).contains(.embedPrefix) {
        return BoilerplateLine(classes: .embedPrefix, phrase: words.words[0].start..<word.end)
      }
    }
    return nil
  }

  private static let longestEmbedPrefix = 6
}
