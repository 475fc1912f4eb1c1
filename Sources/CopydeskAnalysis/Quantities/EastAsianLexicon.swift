// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText
internal import Synchronization

/// What stands beside the numbers of a language that does not part words by spaces.
enum EastAsianSense: Hashable, Sendable {
  /// What is counted, as in other languages.
  case unit(QuantityUnit)
  /// A word between a number and the noun that says how things are counted: `人`, `個`, `명`.
  case counter
  /// A word that makes the number before it a rank: `番目`, `위`.
  case rank
  /// A word that makes the number behind it a rank: `第`.
  case rankPrefix
  /// A tenth of the whole: `割`, `成`.
  case tenth
  /// A part of a date or a time of day.
  case field(Field)
  /// The name of an era, with the year before its first.
  case era(Int64)
  /// A word between the parts and the number of them: `分之`, `分の`.
  case partOf
  /// A word between two ends of a range.
  case rangeJoiner
  /// A word between the two sides of a result.
  case scoreJoiner
  case century
  case decade
  case about
  /// The same, behind the number: `以上`.
  case aboutBehind
  /// A word that makes the distance behind it one in an hour or a second.
  case speed
  /// A word that makes the number behind it less than zero.
  case minus
  /// A number in a word that is not Chinese: `스물`.
  case cardinal(Int64)
  /// What looks like a number or a counter and is part of another word.
  case exception

  /// A part of a date or a time of day.
  enum Field: String, Sendable {
    case year, month, day, hour, minute, second
  }
}

/// The words beside numbers in Chinese, Japanese or Korean, found at any letter.
///
/// Read from the same files as ``QuantityLexicon``, but not cut into words: dictionaries cut `万円` and `円` differently
/// in different sentences. Most letters of an article cost one probe.
struct EastAsianLexicon: Sendable {
  struct Entry: Sendable {
    /// The form in UTF-8; a space matches one or none.
    let form: [UInt8]
    let sense: EastAsianSense
  }

  /// The language subtag.
  let language: String
  /// The entries by their first code point, the longest form first.
  private let entries: [UInt32: [Entry]]

  /// The languages whose numbers are read letter by letter.
  static let languages: Set<String> = ["zh", "yue", "ja", "ko"]

  /// The lexicon of a language, or `nil` if its words are parted by spaces; made when it is first asked for.
  static func lexicon(for language: String) -> EastAsianLexicon? {
    guard languages.contains(language) else { return nil }
    return cache.withLock { cache in
      if let known = cache[language] { return known }
      let name = language == "yue" ? "zh" : language
      let files = [EmbeddedFile.named("quantities/\(name).cldr.txt"), EmbeddedFile.named("quantities/\(name).txt")]
      let made = EastAsianLexicon(language: name, files: files.compactMap { $0?.bytes })
      cache[language] = made
      return made
    }
  }

  private static let cache = Mutex<[String: EastAsianLexicon]>([:])

  /// Reads files of `kind|value|form/form`.
  init(language: String, files: [[UInt8]]) {
    self.language = language
    var entries: [UInt32: [Entry]] = [:]
    for file in [Array(QuantityLexicon.signs.utf8)] + files {
      for line in file.split(separator: 0x0A) where line.first != 0x23 {
        let fields = line.split(separator: 0x7C, maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3 else { continue }
        let kind = String(decoding: fields[0], as: UTF8.self)
        let value = String(decoding: fields[1], as: UTF8.self)
        guard let sense = EastAsianLexicon.sense(kind, value) else { continue }
        for form in EastAsianLexicon.forms(of: Array(fields[2])) {
          let first = EastAsianLexicon.lowercase(UTF8Decoder.codePoint(in: form.span, at: 0).codePoint)
          entries[first, default: []].append(Entry(form: form, sense: sense))
        }
      }
    }
    self.entries = entries.mapValues { list in
      // What was read first stays first among forms of one length.
      list.enumerated().sorted { ($1.element.form.count, $0.offset) < ($0.element.form.count, $1.offset) }
        .map(\.element)
    }
  }

  /// The forms of a line; a slash with a backslash before it belongs to a form.
  private static func forms(of bytes: [UInt8]) -> [[UInt8]] {
    var forms: [[UInt8]] = []
    var form: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\") where !isEscaped: isEscaped = true
      case UInt8(ascii: "/") where !isEscaped:
        if !form.isEmpty { forms.append(form) }
        form = []
      default:
        form.append(byte)
        isEscaped = false
      }
    }
    if !form.isEmpty { forms.append(form) }
    return forms
  }

  private static func lowercase<Letter: FixedWidthInteger>(_ letter: Letter) -> Letter {
    letter >= 0x41 && letter <= 0x5A ? letter | 0x20 : letter
  }

  static func sense(_ kind: String, _ value: String) -> EastAsianSense? {
    switch kind {
    case "counter": return .counter
    case "rank": return .rank
    case "rank-prefix": return .rankPrefix
    case "tenth": return .tenth
    case "field": return EastAsianSense.Field(rawValue: value).map { .field($0) }
    case "era": return Int64(value).map { .era($0) }
    case "part-of": return .partOf
    case "range": return .rangeJoiner
    case "score": return .scoreJoiner
    case "speed": return .speed
    case "minus": return .minus
    case "exception": return .exception
    case "cardinal": return Int64(value).map { .cardinal($0) }
    case "century": return .century
    case "decade": return .decade
    case "about": return .about
    case "about-behind": return .aboutBehind
    default:
      guard case .unit(let unit) = QuantityLexicon.sense(kind, value) else { return nil }
      return .unit(unit)
    }
  }

  /// Calls a closure with every entry that stands at an offset, the longest first, and the offset behind it, until it
  /// returns `true`.
  func forEach(in text: Span<UInt8>, at offset: Int, before end: Int, _ body: (EastAsianSense, Int) -> Bool) {
    guard offset < end else { return }
    let first = UTF8Decoder.codePoint(in: text, at: offset).codePoint
    guard let list = entries[EastAsianLexicon.lowercase(first)] else { return }
    for entry in list {
      guard let behind = EastAsianLexicon.match(entry.form, in: text, at: offset, before: end) else { continue }
      if body(entry.sense, behind) { return }
    }
  }

  /// The offset behind a form that stands at an offset.
  private static func match(_ form: [UInt8], in text: Span<UInt8>, at start: Int, before end: Int) -> Int? {
    var offset = start
    // `g` and `G`, `m` and `M` are not the same.
    if form.count == 1, text[start] != form[0] { return nil }
    for byte in form {
      if byte == 0x20 {
        if offset < end, text[offset] == 0x20 { offset += 1 }
        continue
      }
      guard offset < end, lowercase(text[offset]) == lowercase(byte) else { return nil }
      offset += 1
    }
    // `m` is no unit in `mRNA`.
    if offset < end, let last = form.last, isLetter(last), isLetter(text[offset]) { return nil }
    return offset
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
