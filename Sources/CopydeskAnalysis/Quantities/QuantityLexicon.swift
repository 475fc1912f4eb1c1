// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText
internal import Synchronization

/// What a word or sign can mean in a quantity.
enum QuantitySense: Hashable, Sendable {
  /// A number.
  case cardinal(ExactDecimal)
  /// A number with the “and” before it in one word.
  case joinedCardinal(ExactDecimal)
  /// A rank.
  case ordinal(Int64)
  /// A factor: thousand, million, dozen.
  case scale(Int64)
  /// A part of a whole.
  case fraction(Int64, of: Int64)
  /// A word for one before a factor or a part.
  case article
  /// A word inside numbers.
  case joiner
  /// Two of what is counted, in one word: Arabic `يومين`, Hebrew `שנתיים`.
  case dual(QuantityUnit)
  /// What is counted.
  case unit(QuantityUnit)
  /// A word or sign that makes the number behind it a percentage: Turkish `yüzde`.
  case percentBefore
  /// A word that makes a number a century.
  case century
  /// A word that makes a number a decade.
  case decade
  /// A word that says the number is not exact.
  case about
  /// A word beside which a Roman numeral is a number.
  case roman
}

extension QuantitySense {
  /// Whether a number can begin with the word.
  fileprivate var startsNumber: Bool {
    switch self {
    case .cardinal, .joinedCardinal, .ordinal, .scale, .fraction, .article, .dual, .percentBefore: true
    case .joiner, .unit, .century, .decade, .about, .roman: false
    }
  }
}

/// The words of one language that make up quantities.
///
/// Read from two files a language: one made from CLDR, one written by hand. A word of an article costs one probe;
/// nearly all end at an empty slot.
struct QuantityLexicon: Sendable {
  struct Entry: Sendable {
    let sense: QuantitySense
    /// The keys of the words behind the first.
    let rest: [UInt64]
    /// The next entry with the same first word plus one, or 0.
    fileprivate(set) var next: UInt32
    /// In the first entry of a word: whether any of them can begin a number.
    fileprivate(set) var startsNumber: Bool
  }

  /// The language subtag.
  let language: String
  private var slots: [UInt32]
  private var keys: [UInt64]
  private var mask: Int
  private(set) var entries: [Entry] = []

  /// The lexicon of a language; one without data files knows digits and signs alone.
  ///
  /// Made when the language is first asked for, in about half a millisecond.
  static func lexicon(for language: String) -> QuantityLexicon {
    cache.withLock { cache in
      if let known = cache[language] { return known }
      // Chinese, Japanese and Korean are read letter by letter, with a lexicon of their own.
      let names = EastAsianLexicon.languages.contains(language) ? [] : ["\(language).cldr.txt", "\(language).txt"]
      let files = names.map { EmbeddedFile.named("quantities/\($0)") }
      let made = QuantityLexicon(language: language, files: files.compactMap { $0?.bytes })
      cache[language] = made
      return made
    }
  }

  private static let cache = Mutex<[String: QuantityLexicon]>([:])

  /// Reads files of `kind|value|form/form`; `\\/` is a slash inside a form.
  init(language: String, files: [[UInt8]]) {
    self.language = language
    let size = files.reduce(0) { $0 + $1.count }
    var capacity = 1024
    while capacity < size / 8 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    keys = Array(repeating: 0, count: capacity)
    mask = capacity - 1
    entries.reserveCapacity(size / 16)
    let tokenizer = Tokenizer(language: language)
    for file in [Array(QuantityLexicon.signs.utf8)] + files { add(file, tokenizer) }
  }

  /// Signs of all languages.
  static let signs = """
    percent||%/٪/％
    per-mille||‰
    currency|EUR|€
    currency|GBP|£
    currency|$|$
    currency|USD|US$/USD
    currency|-YEN|¥/￥
    currency|INR|₹
    currency|RUB|₽
    currency|UAH|₴
    currency|TRY|₺
    currency|ILS|₪
    currency|KRW|₩
    fraction|1/2|½
    fraction|1/3|⅓
    fraction|2/3|⅔
    fraction|1/4|¼
    fraction|3/4|¾
    unit|celsius|°C/℃
    unit|fahrenheit|°F/℉
    unit|degree|°
    """

  private mutating func add(_ file: [UInt8], _ tokenizer: Tokenizer) {
    var tokens: [Token] = []
    var words: [UInt64] = []
    var start = 0
    while start < file.count {
      var end = start
      var bars: (first: Int, second: Int) = (0, 0)
      while end < file.count, file[end] != 0x0A {
        if file[end] == 0x7C {
          if bars.first == 0 { bars.first = end } else if bars.second == 0 { bars.second = end }
        }
        end += 1
      }
      defer { start = end + 1 }
      guard bars.second > 0, file[start] != 0x23 else { continue }
      let kind = String(decoding: file[start..<bars.first], as: UTF8.self)
      let value = String(decoding: file[bars.first + 1..<bars.second], as: UTF8.self)
      guard let sense = QuantityLexicon.sense(kind, value) else { continue }
      // Every form is cut in one go: a slash is a token of its own.
      tokens.removeAll(keepingCapacity: true)
      tokenizer.append(tokensIn: file, range: TextRange(bars.second + 1, end), to: &tokens)
      var first: Token?
      var isEscaped = false
      func insertForm() {
        insert(words, sense)
        if let first { insertPrefixed(file[first.range.offsets], words, sense) }
        words.removeAll(keepingCapacity: true)
        first = nil
      }
      for token in tokens {
        let sign = token.range.count == 1 ? file[Int(token.start)] : 0
        if sign == 0x2F, !isEscaped {
          insertForm()
        } else if sign != 0x2D, sign != 0x5C {
          if words.isEmpty { first = token }
          words.append(token.key)
        }
        isEscaped = sign == 0x5C
      }
      insertForm()
    }
  }

  /// Adds a number word with the prefixes that the language writes together with it.
  private mutating func insertPrefixed(_ word: ArraySlice<UInt8>, _ words: [UInt64], _ sense: QuantitySense) {
    guard let prefixes = AttachedPrefixes.prefixes(of: language) else { return }
    func keys(_ prefix: String) -> [UInt64] {
      [TokenKey.key(of: prefix + String(decoding: word, as: UTF8.self))] + words.dropFirst()
    }
    switch sense {
    case .cardinal(let value):
      for prefix in prefixes.and {
        insert(keys(prefix), .joinedCardinal(value))
        insert(keys(prefix), sense)
      }
    case .joinedCardinal(let value):
      // “And five” also begins a number.
      insert(words, .cardinal(value))
      return
    case .dual, .ordinal, .fraction:
      for prefix in prefixes.and { insert(keys(prefix), sense) }
    default: return
    }
    for prefix in prefixes.others { insert(keys(prefix), sense) }
  }

  static func sense(_ kind: String, _ value: String) -> QuantitySense? {
    switch kind {
    case "cardinal": return decimal(value).map { .cardinal($0) }
    case "joined-cardinal": return decimal(value).map { .joinedCardinal($0) }
    case "ordinal": return Int64(value).map { .ordinal($0) }
    case "scale": return Int64(value).map { .scale($0) }
    case "fraction":
      let parts = value.split(separator: "/").compactMap { Int64($0) }
      return parts.count == 2 && parts[1] > 0 ? .fraction(parts[0], of: parts[1]) : nil
    case "article": return .article
    case "joiner": return .joiner
    case "percent": return .unit(.percent)
    case "percent-before": return .percentBefore
    case "percentage-point": return .unit(.percentagePoint)
    case "per-mille": return .unit(.perMille)
    case "currency": return .unit(.currency(Currency(value)))
    case "unit": return MeasureUnit(rawValue: value).map { .unit(.measure($0)) }
    case "dual": return MeasureUnit(rawValue: value).map { .dual(.measure($0)) }
    case "dual-currency": return .dual(.currency(Currency(value)))
    case "century": return .century
    case "decade": return .decade
    case "about": return .about
    case "roman": return .roman
    default: return nil
    }
  }

  private static func decimal(_ text: String) -> ExactDecimal? {
    if let whole = Int64(text) { return ExactDecimal(significand: whole) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let digits = Int64(parts.joined()) else { return nil }
    return ExactDecimal(significand: digits, exponent: parts.count == 2 ? -parts[1].utf8.count : 0)
  }

  private mutating func insert(_ words: [UInt64], _ sense: QuantitySense) {
    guard let first = words.first else { return }
    if entries.count * 2 >= slots.count { grow() }
    let rest = words.count == 1 ? [] : Array(words.dropFirst())
    var slot = Int(truncatingIfNeeded: first) & mask
    while slots[slot] != 0, keys[slot] != first { slot = (slot + 1) & mask }
    let startsNumber = sense.startsNumber
    if slots[slot] != 0 {
      var index = Int(slots[slot]) - 1
      if startsNumber { entries[index].startsNumber = true }
      while true {
        if entries[index].sense == sense, entries[index].rest == rest { return }
        if entries[index].next == 0 { break }
        index = Int(entries[index].next) - 1
      }
      entries[index].next = UInt32(entries.count + 1)
    } else {
      keys[slot] = first
      slots[slot] = UInt32(entries.count + 1)
    }
    entries.append(Entry(sense: sense, rest: rest, next: 0, startsNumber: startsNumber))
  }

  private mutating func grow() {
    let known = zip(slots, keys).filter { $0.0 != 0 }
    mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    keys = Array(repeating: 0, count: mask + 1)
    for (index, key) in known {
      var slot = Int(truncatingIfNeeded: key) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = index
      keys[slot] = key
    }
  }

  /// The first entry whose first word has the key.
  @inline(__always)
  func first(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      if keys[slot] == key { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a number may begin with a word; “and” and “meters” never begin one.
  @inline(__always)
  func mayStartNumber(_ key: UInt64) -> Bool { first(of: key).map { entries[$0].startsNumber } ?? false }

  /// The entry behind another with the same first word.
  func next(after entry: Int) -> Int? {
    let next = entries[entry].next
    return next == 0 ? nil : Int(next) - 1
  }
}
