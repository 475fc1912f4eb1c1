// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskICU
internal import CopydeskLanguageData
internal import CopydeskTerminology
internal import CopydeskText
internal import Synchronization

/// Finds the runs of words that belong to another language than the article's.
///
/// Every word gives evidence: how much more frequent it is in the other language than in the article's,
/// on a logarithmic scale and within bounds. Neighbors add up, words that both languages know bridge,
/// words of the article's language take away; a run is a stretch whose sum is high enough. Capitalized
/// words count little, because names are alike in all languages. Clean copy costs one lookup a word: only
/// words that are rare in the article's language are looked up elsewhere, and only segments where another
/// language claims some are weighed as a whole.
struct ForeignRunFinder {
  /// The bounds and thresholds, in the unit of ``WordTable/Level`` (1/32 of a decimal logarithm).
  ///
  /// Measured on translated news in nine languages and on foreign phrases put into it; see
  /// `Documentation/source-language.md`.
  enum Threshold {
    /// Words at or above this level are the article's own whatever other languages say of them.
    static let common = 185
    /// From this level on only the probed language is asked.
    static let rare = 140
    /// A word that a table does not have is this much below the rarest that it has.
    static let unknown = 16
    /// The most that one word can say.
    static let bound = 80
    /// The least that a word says which only the other language knows.
    static let exclusive = 45
    /// What a word that no table knows says by its script.
    static let script = 40
    /// A run ends when words of the article's language took away this much.
    static let drop = 70
    /// What a stretch of words must have of strangeness (see ``strangeness(ofLevel:)``) before other languages
    /// than the source language are asked about its words.
    static let strange = 4
    /// The same where the source language is known, so that only sentences of other languages matter.
    static let strangeSentence = 6
    /// How many tokens before and behind a strange stretch are asked about too.
    static let margin = 6
    /// From here on a word claims its segment for a candidate.
    static let claim = 40
    /// From here on a lower-case word counts as foreign.
    static let foreign = 21
    /// What a run needs in the language the article was translated from.
    static let source = 80
    /// What a run of only two words needs there.
    static let pair = 100
    /// What a run needs in any language if the article's source language is not known.
    static let any = 110
    /// What a run needs in another language than the known source language; it must be a sentence too.
    static let other = 200
    /// What a segment needs that is foreign as a whole, counting capitalized words in half.
    static let segment = 200
    /// Lower-case words this frequent show that a run is no name.
    static let functionWord = 176
  }

  /// A language that a run may be in.
  struct Candidate: Sendable {
    let table: WordTable
    let script: UnicodeScript

    /// Whether nouns have capitals, so that capitals do not tell names.
    var capitalizesNouns: Bool { table.language == "de" }

    /// The languages that have a table and a script that is told by name.
    static let all: [Candidate] = WordTable.all.compactMap { table in
      switch table.scriptName {
      case "Latn": Candidate(table: table, script: .latin)
      case "Cyrl": Candidate(table: table, script: .cyrillic)
      default: nil
      }
    }
  }

  /// What is the same for all articles of a language pair.
  struct Plan: Sendable {
    let home: WordTable?
    let homeScripts: [UnicodeScript]
    /// The level that a word has which the article's language does not know.
    let homeFloor: Int
    /// The source language, if it is known and has a table.
    let source: Candidate?
    /// The language that every word below ``Threshold/common`` is looked up in: the source language, or else
    /// English, which is quoted so much that its function words are frequent in every table.
    let probe: Candidate?
    /// The other languages.
    let candidates: [Candidate]

    /// `nil` if nothing is known of the article's language, or no other can be told from it.
    static func plan(for language: LanguageTag, from sourceLanguage: LanguageTag?) -> Plan? {
      cache.withLock { cache in
        let pair = [language, sourceLanguage]
        if let plan = cache[pair] { return plan }
        let plan = Plan(language, sourceLanguage)
        cache[pair] = plan
        return plan
      }
    }

    private static let cache = Mutex<[[LanguageTag?]: Plan?]>([:])

    private init?(_ language: LanguageTag, _ sourceLanguage: LanguageTag?) {
      let home = WordTable.table(for: language.language)
      homeScripts = language.scripts
      guard let mainScript = homeScripts.first else { return nil }
      self.home = home
      homeFloor = (home.map { Int($0.rarest) } ?? Threshold.bound) - Threshold.unknown
      // Without a table of the article's language its own words cannot be told from those of another
      // language in the same script.
      let all = Candidate.all.filter {
        $0.table.language != language.language && (home != nil || $0.script != mainScript)
      }
      let source = sourceLanguage.flatMap { tag in all.first { $0.table.language == tag.language } }
      let probe = source ?? all.first { $0.table.language == "en" }
      candidates = all.filter { $0.table.language != probe?.table.language }
      self.source = source
      self.probe = probe
      if probe == nil && candidates.isEmpty { return nil }
    }
  }

  private enum Capital {
    case none
    /// A capital that a sentence start explains.
    case atStart
    case inside
  }

  private struct Word {
    /// The index of the token.
    let token: Int
    let capital: Capital
    /// The evidence as if there were no capitals.
    var raw: Int
    /// The evidence.
    var score: Int
    /// Whether it is a lower-case word that is foreign.
    var isForeign: Bool
    /// The level in the candidate's table, 0 if it is not there.
    let level: Int
  }

  private struct Claim {
    var run: ForeignRun
    /// First and last word in the segment.
    let words: ClosedRange<Int>
  }

  private let tokens: [Token]
  private let text: [UInt8]
  private let sentences: [Sentence]
  private let article: Article
  private let termMatches: [TermMatch]
  private let quotations: Quotations
  private let plan: Plan

  private var claimed: [Int] = []
  private var words: [Word] = []
  private var windows: [Range<Int>] = []

  /// The foreign runs of an article in text order; empty if nothing is known of its language.
  static func runs(
    in article: Article, language: LanguageTag, sourceLanguage: LanguageTag?, tokens: [Token],
    segmentTokens: [Range<Int>], sentences: [Sentence], termMatches: [TermMatch], quotations: Quotations
  ) -> [ForeignRun] {
    guard let plan = Plan.plan(for: language, from: sourceLanguage) else { return [] }
    var finder = ForeignRunFinder(
      plan: plan, article: article, tokens: tokens, sentences: sentences, termMatches: termMatches,
      quotations: quotations)
    var runs: [ForeignRun] = []
    var sentence = 0
    for (index, segment) in article.segments.enumerated() {
      let first = sentence
      while sentence < sentences.count, sentences[sentence].segment == index { sentence += 1 }
      guard ForeignRunFinder.judges(segment, in: language), !segmentTokens[index].isEmpty else { continue }
      finder.search(segmentTokens[index], segment: index, sentences: first..<sentence, into: &runs)
    }
    return runs
  }

  /// Whether foreign words may not stand in a segment.
  private static func judges(_ segment: Segment, in language: LanguageTag) -> Bool {
    switch segment.role {
    case .headline, .standfirst, .heading, .paragraph, .listItem, .caption: break
    case .quotation, .keywordLine, .embed, .boilerplate, .code: return false
    }
    guard let own = segment.language else { return true }
    return own.matches(language)
  }

  private init(
    plan: Plan, article: Article, tokens: [Token], sentences: [Sentence], termMatches: [TermMatch],
    quotations: Quotations
  ) {
    self.plan = plan
    self.article = article
    self.tokens = tokens
    text = article.text
    self.sentences = sentences
    self.termMatches = termMatches
    self.quotations = quotations
    claimed = [Int](repeating: 0, count: plan.candidates.count)
  }

  // MARK: Search

  /// Whether a token is a word that tables can know.
  @inline(__always)
  private static func isWord(_ token: Token) -> Bool {
    token.kind == .word && token.traits.isDisjoint(with: [.hasDigit, .innerPeriod, .clitic])
  }

  /// How strange a lower-case word is to the article's language, by its level alone.
  ///
  /// Words of another language come in clusters; rare words of the own do not.
  @inline(__always)
  private static func strangeness(ofLevel level: Int) -> Int {
    switch level {
    case 0: 4
    case ..<100: 3
    case ..<125: 2
    case ..<Threshold.rare: 1
    case ..<165: 0
    case ..<Threshold.common: -1
    default: -2
    }
  }

  private mutating func search(
    _ range: Range<Int>, segment: Int, sentences: Range<Int>, into runs: inout [ForeignRun]
  ) {
    var wordCount = 0
    var capitals = 0
    var lowercaseClaims = 0
    var capitalClaims = 0
    var strange = 0
    var strangeStart = range.lowerBound
    let strangeEnough = plan.source == nil ? Threshold.strange : Threshold.strangeSentence
    windows.removeAll(keepingCapacity: true)
    let home = plan.home
    let probe = plan.probe
    for index in range {
      let token = tokens[index]
      guard ForeignRunFinder.isWord(token) else { continue }
      wordCount += 1
      let level = home?.level(ofKey: token.key).map(Int.init) ?? 0
      let isCapitalized = token.traits.contains(.capitalized)
      if isCapitalized { capitals += 1 }
      if !isCapitalized || level >= Threshold.common {
        if strange == 0 { strangeStart = index }
        strange = max(0, strange + ForeignRunFinder.strangeness(ofLevel: level))
        if strange >= strangeEnough { open(strangeStart...index, in: range) }
      }
      if level >= Threshold.common { continue }
      guard let probe, probe.script == token.script else { continue }
      let probeLevel = self.level(of: token, in: probe.table)
      guard probeLevel > 0, level == 0 || probeLevel - level >= Threshold.claim else { continue }
      if isCapitalized { capitalClaims += 1 } else { lowercaseClaims += 1 }
    }
    guard wordCount >= 2 else { return }
    var claims: [Claim] = []
    let claimsNeeded = plan.source == nil ? 2 : 1
    if let probe, lowercaseClaims >= claimsNeeded || capitalClaims >= 4 && 2 * capitalClaims >= wordCount {
      let minimum = plan.source == nil ? Threshold.any : Threshold.source
      weigh(range, segment: segment, sentences: sentences, candidate: probe, minimum: minimum, into: &claims)
    }
    // A headline whose words all have capitals has no lower-case word that could be strange.
    if plan.source == nil, windows.isEmpty, wordCount >= 5, 2 * capitals >= wordCount { windows = [range] }
    if !windows.isEmpty { searchCandidates(range, segment: segment, sentences: sentences, into: &claims) }
    guard !claims.isEmpty else { return }
    ForeignRunFinder.settle(&claims)
    runs.append(contentsOf: claims.map(\.run))
  }

  /// Adds a strange stretch to the windows in which other languages are asked about the words.
  private mutating func open(_ stretch: ClosedRange<Int>, in range: Range<Int>) {
    let lower = max(range.lowerBound, stretch.lowerBound - Threshold.margin)
    let upper = min(range.upperBound, stretch.upperBound + 1 + Threshold.margin)
    if let last = windows.last, lower <= last.upperBound {
      windows[windows.count - 1] = last.lowerBound..<max(upper, last.upperBound)
    } else {
      windows.append(lower..<upper)
    }
  }

  private mutating func searchCandidates(
    _ range: Range<Int>, segment: Int, sentences: Range<Int>, into claims: inout [Claim]
  ) {
    for index in claimed.indices { claimed[index] = 0 }
    var anyClaim = false
    let home = plan.home
    for index in windows.joined() {
      let token = tokens[index]
      guard ForeignRunFinder.isWord(token) else { continue }
      let level = home?.level(ofKey: token.key).map(Int.init) ?? 0
      if level >= Threshold.rare { continue }
      let weight = token.traits.contains(.capitalized) ? 2 : 1
      let floor = max(level, plan.homeFloor)
      for candidate in plan.candidates.indices where plan.candidates[candidate].script == token.script {
        guard let other = plan.candidates[candidate].table.level(ofKey: token.key).map(Int.init) else { continue }
        let evidence = level == 0 ? max(other - floor, Threshold.exclusive) : other - floor
        guard evidence >= Threshold.claim else { continue }
        claimed[candidate] += min(evidence, Threshold.bound) / weight
        anyClaim = true
      }
    }
    guard anyClaim else { return }
    let minimum = plan.source == nil ? Threshold.any : Threshold.other
    for (index, candidate) in plan.candidates.enumerated() where claimed[index] >= minimum - Threshold.bound / 2 {
      weigh(range, segment: segment, sentences: sentences, candidate: candidate, minimum: minimum, into: &claims)
    }
  }

  /// Keeps, of claims that overlap, the one with the most evidence, and of those only text order.
  private static func settle(_ claims: inout [Claim]) {
    guard claims.count > 1 else { return }
    claims.sort { ($1.run.evidence, $0.words.lowerBound) < ($0.run.evidence, $1.words.lowerBound) }
    var kept: [Claim] = []
    for claim in claims where !kept.contains(where: { $0.words.overlaps(claim.words) }) { kept.append(claim) }
    kept.sort { $0.words.lowerBound < $1.words.lowerBound }
    claims = kept
  }

  // MARK: Evidence

  /// The level of a token in a table, 0 if it is not there; a word with an apostrophe may be there in two parts.
  private func level(of token: Token, in table: WordTable) -> Int {
    if let level = table.level(ofKey: token.key) { return Int(level) }
    guard token.traits.contains(.hasApostrophe), let (prefix, rest) = parts(of: token),
      let prefixLevel = table.level(ofKey: prefix), let restLevel = table.level(ofKey: rest)
    else { return 0 }
    return Int(min(prefixLevel, restLevel))
  }

  /// The keys of what stands before (with the apostrophe) and behind the first apostrophe of a word.
  private func parts(of token: Token) -> (prefix: UInt64, rest: UInt64)? {
    var prefix = TokenKey()
    var rest = TokenKey()
    var isBehind = false
    var isEmpty = true
    var offset = Int(token.start)
    while offset < token.end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      let info = CharacterTable.shared.info(of: codePoint)
      offset += length
      if info.kind == .ignorable { continue }
      if isBehind {
        rest.add(codePoint: info.folded)
        isEmpty = false
      } else {
        prefix.add(codePoint: info.folded)
        isBehind = info.kind == .apostrophe
      }
    }
    return isEmpty ? nil : (prefix.value, rest.value)
  }

  /// Fills `words` with the evidence that a candidate has in a segment.
  private mutating func collect(_ range: Range<Int>, sentences: Range<Int>, candidate: Candidate, links: NameLinks) {
    words.removeAll(keepingCapacity: true)
    let floor = Int(candidate.table.rarest) - Threshold.unknown
    var sentence = sentences.lowerBound
    var isStart = true
    for index in range {
      let token = tokens[index]
      if sentence < sentences.upperBound, self.sentences[sentence].tokens.lowerBound <= index {
        isStart = true
        sentence += 1
      }
      guard ForeignRunFinder.isWord(token) else {
        if token.kind == .punctuation {
          if codePoint(of: token) == 0x3A { isStart = true }
        } else if token.kind != .word {
          isStart = false
        }
        continue
      }
      // *l'Affordable Care Act*: the capital stands behind an elided article.
      let hasCapital =
        token.traits.contains(.capitalized)
        || token.traits.contains(.hasApostrophe) && token.traits.contains(.innerCapital)
      let capital: Capital = hasCapital ? (isStart ? .atStart : .inside) : .none
      isStart = false
      let homeLevel = plan.home.map { self.level(of: token, in: $0) } ?? 0
      let level = token.script == candidate.script ? self.level(of: token, in: candidate.table) : 0
      var raw: Int
      if homeLevel == 0, level == 0 {
        raw =
          if token.script != candidate.script {
            plan.homeScripts.contains(token.script) ? -Threshold.bound : 0
          } else {
            plan.homeScripts.contains(token.script) || capital != .none ? 0 : Threshold.script
          }
      } else {
        raw = (level == 0 ? floor : level) - (homeLevel == 0 ? plan.homeFloor : homeLevel)
        raw = max(-Threshold.bound, min(Threshold.bound, raw))
        let isLetter = token.range.count <= 2
        if homeLevel == 0, !isLetter { raw = max(raw, Threshold.exclusive) }
        if raw > 0, token.range.count == 1 || isLetter && token.traits.contains(.nonASCII) { raw /= 2 }
      }
      if raw > 0, isExempt(index) { raw = 0 }
      var score = raw
      if raw > 0, capital != .none {
        score /= capital == .atStart || candidate.capitalizesNouns && homeLevel == 0 ? 2 : 4
      }
      words.append(
        Word(
          token: index, capital: capital, raw: raw, score: score,
          isForeign: capital == .none && score >= Threshold.foreign, level: level))
    }
    clearBorrowedPhrases()
    // Where any language may come, a name must not pass for foreign because the links are another language's.
    weakenLinks(plan.source == nil ? .any : links, candidate: candidate)
  }

  /// Takes the evidence from phrases that every language borrows.
  private mutating func clearBorrowedPhrases() {
    guard words.contains(where: \.isForeign) else { return }
    let keys = words.map { tokens[$0.token].key }
    for index in words.indices {
      let length = BorrowedPhrases.shared.length(atStartOf: keys[index...])
      for covered in index..<index + length {
        words[covered].raw = min(words[covered].raw, 0)
        words[covered].score = min(words[covered].score, 0)
        words[covered].isForeign = false
      }
    }
  }

  /// Weakens the words that link the capitalized words of a name.
  private mutating func weakenLinks(_ links: NameLinks, candidate: Candidate) {
    let longest = candidate.capitalizesNouns ? 1 : 3
    var index = 0
    while index < words.count {
      guard words[index].capital != .none else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, end - index <= longest, words[end].capital == .none, isLink(words[end], links) {
        end += 1
      }
      if end > index + 1, end < words.count, words[end].capital != .none, belongsToName(words[index], candidate),
        belongsToName(words[end], candidate)
      {
        for link in index + 1..<end {
          if words[link].score > 0 { words[link].score /= 4 }
          words[link].isForeign = false
        }
      }
      index = end
    }
  }

  private func belongsToName(_ word: Word, _ candidate: Candidate) -> Bool {
    word.score > -15 && tokens[word.token].script == candidate.script
  }

  private func isLink(_ word: Word, _ links: NameLinks) -> Bool {
    let token = tokens[word.token]
    if links.contains(token.key) { return true }
    guard token.traits.contains(.hasApostrophe), let (prefix, _) = parts(of: token) else { return false }
    return links.contains(prefix)
  }

  /// Whether a token belongs to the glossary or to a part that no rule may judge.
  private func isExempt(_ index: Int) -> Bool {
    let range = tokens[index].range
    return article.protectedRanges.contains { $0.overlaps(range) }
      || termMatches.contains { $0.tokens.contains(index) }
  }

  // MARK: Runs

  /// Appends the runs of a segment that a candidate claims.
  private mutating func weigh(
    _ range: Range<Int>, segment: Int, sentences: Range<Int>, candidate: Candidate, minimum: Int,
    into claims: inout [Claim]
  ) {
    let links = NameLinks.links(of: candidate.table.language)
    collect(range, sentences: sentences, candidate: candidate, links: links)
    if isForeignThroughout() {
      let run = ForeignRun(
        tokens: trimmed(words[0].token..<words[words.count - 1].token + 1), segment: segment,
        language: candidate.table.language, extent: .sentence, setting: .copy,
        evidence: words.reduce(0) { $0 + $1.raw })
      claims.append(Claim(run: run, words: 0...words.count - 1))
      return
    }
    var start: Int?
    var sum = 0
    var best = 0
    var bestEnd = 0
    var index = 0
    while index <= words.count {
      guard let first = start else {
        if index == words.count { break }
        if words[index].score > 0 {
          start = index
          (sum, best, bestEnd) = (words[index].score, words[index].score, index)
        }
        index += 1
        continue
      }
      guard index < words.count, sum + words[index].score > 0, sum + words[index].score >= best - Threshold.drop else {
        if best >= minimum {
          judge(
            first...bestEnd, evidence: best, segment: segment, range: range, sentences: sentences,
            candidate: candidate, links: links, into: &claims)
        }
        index = bestEnd + 1
        start = nil
        continue
      }
      sum += words[index].score
      if words[index].score > 0, sum >= best { (best, bestEnd) = (sum, index) }
      index += 1
    }
  }

  /// Whether all of the segment is the candidate's, as a headline in title case that nobody translated.
  private func isForeignThroughout() -> Bool {
    guard words.count >= 5 else { return false }
    var sum = 0
    var foreign = 0
    var own = 0
    for word in words {
      if word.raw >= Threshold.foreign { foreign += 1 }
      // One word in eight may look like the article's, as “Mayor” in a Spanish one.
      if word.raw < -25 { own += 1 }
      sum += word.raw > 0 && word.capital != .none ? word.raw / 2 : word.raw
    }
    return sum >= Threshold.segment && 2 * foreign >= words.count && 8 * own <= words.count
  }

  /// Turns a stretch with enough evidence into a claim, unless it is too short.
  private func judge(
    _ stretch: ClosedRange<Int>, evidence: Int, segment: Int, range: Range<Int>, sentences: Range<Int>,
    candidate: Candidate, links: NameLinks, into claims: inout [Claim]
  ) {
    let foreign = stretch.count { words[$0].isForeign }
    guard foreign > 0 else { return }
    // *the sea. De la Rosa*: one lower-case word must be foreign beyond doubt.
    if foreign == 1, !stretch.contains(where: { words[$0].isForeign && words[$0].score >= Threshold.exclusive }) {
      return
    }
    let distinct = Set(stretch.lazy.map { tokens[words[$0].token].key }).count
    guard distinct >= 2 else { return }
    let isSource = candidate.table.language == plan.source?.table.language
    if distinct == 2, plan.home == nil || !isSource || evidence < Threshold.pair || isHyphenated(stretch) { return }
    let extent = extent(of: stretch, sentences: sentences)
    if plan.source != nil, !isSource, extent == .phrase || stretch.count < 5 { return }

    let setting: ForeignRun.Setting =
      if isName(stretch, foreign: foreign, candidate: candidate, links: links) {
        .name
      } else if isEmphasized(stretch) || isQuoted(stretch, range: range) {
        .quotation
      } else {
        .copy
      }
    var tokenRange = words[stretch.lowerBound].token..<words[stretch.upperBound].token + 1
    if extent == .sentence, setting == .copy { tokenRange = sentence(around: tokenRange, sentences: sentences) }
    claims.append(
      Claim(
        run: ForeignRun(
          tokens: tokenRange, segment: segment, language: candidate.table.language, extent: extent,
          setting: setting, evidence: evidence),
        words: stretch))
  }

  /// A sentence if the stretch has at least four words and four fifths of those of the sentences it touches.
  private func extent(of stretch: ClosedRange<Int>, sentences: Range<Int>) -> ForeignRun.Extent {
    guard stretch.count >= 4 else { return .phrase }
    let around = sentence(
      around: words[stretch.lowerBound].token..<words[stretch.upperBound].token + 1, sentences: sentences)
    let all = words.count { around.contains($0.token) }
    return 5 * stretch.count >= 4 * all ? .sentence : .phrase
  }

  /// The sentences that a range of tokens touches, without punctuation around them.
  private func sentence(around range: Range<Int>, sentences: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    for sentence in self.sentences[sentences] where sentence.tokens.overlaps(range) {
      lower = min(lower, sentence.tokens.lowerBound)
      upper = max(upper, sentence.tokens.upperBound)
    }
    return trimmed(lower..<upper)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper - 1, !tokens[lower].isWordLike { lower += 1 }
    while upper > lower + 1, !tokens[upper - 1].isWordLike { upper -= 1 }
    return lower..<upper
  }

  // MARK: Names and quotations

  private func isName(
    _ stretch: ClosedRange<Int>, foreign: Int, candidate: Candidate, links: NameLinks
  ) -> Bool {
    let first = stretch.lowerBound
    // Copy in a script that the article's language does not use has no names that stay as they are.
    if candidate.script != .latin, !plan.homeScripts.contains(candidate.script) { return false }
    let followsCapital = first > 0 && words[first - 1].capital == .inside
    let hard = stretch.count { words[$0].isForeign && !isLink(words[$0], links) }
    if foreign == 1, hard == 0 || words[first].capital == .inside || followsCapital { return true }
    if hard == 0, words[first].capital != .none, stretch.count(where: { words[$0].capital != .none }) > 1 {
      return true
    }
    // *Coupe **de la Ligue***, *Ursula **von der Leyen***
    if hard == 0, foreign < 4,
      followsCapital || words[first].capital == .inside
        || NameLinks.personal.contains(tokens[words[first].token].key)
    {
      return true
    }
    if isSentenceCaseName(stretch, candidate: candidate, links: links) { return true }
    guard followsCapital, words[first].capital == .none, words[first - 1].raw > 10,
      tokens[words[first - 1].token].script == candidate.script
    else { return false }
    return isSentenceCaseName(first - 1...stretch.upperBound, candidate: candidate, links: links)
  }

  /// Whether a stretch reads as the name of an institution: *Autorité des marchés financiers*.
  private func isSentenceCaseName(_ stretch: ClosedRange<Int>, candidate: Candidate, links: NameLinks) -> Bool {
    guard NameLinks.hasSentenceCaseNames(candidate.table.language), words[stretch.lowerBound].capital == .inside,
      stretch.count <= 12
    else { return false }
    var hasLink = false
    for index in stretch {
      let word = words[index]
      if index < stretch.upperBound, hasBreak(between: word.token, and: words[index + 1].token) { return false }
      if word.capital != .none { continue }
      if isLink(word, links) {
        hasLink = true
      } else if word.level >= Threshold.functionWord {
        return false
      }
    }
    return hasLink
  }

  private func hasBreak(between left: Int, and right: Int) -> Bool {
    (left + 1..<right).contains { index in
      guard tokens[index].kind == .punctuation else { return false }
      switch codePoint(of: tokens[index]) {
      case 0x2C, 0x3A, 0x3B: return true
      default: return false
      }
    }
  }

  private func isHyphenated(_ stretch: ClosedRange<Int>) -> Bool {
    let between = words[stretch.lowerBound].token + 1..<words[stretch.upperBound].token
    return between.contains { codePoint(of: tokens[$0]) == 0x2D && !tokens[$0].traits.contains(.spaceBefore) }
  }

  /// Whether a stretch stands in words that the copy sets apart, as it does with titles, mottos and foreign words.
  private func isEmphasized(_ stretch: ClosedRange<Int>) -> Bool {
    guard !article.emphasizedRanges.isEmpty else { return false }
    let first = tokens[words[stretch.lowerBound].token].range
    let last = tokens[words[stretch.upperBound].token].range
    return article.emphasizedRanges.contains { emphasized in
      // A whole paragraph in italics sets nothing apart.
      emphasized.overlaps(first.union(last)) && !article.segments.contains { emphasized.contains($0.range) }
    }
  }

  /// The number of tokens on either side of a stretch in which marks are looked for.
  private static let reachOfQuotation = 500

  /// Whether a stretch is all that stands in quotation marks or brackets, or all up to a dash behind which its
  /// translation follows, while the copy around it is in the article's language.
  private func isQuoted(_ stretch: ClosedRange<Int>, range: Range<Int>) -> Bool {
    // Marks far away quote something else; without a limit, a text in one line would be searched again for each
    // of its stretches.
    let near =
      max(
        range.lowerBound, words[stretch.lowerBound].token - ForeignRunFinder.reachOfQuotation)..<min(
        range.upperBound, words[stretch.upperBound].token + ForeignRunFinder.reachOfQuotation)
    for enclosure in EnclosedTokens.ranges(in: near, tokens: tokens, text: text, quotations: quotations) {
      guard let first = words.firstIndex(where: { enclosure.contains($0.token) }),
        let last = words.lastIndex(where: { enclosure.contains($0.token) })
      else { continue }
      guard stretch.lowerBound <= last, stretch.upperBound >= first, abs(stretch.lowerBound - first) <= 1,
        stretch.upperBound <= last + 1
      else { continue }
      let inside = first...last
      let covered = stretch.upperBound >= last - 1 || 5 * stretch.clamped(to: inside).count >= 3 * inside.count
      if !covered, !isFollowedBySeparator(words[stretch.upperBound].token) { continue }
      let outside = words.indices.lazy.filter { !inside.contains($0) }
      let own = outside.count { words[$0].score < 0 }
      let foreign = outside.count { words[$0].score > 0 }
      if own <= foreign, words.count >= 5 { continue }
      return true
    }
    return false
  }

  private func isFollowedBySeparator(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch codePoint(of: tokens[index + 1]) {
    case 0x2D, 0x2013, 0x2014, 0x3A, 0x3B, 0x2C, 0x28, 0x2F, 0x5B, 0x3D: return true
    default: return false
    }
  }

  private func codePoint(of token: Token) -> UInt32 {
    UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint
  }
}
