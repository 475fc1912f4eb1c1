// SPDX-License-Identifier: Apache-2.0

public import CopydeskLanguageData
public import CopydeskText

extension CompiledGlossary {
  /// The block of some glossaries.
  ///
  /// Proposed terms take no part, whatever is known of a term's making is left out.
  ///
  /// - Parameters:
  ///   - glossaries: The glossaries; their order decides between terms that fit equally well.
  ///   - includes: Whether terms of a language are wanted.
  /// - Returns: The bytes, the same for the same glossaries.
  public static func compile(
    _ glossaries: [Glossary], includes: (LanguageTag) -> Bool = { _ in true }
  ) -> ConstantBytes {
    var compiler = GlossaryCompiler()
    compiler.add(glossaries, includes: includes)
    return ConstantBytes(compiler.finish())
  }

  /// Compiles glossaries for use at once.
  public init(_ glossaries: [Glossary], includes: (LanguageTag) -> Bool = { _ in true }) {
    let bytes = CompiledGlossary.compile(glossaries, includes: includes)
    guard let compiled = CompiledGlossary(bytes, isTrusted: true) else {
      preconditionFailure("a compiled glossary is not of the version that compiled it")
    }
    self = compiled
  }
}

/// Makes the block of a compiled glossary.
private struct GlossaryCompiler {
  /// A text of a term, to be split into words.
  private struct PendingText {
    let term: UInt32
    let form: UInt16
    let range: TextRange
    let use: TextUse
  }

  /// How a text is looked for.
  private struct TextUse {
    var isPerson = false
    var matching = TermMatching.exact
    var inflection: Inflection?
    var wordClass = Inflection.WordClass(isName: false, partOfSpeech: nil)
  }

  private struct Batch {
    let words: GlossaryWords
    var text: [UInt8] = []
    var pending: [PendingText] = []

    mutating func append(_ text: String, term: Int, form: Int, use: TextUse) {
      let start = self.text.count
      self.text.append(contentsOf: text.utf8)
      pending.append(
        PendingText(
          term: UInt32(term), form: UInt16(form), range: TextRange(start, self.text.count), use: use))
      // Line feeds keep the words of two texts apart.
      self.text.append(0x0A)
    }
  }

  private var head = TermBodyWriter()
  private var pool = TermBodyWriter()
  private var known: [[UInt8]: Int] = [:]
  private var concepts: [UInt8] = []
  private var terms: [UInt8] = []
  private var conceptCount = 0
  private var termCount = 0
  private var languages: [LanguageTag] = []
  private var glossaryCount = 0
  /// The texts by the way in which their languages split words; all texts of a batch are split in one pass.
  private var batches = GlossaryWords.Style.allCases.map { Batch(words: GlossaryWords($0)) }

  private struct PatternKey: Hashable {
    let term: UInt32
    let form: UInt16
  }

  private var patterns: [PatternKey] = []
  private var traits: CompiledGlossary.Traits = []
  private var letters = WordLetters()
  /// Hash of a way in the upper half, index of the pattern that ends there in the lower.
  private var ways: [UInt64] = []
  private var firstSteps: Set<UInt32> = []
  /// Hash of a given name in the upper half, index of the pattern in the lower.
  private var names: [UInt64] = []

  /// More forms of one term are not looked for.
  private static let maximumFormCount = 32_766

  mutating func add(_ glossaries: [Glossary], includes: (LanguageTag) -> Bool) {
    glossaryCount = glossaries.count
    var languageIndices: [LanguageTag: Int?] = [:]
    var styles: [String: GlossaryWords.Style] = [:]
    let all = Set(glossaries.flatMap { $0.concepts.flatMap { $0.terms.map(\.language) } })
    // A record has one byte for the language.
    languages = Array(all.filter(includes).sorted().prefix(255))
    for (index, language) in languages.enumerated() { languageIndices[language] = index }
    for language in languages { head.text(language.tag) }
    for (glossaryIndex, glossary) in glossaries.enumerated() {
      head.text(glossary.id)
      head.number(glossary.concepts.count)
      var details = TermBodyWriter()
      details.optional(glossary.title)
      details.optional(glossary.license)
      details.list(glossary.languages) { $0.text($1.tag) }
      head.number(details.bytes.count)
      head.bytes.append(contentsOf: details.bytes)
      for concept in glossary.concepts {
        var identity = TermBodyWriter()
        identity.text(concept.id)
        identity.list(concept.validity) { $0.validity($1) }
        // Not within the call: it keeps all of the compiler as it was, and so each would copy the whole of `known`.
        let identityPlace = place(of: identity)
        append(UInt32(identityPlace), to: &concepts)
        append(UInt32(termCount), to: &concepts)
        concepts.append(index(of: concept.kind))
        concepts.append(0)
        concepts.append(UInt8(truncatingIfNeeded: glossaryIndex))
        concepts.append(UInt8(truncatingIfNeeded: glossaryIndex >> 8))
        for term in concept.terms where term.status != .proposed {
          guard let known = languageIndices[term.language], let language = known else { continue }
          let style: GlossaryWords.Style
          if let known = styles[term.language.language] {
            style = known
          } else {
            style = GlossaryWords(language: term.language.language).style
            styles[term.language.language] = style
          }
          var use = TextUse()
          use.isPerson = concept.kind == .person && term.status.isAllowed
          use.matching = term.matching
          if term.matching == .stem {
            use.inflection = Inflection.inflection(of: term.language.language)
            use.wordClass = Inflection.WordClass(
              isName: concept.kind == .person || concept.kind == .place, partOfSpeech: term.partOfSpeech)
          }
          if term.matching == .regex {
            traits.insert(.hasExpressions)
          } else {
            append(term.text, style, form: 0, use: use)
          }
          if term.matching != .exact, term.matching != .regex {
            use.matching = .forms
            for (form, text) in term.forms.prefix(GlossaryCompiler.maximumFormCount).enumerated() {
              append(text, style, form: form + 1, use: use)
            }
          }
          add(term, language: language)
        }
        conceptCount += 1
      }
    }
    for index in batches.indices { addPatterns(of: batches[index]) }
  }

  /// Notes a text of the next term.
  private mutating func append(_ text: String, _ style: GlossaryWords.Style, form: Int, use: TextUse) {
    batches[style.rawValue].append(text, term: termCount, form: form, use: use)
    // The names of places are also looked for in copy whose language splits words in another way.
    guard style != .spaceless, text.utf8.contains(UInt8(ascii: "'")) || text.utf8.contains(0x99) else { return }
    let other = style == .spaced ? GlossaryWords.Style.eliding : .spaced
    batches[other.rawValue].append(text, term: termCount, form: form, use: TextUse())
  }

  private func index<Element: CaseIterable & Equatable>(of value: Element) -> UInt8 {
    UInt8(Array(Element.allCases).firstIndex(of: value) ?? 0)
  }

  private func append(_ value: UInt32, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    bytes.append(UInt8(truncatingIfNeeded: value >> 24))
  }

  /// Where some texts stand in the pool; equal ones stand there once, as names do in most languages.
  private mutating func place(of writer: TermBodyWriter) -> Int {
    if let known = known[writer.bytes] { return known }
    let place = pool.bytes.count
    known[writer.bytes] = place
    pool.bytes.append(contentsOf: writer.bytes)
    return place
  }

  private mutating func add(_ term: Term, language: Int) {
    var body = TermBodyWriter()
    body.term(term)
    let bodyPlace = place(of: body)
    append(UInt32(conceptCount), to: &terms)
    append(UInt32(bodyPlace), to: &terms)
    terms.append(UInt8(language))
    terms.append(index(of: term.status) | index(of: term.type) << 3)
    terms.append(index(of: term.casePolicy) | index(of: term.matching) << 2)
    var flags: CompiledGlossary.TermRecord.Flags = []
    if !term.scopes.isEmpty { flags.insert(.hasScopes) }
    if !term.exceptions.isEmpty { flags.insert(.hasExceptions) }
    if !term.validity.isEmpty { flags.insert(.hasValidity) }
    if term.isNotTranslated { flags.insert(.isNotTranslated) }
    terms.append(flags.rawValue | (term.partOfSpeech.map { index(of: $0) + 1 } ?? 0) << 4)
    termCount += 1
  }

  // MARK: The tree

  private mutating func addPatterns(of batch: Batch) {
    let all = batch.words.tokens(in: batch.text)
    var next = 0
    var words: [Token] = []
    for text in batch.pending {
      words.removeAll(keepingCapacity: true)
      while next < all.count, all[next].start < text.range.end {
        words.append(all[next])
        next += 1
      }
      addPatterns(of: text, words: words, in: batch.text)
    }
  }

  private mutating func addPatterns(of text: PendingText, words: [Token], in bytes: [UInt8]) {
    let pattern = UInt32(patterns.count)
    if let first = words.first, first.kind == .hashtag, words.count == 1 {
      patterns.append(PatternKey(term: text.term, form: text.form))
      addWay(GlossaryPath.hashtagRoot.appending(first.key), pattern: pattern)
      return
    }
    let steps = GlossaryWords.steps(of: words, in: bytes)
    guard let first = steps.first, first.isWordLike else { return }
    patterns.append(PatternKey(term: text.term, form: text.form))
    var path = GlossaryPath.root.appending(first.key)
    firstSteps.insert(path.hash)
    for step in steps.dropFirst() {
      addWay(path, pattern: nil)
      path = path.appending(step.key)
    }
    addWay(path, pattern: pattern)
    switch text.use.matching {
    case .exact, .forms, .regex: break
    case .stem: addForms(of: steps, in: bytes, text.use, pattern: pattern)
    case .prefix: addPrefix(of: steps, in: bytes, pattern: pattern)
    }
    for key in GlossaryWords.hashtagKeys(of: steps, in: bytes) {
      addWay(GlossaryPath.hashtagRoot.appending(key), pattern: pattern)
    }
    if text.use.isPerson, steps.count == 2, steps.allSatisfy({ $0.kind == .word && $0.traits.contains(.capitalized) }) {
      names.append(UInt64(first.key >> 32) << 32 | UInt64(pattern))
    }
  }

  /// Adds the way over the bases of a term's words, which every form of the term takes.
  private mutating func addForms(of steps: [Token], in bytes: [UInt8], _ use: TextUse, pattern: UInt32) {
    guard let inflection = use.inflection else { return }
    var path = GlossaryPath.root
    var hasBase = false
    var ways: [GlossaryPath] = []
    for step in steps {
      letters.read(step, in: bytes)
      if let base = inflection.base(of: step, letters: letters.letters, wordClass: use.wordClass) {
        path = path.appending(base: letters.keys[base - 1])
        hasBase = true
      } else {
        path = path.appending(step.key)
      }
      ways.append(path)
    }
    guard hasBase, let first = ways.first else { return }
    traits.insert(.hasBases)
    firstSteps.insert(first.hash)
    for way in ways.dropLast() { addWay(way, pattern: nil) }
    addWay(path, pattern: pattern)
  }

  /// Adds the way over a term's words of which the last may go on.
  private mutating func addPrefix(of steps: [Token], in bytes: [UInt8], pattern: UInt32) {
    var path = GlossaryPath.root
    for (index, step) in steps.enumerated() {
      letters.read(step, in: bytes)
      let isLast = index == steps.count - 1
      guard !isLast || letters.letters.count >= Inflection.shortestWord else { return }
      path = isLast ? path.appending(prefix: step.key) : path.appending(step.key)
      if index == 0 { firstSteps.insert(path.hash) }
      addWay(path, pattern: isLast ? pattern : nil)
    }
    traits.insert(.hasPrefixes)
  }

  private mutating func addWay(_ path: GlossaryPath, pattern: UInt32?) {
    ways.append(UInt64(path.hash) << 32 | UInt64(pattern ?? CompiledGlossary.noPattern))
  }

  // MARK: The block

  mutating func finish() -> [UInt8] {
    let (slots, patternBytes, places, homeCount) = makeSlots()
    let bitCount = max(512, (firstSteps.count * 8).nextPowerOfTwo)
    let shift = UInt32(32 - bitCount.trailingZeroBitCount)
    var filter = [UInt8](repeating: 0, count: bitCount / 8)
    for step in firstSteps {
      let bit = Int(step >> shift)
      filter[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    names.sort()
    var nameBytes: [UInt8] = []
    for name in names {
      append(UInt32(truncatingIfNeeded: name >> 32), to: &nameBytes)
      append(places[Int(UInt32(truncatingIfNeeded: name))], to: &nameBytes)
    }
    let slotCount = slots.count / CompiledGlossary.slotSize
    var offset = CompiledGlossary.headerSize
    func section(_ size: Int) -> Int {
      defer { offset += size }
      return offset
    }
    var fields: [CompiledGlossary.Field: Int] = [
      .glossaryCount: glossaryCount, .languageCount: languages.count, .conceptCount: conceptCount,
      .termCount: termCount, .patternCount: patterns.count, .slotCount: slotCount, .homeCount: homeCount,
      .filterShift: Int(shift), .nameCount: names.count, .traits: traits.rawValue,
    ]
    fields[.slots] = section(slots.count)
    fields[.concepts] = section(concepts.count)
    fields[.terms] = section(terms.count)
    fields[.names] = section(nameBytes.count)
    fields[.filter] = section(filter.count)
    fields[.patterns] = section(patternBytes.count)
    fields[.head] = section(head.bytes.count)
    fields[.pool] = section(pool.bytes.count)
    fields[.end] = offset
    var bytes: [UInt8] = []
    bytes.reserveCapacity(offset)
    append(UInt32(truncatingIfNeeded: CompiledGlossary.signature), to: &bytes)
    append(UInt32(truncatingIfNeeded: CompiledGlossary.signature >> 32), to: &bytes)
    append(UInt32(truncatingIfNeeded: CompiledGlossary.fingerprint), to: &bytes)
    append(UInt32(truncatingIfNeeded: CompiledGlossary.fingerprint >> 32), to: &bytes)
    append(0, to: &bytes)
    append(0, to: &bytes)
    for field in CompiledGlossary.Field.allCases { append(UInt32(fields[field] ?? 0), to: &bytes) }
    for section in [slots, concepts, terms, nameBytes, filter, patternBytes, head.bytes, pool.bytes] {
      bytes.append(contentsOf: section)
    }
    let checksum = ConstantBytes(bytes).checksum(from: CompiledGlossary.fieldsStart)
    for index in 0..<8 { bytes[16 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index)) }
    return bytes
  }

  /// The slots, the patterns in the order of their nodes, and where each pattern went.
  private mutating func makeSlots() -> (slots: [UInt8], patterns: [UInt8], places: [UInt32], homeCount: Int) {
    ways.sort()
    var slots: [UInt8] = []
    var bytes: [UInt8] = []
    var places = [UInt32](repeating: 0, count: patterns.count)
    var written = 0
    var nodes: [UInt64] = []
    var index = 0
    while index < ways.count {
      let hash = UInt32(truncatingIfNeeded: ways[index] >> 32)
      let first = written
      var previous = CompiledGlossary.noPattern
      while index < ways.count, UInt32(truncatingIfNeeded: ways[index] >> 32) == hash {
        let pattern = UInt32(truncatingIfNeeded: ways[index])
        index += 1
        guard pattern != CompiledGlossary.noPattern, pattern != previous else { continue }
        previous = pattern
        places[Int(pattern)] = UInt32(written)
        let key = patterns[Int(pattern)]
        append(key.term, to: &bytes)
        bytes.append(UInt8(truncatingIfNeeded: key.form << 1))
        bytes.append(UInt8(truncatingIfNeeded: key.form >> 7))
        written += 1
      }
      if written > first { bytes[bytes.count - 2] |= 1 }
      nodes.append(UInt64(written > first ? UInt32(first) : CompiledGlossary.noPattern) << 32 | UInt64(hash))
    }
    let homeCount = max(nodes.count + nodes.count / 4, 1)
    var position = 0
    for node in nodes {
      let home = Int(((node & 0xFFFF_FFFF) * UInt64(homeCount)) >> 32)
      while position < home {
        append(UInt32.max, to: &slots)
        append(UInt32.max, to: &slots)
        position += 1
      }
      append(UInt32(truncatingIfNeeded: node), to: &slots)
      append(UInt32(truncatingIfNeeded: node >> 32), to: &slots)
      position += 1
    }
    // A search from any home must find an end.
    repeat {
      append(UInt32.max, to: &slots)
      append(UInt32.max, to: &slots)
      position += 1
    } while position <= homeCount
    return (slots, bytes, places, homeCount)
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    var power = 1
    while power < self { power *= 2 }
    return power
  }
}
