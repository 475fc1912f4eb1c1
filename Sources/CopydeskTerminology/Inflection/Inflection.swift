// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText
internal import Synchronization

/// How the words of a language change in running copy, as far as regular endings go.
///
/// A word of a term and one of a text are forms of one word if the same base stands before an ending of
/// the first and an ending that its paradigm puts there. That is stricter than a stemmer, which also
/// takes derivations and names that end alike for one word.
final class Inflection: Sendable {
  /// What decides which endings a word takes.
  struct WordClass: Hashable, Sendable {
    /// Whether it is part of the name of a person or place.
    let isName: Bool
    let partOfSpeech: PartOfSpeech?
  }

  private enum Scope: Sendable {
    case any
    case common
    case name
    case adjective
    case verb
  }

  /// One line of the data.
  private struct Paradigm: Sendable {
    let scope: Scope
    let isAdditional: Bool
    let ending: [UInt32]
    let others: [[UInt32]]

    func fits(_ letters: [UInt32], _ wordClass: WordClass) -> Bool {
      switch scope {
      case .any: break
      case .common: if wordClass.isName { return false }
      case .name: if !wordClass.isName { return false }
      case .adjective: if wordClass.partOfSpeech != .adjective { return false }
      case .verb: if wordClass.partOfSpeech != .verb { return false }
      }
      let base = letters.count - ending.count
      return base >= (letters.count > Inflection.shortestWord ? Inflection.shortestBase : Inflection.shortestWord)
        && letters.suffix(ending.count).elementsEqual(ending)
    }
  }

  /// The fewest letters of a word that changes: shorter ones look like too many others.
  static let shortestWord = 3
  /// The fewest letters before an ending; it takes four of the term to leave so few.
  static let shortestBase = 2

  /// A few hashes, to be asked for each letter of a text: the standard set takes ten times as long.
  private struct HashTable: Sendable {
    private let slots: [UInt32]

    init(_ hashes: [UInt32]) {
      var size = 64
      while size < hashes.count * 4 { size *= 2 }
      var slots = [UInt32](repeating: 0, count: size)
      for hash in hashes {
        var slot = Int(hash) & (size - 1)
        while slots[slot] != 0, slots[slot] != hash | 1 { slot = (slot + 1) & (size - 1) }
        slots[slot] = hash | 1
      }
      self.slots = slots
    }

    @inline(__always)
    func contains(_ hash: UInt32) -> Bool {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] != 0 {
        if slots[slot] == hash | 1 { return true }
        slot = (slot + 1) & (slots.count - 1)
      }
      return false
    }
  }

  private let paradigms: [Paradigm]
  private let initials: [[UInt32]]
  /// What a closed compound may have between its parts; empty if the language does not write them so.
  let joints: [[UInt32]]
  /// Whether words with a capital change.
  private let changesCapitalized: Bool
  /// All endings, so that a text's word needs to be cut only where one begins.
  private let endings: Set<[UInt32]>
  private let endingHashes: HashTable
  private let longestEnding: Int
  /// The words of the language, to tell the parts of compounds.
  let words: WordTable?

  private static let known = Mutex<[String: Inflection?]>([:])

  /// The endings of a language subtag, or `nil` if nothing is known of them.
  static func inflection(of language: String) -> Inflection? {
    known.withLock { known in
      if let inflection = known[language] { return inflection }
      let inflection = EmbeddedFile.named("inflections/\(language).txt").map {
        Inflection(data: $0.bytes, language: language)
      }
      known[language] = .some(inflection)
      return inflection
    }
  }

  /// Reads data in the form that `inflections/README.md` describes.
  init(data: [UInt8], language: String) {
    var paradigms: [Paradigm] = []
    var initials: [[UInt32]] = []
    var joints: [[UInt32]] = []
    var changesCapitalized = true
    for line in data.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var head = line[..<colon].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      let list = line[line.index(after: colon)...].split(separator: UInt8(ascii: " ")).map {
        Inflection.letters(String(decoding: $0, as: UTF8.self))
      }
      switch head.first {
      case "initials": initials = list
      case "joints": joints = list
      case "capitalized": changesCapitalized = false
      default:
        var scope = Scope.any
        if head.count == 2 {
          switch head.removeFirst() {
          case "common": scope = .common
          case "name": scope = .name
          case "adjective": scope = .adjective
          default: scope = .verb
          }
        }
        var ending = head.first ?? "-"
        let isAdditional = ending.hasPrefix("+")
        if isAdditional { ending.removeFirst() }
        paradigms.append(
          Paradigm(
            scope: scope, isAdditional: isAdditional || scope == .adjective || scope == .verb,
            ending: Inflection.letters(ending), others: list))
      }
    }
    var endings = Set(initials)
    for paradigm in paradigms {
      endings.insert(paradigm.ending)
      endings.formUnion(paradigm.others)
      // A word is cut at the longest of the endings that fit it, so the others must count from there.
      for longer in paradigms
      where longer.ending.count > paradigm.ending.count
        && longer.ending.suffix(paradigm.ending.count) == paradigm.ending[...]
      {
        let rest = longer.ending.dropLast(paradigm.ending.count)
        for other in paradigm.others { endings.insert(rest + other) }
      }
    }
    self.paradigms = paradigms
    self.initials = initials
    self.joints = joints
    self.changesCapitalized = changesCapitalized
    self.endings = endings
    endingHashes = HashTable(endings.map { Inflection.hash(ofReversed: $0.reversed()) })
    longestEnding = endings.map(\.count).max() ?? 0
    words = WordTable.table(for: language)
  }

  private static func letters(_ text: String) -> [UInt32] {
    text == "-" ? [] : text.unicodeScalars.map(\.value)
  }

  private static func hash(ofReversed letters: some Sequence<UInt32>) -> UInt32 {
    letters.reduce(0x811c_9dc5) { ($0 ^ $1) &* 0x0100_0193 }
  }

  // MARK: Words of a term

  /// Whether the word of a term changes at all.
  private func changes(_ token: Token, letters: [UInt32]) -> Bool {
    token.kind == .word && token.traits.isDisjoint(with: [.clitic, .innerPeriod, .hasDigit])
      && letters.count >= Inflection.shortestWord
      && (changesCapitalized || token.traits.isDisjoint(with: [.capitalized, .allCapitals]))
  }

  private func fitting(_ letters: [UInt32], _ wordClass: WordClass) -> [Paradigm] {
    let fitting = paradigms.filter { $0.fits(letters, wordClass) }
    let longest = fitting.lazy.filter { !$0.isAdditional }.map(\.ending.count).max() ?? 0
    return fitting.filter { $0.isAdditional || $0.ending.count == longest }
  }

  /// The number of letters that all forms of a term's word have in common, or `nil` if it does not change.
  func base(of token: Token, letters: [UInt32], wordClass: WordClass) -> Int? {
    guard changes(token, letters: letters) else { return nil }
    if Inflection.isInitials(token) { return initials.isEmpty ? nil : letters.count }
    return fitting(letters, wordClass).map { letters.count - $0.ending.count }.min()
  }

  private static func isInitials(_ token: Token) -> Bool {
    token.traits.contains(.allCapitals) && token.range.count <= 10
  }

  /// How a word of a text can be a form of a term's word.
  enum Leniency {
    /// An ending of the word's own paradigm.
    case paradigm
    /// Any ending of the language.
    case anyEnding
  }

  /// How many letters a text's word shares with the term's word whose form it is, or `nil` if it is none.
  func sharedLetters(
    of text: [UInt32], textToken: Token, with term: [UInt32], termToken: Token, wordClass: WordClass,
    leniency: Leniency = .paradigm
  ) -> Int? {
    guard textToken.kind == .word, changes(termToken, letters: term) else { return nil }
    if Inflection.isInitials(termToken) {
      // “NGOs” is a form of “NGO”; in a line of capitals nothing tells it from another word.
      let isForm =
        text.starts(with: term) && textToken.traits.isDisjoint(with: .allCapitals)
        && initials.contains(Array(text.dropFirst(term.count)))
      return isForm ? term.count : nil
    }
    for paradigm in fitting(term, wordClass) {
      let base = term.count - paradigm.ending.count
      guard text.count >= base, text.prefix(base).elementsEqual(term.prefix(base)) else { continue }
      let rest = text.dropFirst(base)
      if paradigm.others.contains(where: { $0.elementsEqual(rest) }) { return base }
      if leniency == .anyEnding, base > Inflection.shortestWord, endings.contains(Array(rest)) { return base }
    }
    return nil
  }

  // MARK: Words of a text

  /// Calls with the number of letters before each ending that a word may have, the whole word included.
  @inline(__always)
  func forEachBase(of letters: [UInt32], _ body: (Int) -> Void) {
    var hash: UInt32 = 0x811c_9dc5
    body(letters.count)
    var length = letters.count
    while length > Inflection.shortestBase, letters.count - length < longestEnding {
      length -= 1
      hash = (hash ^ letters[length]) &* 0x0100_0193
      if endingHashes.contains(hash) { body(length) }
    }
  }
}
