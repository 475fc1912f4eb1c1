// SPDX-License-Identifier: Apache-2.0

public import CopydeskLanguageData
internal import CopydeskText

/// Glossaries as one block of bytes in which terms are looked up where it lies.
///
/// Nothing is read when a block is opened; a term is decoded when somebody asks for it. Shipped
/// glossaries are compiled into the program in this form, large ones of users lie in a cache. The form
/// is private to one version of Copydesk.
///
/// The terms of all languages share one tree of word keys. A node of the tree is known by the hash of
/// the keys on the way to it (``GlossaryPath``), so the tree is a set of hashes with the patterns that
/// end at each; two ways with one hash share a node, which costs a comparison, since a match always
/// compares the words themselves.
///
/// Layout: a header of 32-bit numbers (``Field``), then the sections it points to. A slot of the tree is
/// a hash and the index of its first pattern; slots are sorted, so that a search ends at the first
/// larger hash. A pattern is a term's index and a form's; records of terms and concepts have fixed
/// sizes, their texts stand in a pool.
public struct CompiledGlossary: Sendable {
  let bytes: ConstantBytes
  private let slots: Int
  private let homeCount: UInt64
  private let filter: Int
  private let filterShift: UInt32
  private let patterns: Int
  private let terms: Int
  private let concepts: Int
  let pool: Int
  /// The number of terms of all languages.
  let termCount: Int
  /// The number of concepts.
  let conceptCount: Int
  /// The number of given names in the index of people.
  let nameCount: Int
  private let names: Int
  /// What its terms need besides their words.
  let traits: Traits

  /// What the terms of a block need besides their words.
  struct Traits: OptionSet, Sendable {
    let rawValue: Int
    /// Some are found in other forms by their endings.
    static let hasBases = Traits(rawValue: 1)
    /// Some are found at the beginning of longer words.
    static let hasPrefixes = Traits(rawValue: 2)
    /// Some are regular expressions.
    static let hasExpressions = Traits(rawValue: 4)
  }

  /// The languages of the terms; a term refers to its language by its place here.
  let languages: [LanguageTag]
  /// What is known of each glossary.
  let glossaries: [Header]

  /// What is known of a glossary besides its concepts.
  struct Header: Sendable {
    let id: String
    /// Its concepts.
    let concepts: Range<Int>
    /// Where title, license and languages stand.
    let details: Int
  }

  /// The numbers of the header, in order.
  enum Field: Int, CaseIterable {
    case glossaryCount, languageCount, conceptCount, termCount, patternCount, slotCount, homeCount
    case filterShift, nameCount, traits, head, concepts, terms, patterns, slots, filter, names, pool, end
  }

  /// The letters `CDGC` and the number of the layout.
  static let signature: UInt64 = 0x0000_0001_4347_4443
  /// Before them stand signature, fingerprint and checksum.
  static let fieldsStart = 24
  static var headerSize: Int { fieldsStart + Field.allCases.count * 4 }
  static let conceptSize = 12
  static let termSize = 12
  static let patternSize = 6
  static let slotSize = 8
  static let nameSize = 8
  static let emptySlot = UInt64.max
  /// The pattern index of a node at which none ends.
  static let noPattern = UInt32.max - 1

  /// Changes with everything the meaning of the bytes depends on.
  static let fingerprint: UInt64 = {
    var key = TokenKey()
    key.add(4)
    let names =
      TermStatus.allCases.map(\.rawValue) + TermType.allCases.map(\.rawValue) + TermCase.allCases.map(\.rawValue)
      + TermMatching.allCases.map(\.rawValue) + ConceptKind.allCases.map(\.rawValue)
      + TermSeverity.allCases.map(\.rawValue) + PartOfSpeech.allCases.map(\.rawValue)
      + GrammaticalGender.allCases.map(\.rawValue) + GrammaticalNumber.allCases.map(\.rawValue)
      + SegmentRole.allCases.map(\.rawValue)
    for name in names {
      for byte in name.utf8 { key.add(byte) }
      key.add(0)
    }
    return key.value
  }()

  /// Whether the bytes are whole; costs a pass over all of them.
  static func isWhole(_ bytes: ConstantBytes) -> Bool {
    bytes.count >= headerSize && bytes.uint64(at: 16) == bytes.checksum(from: fieldsStart)
  }

  /// Opens a block; fails if the bytes are no block of this version, or damaged.
  ///
  /// - Parameters:
  ///   - bytes: The block.
  ///   - isTrusted: Whether the bytes are known to be whole, as those in the program are.
  public init?(_ bytes: ConstantBytes, isTrusted: Bool = false) {
    guard bytes.count >= CompiledGlossary.headerSize, bytes.uint64(at: 0) == CompiledGlossary.signature,
      bytes.uint64(at: 8) == CompiledGlossary.fingerprint
    else { return nil }
    if !isTrusted, !CompiledGlossary.isWhole(bytes) { return nil }
    func field(_ field: Field) -> Int {
      Int(bytes.uint32(at: CompiledGlossary.fieldsStart + field.rawValue * 4))
    }
    guard field(.end) == bytes.count else { return nil }
    self.bytes = bytes
    slots = field(.slots)
    homeCount = UInt64(field(.homeCount))
    filter = field(.filter)
    filterShift = UInt32(field(.filterShift))
    patterns = field(.patterns)
    terms = field(.terms)
    concepts = field(.concepts)
    names = field(.names)
    pool = field(.pool)
    termCount = field(.termCount)
    conceptCount = field(.conceptCount)
    nameCount = field(.nameCount)
    traits = Traits(rawValue: field(.traits))
    var reader = TermBodyReader(bytes: bytes, offset: field(.head))
    languages = (0..<field(.languageCount)).compactMap { _ in reader.language() }
    var headers: [Header] = []
    var start = 0
    for _ in 0..<field(.glossaryCount) {
      let id = reader.text()
      let end = start + reader.number()
      let details = reader.block()
      headers.append(Header(id: id, concepts: start..<end, details: details))
      start = end
    }
    glossaries = headers
  }

  // MARK: The tree

  /// The pattern index of a node, or `nil` if no way leads there.
  @inline(__always)
  func node(at path: GlossaryPath) -> UInt32? {
    let hash = path.hash
    var offset = slots &+ Int(truncatingIfNeeded: (UInt64(hash) &* homeCount) >> 32) &* CompiledGlossary.slotSize
    while true {
      let slot = bytes.uint64(at: offset)
      let found = UInt32(truncatingIfNeeded: slot)
      if slot == CompiledGlossary.emptySlot || found > hash { return nil }
      if found == hash { return UInt32(truncatingIfNeeded: slot >> 32) }
      offset &+= CompiledGlossary.slotSize
    }
  }

  /// Whether a first word may lead on; most do not, and this is one bit.
  @inline(__always)
  func mayBegin(_ path: GlossaryPath) -> Bool {
    let bit = path.hash >> filterShift
    return bytes[filter &+ Int(bit >> 3)] >> UInt8(bit & 7) & 1 == 1
  }

  /// A text of a term: its index, and that of the form or 0 for the term itself.
  struct Pattern {
    let term: Int
    let form: Int
    let isLast: Bool
  }

  /// A pattern by its index; those of a node follow each other up to the last.
  @inline(__always)
  func pattern(_ index: UInt32) -> Pattern {
    let offset = patterns &+ Int(index) &* CompiledGlossary.patternSize
    let form = bytes.uint16(at: offset &+ 4)
    return Pattern(term: Int(bytes.uint32(at: offset)), form: Int(form >> 1), isLast: form & 1 == 1)
  }

  // MARK: Records

  /// The fixed facts of a term.
  struct TermRecord {
    let concept: Int
    let body: Int
    let language: Int
    let status: TermStatus
    let type: TermType
    let casePolicy: TermCase
    let matching: TermMatching
    let flags: Flags
    let partOfSpeech: PartOfSpeech?

    struct Flags: OptionSet {
      let rawValue: UInt8
      static let hasScopes = Flags(rawValue: 1)
      static let hasExceptions = Flags(rawValue: 2)
      static let hasValidity = Flags(rawValue: 4)
      static let isNotTranslated = Flags(rawValue: 8)
    }
  }

  /// The record of a term.
  func record(ofTerm index: Int) -> TermRecord {
    let offset = terms &+ index &* CompiledGlossary.termSize
    let facts = bytes[offset &+ 9]
    let policy = bytes[offset &+ 10]
    return TermRecord(
      concept: Int(bytes.uint32(at: offset)), body: pool + Int(bytes.uint32(at: offset &+ 4)),
      language: Int(bytes[offset &+ 8]), status: TermStatus.allCases[Int(facts & 7)],
      type: TermType.allCases[Int(facts >> 3)], casePolicy: TermCase.allCases[Int(policy & 3)],
      matching: TermMatching.allCases[Int(policy >> 2)],
      flags: TermRecord.Flags(rawValue: bytes[offset &+ 11] & 0x0F),
      partOfSpeech: bytes[offset &+ 11] >> 4 == 0 ? nil : PartOfSpeech.allCases[Int(bytes[offset &+ 11] >> 4) - 1])
  }

  /// The index of a term's language.
  @inline(__always)
  func language(ofTerm index: Int) -> Int { Int(bytes[terms &+ index &* CompiledGlossary.termSize &+ 8]) }

  /// Which texts count as a use of a term.
  @inline(__always)
  func matching(ofTerm index: Int) -> TermMatching {
    TermMatching.allCases[Int(bytes[terms &+ index &* CompiledGlossary.termSize &+ 10] >> 2)]
  }

  /// The index of a term's concept.
  @inline(__always)
  func concept(ofTerm index: Int) -> Int { Int(bytes.uint32(at: terms &+ index &* CompiledGlossary.termSize)) }

  /// A term.
  func term(_ index: Int) -> Term {
    let record = record(ofTerm: index)
    var reader = TermBodyReader(bytes: bytes, offset: record.body)
    return reader.term(language: languages[record.language], record: record)
  }

  /// Puts the text of a pattern into a buffer.
  func readText(of pattern: Pattern, record: TermRecord, into text: inout [UInt8]) {
    var reader = TermBodyReader(bytes: bytes, offset: record.body)
    reader.form(pattern.form, into: &text)
  }

  /// The terms of a concept.
  @inline(__always)
  func terms(ofConcept index: Int) -> Range<Int> {
    let offset = concepts &+ index &* CompiledGlossary.conceptSize
    let end = index + 1 < conceptCount ? Int(bytes.uint32(at: offset &+ 4 &+ CompiledGlossary.conceptSize)) : termCount
    return Int(bytes.uint32(at: offset &+ 4))..<end
  }

  /// What a concept is about.
  @inline(__always)
  func kind(ofConcept index: Int) -> ConceptKind {
    ConceptKind.allCases[Int(bytes[concepts &+ index &* CompiledGlossary.conceptSize &+ 8])]
  }

  /// The index of a concept's glossary.
  @inline(__always)
  func glossary(ofConcept index: Int) -> Int {
    Int(bytes.uint16(at: concepts &+ index &* CompiledGlossary.conceptSize &+ 10))
  }

  /// The id of a concept and the days on which it exists.
  func identity(ofConcept index: Int) -> (id: String, validity: [Validity]) {
    let offset = concepts + index * CompiledGlossary.conceptSize
    var reader = TermBodyReader(bytes: bytes, offset: pool + Int(bytes.uint32(at: offset)))
    return (reader.text(), reader.list { $0.validity() })
  }

  /// The patterns of people's two-word names that begin with a given name, by the key of its token.
  func patterns(ofGivenName key: UInt64) -> [Pattern] {
    let wanted = UInt32(truncatingIfNeeded: key >> 32)
    var low = 0
    var high = nameCount
    while low < high {
      let middle = (low + high) / 2
      if bytes.uint32(at: names + middle * CompiledGlossary.nameSize) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Pattern] = []
    while low < nameCount, bytes.uint32(at: names + low * CompiledGlossary.nameSize) == wanted {
      found.append(pattern(bytes.uint32(at: names + low * CompiledGlossary.nameSize + 4)))
      low += 1
    }
    return found
  }

  // MARK: Back to glossaries

  /// What linting needs of a glossary: all but the prose about concepts and the records about terms.
  ///
  /// - Parameters:
  ///   - index: The glossary's index.
  ///   - includes: Whether terms of a language are wanted.
  /// - Returns: The glossary, with its concepts in order.
  func decoded(glossary index: Int, includes: (LanguageTag) -> Bool) -> Glossary {
    let wanted = languages.map(includes)
    let header = glossaries[index]
    var details = TermBodyReader(bytes: bytes, offset: header.details)
    return Glossary(
      id: header.id, title: details.optional(), license: details.optional(),
      languages: details.list { $0.language() }.compactMap(\.self),
      concepts: header.concepts.map { concept in
        let (id, validity) = identity(ofConcept: concept)
        return Concept(
          id: id, kind: kind(ofConcept: concept), validity: validity,
          terms: terms(ofConcept: concept).filter { wanted[language(ofTerm: $0)] }.map { term($0) })
      })
  }
}

/// The hash of the keys on a way through the tree.
struct GlossaryPath: Hashable {
  /// Where terms start.
  static let root = GlossaryPath(state: 0x243f_6a88_85a3_08d3)
  /// Where hashtags start; their words are joined, so they are one step.
  static let hashtagRoot = GlossaryPath(state: 0x1319_8a2e_0370_7344)

  private let state: UInt64

  private init(state: UInt64) { self.state = state }

  /// The way on over a word.
  @inline(__always)
  func appending(_ key: UInt64) -> GlossaryPath {
    let mixed = (state ^ key) &* 0x9e37_79b9_7f4a_7c15
    return GlossaryPath(state: mixed ^ mixed >> 29)
  }

  /// The way on over all forms of a word that have a base.
  @inline(__always)
  func appending(base key: UInt64) -> GlossaryPath { appending(key ^ 0xa409_3822_299f_31d0) }

  /// The way on over all words with a beginning.
  @inline(__always)
  func appending(prefix key: UInt64) -> GlossaryPath { appending(key ^ 0x082e_fa98_ec4e_6c89) }

  /// The part of the state that is looked up.
  @inline(__always)
  var hash: UInt32 { UInt32(truncatingIfNeeded: state >> 32) }
}
