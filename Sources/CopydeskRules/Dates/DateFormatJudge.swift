// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Judges how the dates of one article are written.
///
/// A number beside a month's name is a date only in the order of the language; in the other order it may count
/// what follows (“en noviembre 6 personas”), so every verdict asks for evidence.
struct DateFormatJudge {
  struct Verdict {
    let range: TextRange
    /// The date in the language's form, or `nil` if there is no telling.
    let replacement: String?
    let isCertain: Bool
  }

  private let analysis: ArticleAnalysis
  private let tokens: [Token]
  private let conventions: DateConventions
  private let source: LanguageSet?

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
    tokens = analysis.tokens
    conventions = analysis.conventions.dates
    source = analysis.context.sourceLanguage.map { LanguageSet($0.language) }
  }

  func verdict(on date: DateMention) -> Verdict? {
    // Other languages write dates of digits with words of their own, which the reader does not know.
    guard LanguageSet.known.contains(conventions.language), date.calendar == .gregorian else { return nil }
    if date.style.contains(.numeric) { return numericVerdict(on: date) }
    guard let month = date.month else { return foreignWord(date.weekday, date.weekdayLanguages, isMonth: false) }
    if date.monthLanguages.isDisjoint(with: conventions.language) {
      if date.day == nil, date.year == nil { return foreignWord(date.month, date.monthLanguages, isMonth: true) }
      return foreignMonth(date, month)
    }
    if let weekday = date.weekday, date.weekdayLanguages.isDisjoint(with: conventions.language),
      isPlausible(date.weekdayLanguages)
    {
      return Verdict(range: weekday.range, replacement: conventions.weekdays[weekday.value], isCertain: false)
    }
    let isForeign =
      switch date.order {
      case .dayMonth: isForeignDayMonth(date, month)
      case .monthDay: isForeignMonthDay(date, month)
      case .withoutDay: isForeignYear(date)
      case .yearMonthDay: false
      }
    return isForeign ? rewritten(date, month) : nil
  }

  // MARK: Rewriting

  private func rewritten(_ date: DateMention, _ month: DateMention.Part, isCertain: Bool = true) -> Verdict {
    guard let day = date.day else {
      let name = conventions.monthsAlone[month.value - 1]
      guard let year = date.year, let pattern = conventions.format(monthAlone: name, year: year.value) else {
        return Verdict(range: date.dayRange, replacement: nil, isCertain: false)
      }
      return Verdict(range: date.dayRange, replacement: pattern, isCertain: isCertain)
    }
    var text = String(day.value)
    if let first = date.firstDay {
      // Only a dash between the days can be kept as it stands.
      let between = analysis.string(in: TextRange(start: first.range.end, end: day.range.start))
      guard between.unicodeScalars.allSatisfy({ $0 == "-" || $0 == "–" || $0 == "—" }) else {
        return Verdict(range: date.dayRange, replacement: nil, isCertain: false)
      }
      text = "\(first.value)\(between)\(day.value)"
    }
    if date.style.contains(.ordinal), !date.style.contains(.englishOrdinal), date.order == .dayMonth {
      text = analysis.string(in: TextRange(start: date.dayRange.start, end: suffixEnd(of: day)))
    }
    var range = date.dayRange
    if date.order == .monthDay, date.dayMonthJoint.period, date.year == nil, range.end == day.range.end,
      !endsSentence(afterToken: day.token + 1)
    {
      range = TextRange(start: range.start, end: range.end + 1)
    }
    return Verdict(
      range: range,
      replacement: conventions.format(day: text, month: month.value, year: date.year?.value, order: date.order),
      isCertain: isCertain)
  }

  /// Where the suffix of a day such as `1er` ends.
  private func suffixEnd(of day: DateMention.Part) -> UInt32 {
    var index = day.token + 1
    var end = day.range.end
    while index < tokens.count, tokens[index].start == end, tokens[index].kind == .word || mark(index) == 0x2D {
      end = tokens[index].end
      index += 1
    }
    return end
  }

  // MARK: Surroundings

  private func mark(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index), tokens[index].kind == .punctuation || tokens[index].kind == .symbol else {
      return 0
    }
    return analysis.codePoint(of: tokens[index])
  }

  private func segment(of date: DateMention) -> Range<Int> {
    analysis.segmentTokens[analysis.segmentIndex(at: date.range.start)]
  }

  private func isSentenceStart(_ index: Int) -> Bool {
    let sentences = analysis.sentences
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= index { low = middle } else { high = middle }
    }
    guard low < sentences.count else { return false }
    var first = sentences[low].tokens.lowerBound
    while first < index, tokens[first].kind == .punctuation { first += 1 }
    return first == index
  }

  /// Whether a period token ends its sentence.
  private func endsSentence(afterToken index: Int) -> Bool {
    index + 1 >= tokens.count || tokens[index + 1].traits.contains(.lineBreakBefore) || isSentenceStart(index + 1)
      || tokens[index + 1].kind == .word && tokens[index + 1].traits.contains(.capitalized)
  }

  private func before(_ date: DateMention) -> Token? {
    let index = date.tokens.lowerBound - 1
    guard segment(of: date).contains(index), tokens[index].kind == .word else { return nil }
    return tokens[index]
  }

  private func behind(_ date: DateMention) -> Token? {
    let index = date.tokens.upperBound
    return segment(of: date).contains(index) ? tokens[index] : nil
  }

  /// Whether the date is part of a name: `Avenida 9 de Julio`, `rue du 8 Mai 1945`.
  private func isPartOfName(_ date: DateMention) -> Bool {
    let segment = segment(of: date)
    let first = date.tokens.lowerBound
    if segment.contains(first - 1), mark(first - 1) == 0x2D { return true }
    // In German every noun has a capital, and Slavic names put the date into quotation marks or behind a lower-case word.
    if ["de", "ru", "uk", "cs", "pl"].contains(analysis.language.language) { return false }
    if isSentenceStart(first), let next = behind(date), next.kind == .word, next.traits.contains(.capitalized) {
      return true
    }
    var index = first - 1
    while segment.contains(index), tokens[index].kind == .word, !tokens[index].traits.contains(.capitalized),
      analysis.languageData.nameParticles.contains(tokens[index].key)
        || analysis.languageData.articles.contains(tokens[index].key)
    {
      index -= 1
    }
    guard segment.contains(index), tokens[index].kind == .word, tokens[index].traits.contains(.capitalized) else {
      return false
    }
    if date.year != nil, index == first - 1 { return false }
    return !isSentenceStart(index)
  }

  /// Whether the longer words around a date have capitals, as in a title: then a month's says nothing.
  private func isTitleCased(_ date: DateMention) -> Bool {
    let segment = segment(of: date)
    var capitals = 0
    var others = 0
    // No title is longer than this.
    let around = (date.tokens.lowerBound - 60..<date.tokens.upperBound + 60).clamped(to: segment)
    for index in around where tokens[index].kind == .word && index > segment.lowerBound {
      if analysis.isInDate(index) { continue }
      if tokens[index].traits.contains(.capitalized) {
        capitals += 1
      } else if tokens[index].range.count > 4 {
        others += 1
      }
    }
    return capitals >= 3 && capitals > 2 * others
  }

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { TokenKey.key(of: $0) })
  }

  // MARK: Other languages

  /// Whether a word of these languages is more likely a leftover than a word of the target.
  private func isPlausible(_ languages: LanguageSet) -> Bool {
    if let source, !languages.isDisjoint(with: source) { return true }
    if languages.contains(LanguageSet("en")) { return true }
    return source == nil && !languages.isDisjoint(with: LanguageSet.common)
  }

  /// Month names that are first names, surnames, verbs or brands elsewhere.
  private static let ambiguous = keys(
    """
    may march june april august mars mai mayo julio juli juni junio abril marzo avril agosto augusto giugno luglio
    maja marca mart maj jun jul czerwca lipca augustus maio abril
    """)

  /// Words of each language before a month that rarely stand before a person.
  private static let monthPrepositions: [String: Set<UInt64>] = [
    "en": keys("in mid late early since until"), "es": keys("en finales mediados principios"),
    "fr": keys("en fin début mi"),
    "de": keys("im ende anfang mitte bis seit"), "pt": keys("em fins"), "it": keys("in fine inizio"),
    "ru": keys("в с до"), "uk": keys("у в до"), "cs": keys("v ve do"), "nl": keys("in eind begin"),
    "pl": keys("w we do"),
  ]

  private func foreignMonth(_ date: DateMention, _ month: DateMention.Part) -> Verdict? {
    guard isPlausible(date.monthLanguages) else { return nil }
    let token = tokens[month.token]
    let isFromSource = source.map { !$0.isDisjoint(with: date.monthLanguages) } ?? false
    let hasScriptOfOwn = token.script != targetScript
    if date.monthForm == .short, !(isFromSource && date.day != nil && date.year != nil) { return nil }
    if date.day == nil, !hasScriptOfOwn, DateFormatJudge.ambiguous.contains(token.key) { return nil }
    // Names keep their capitals: “Estadio 20 de Enero”, “the 26 de Julio movement”.
    let capitalizes = date.monthLanguages.firstCode.map { ["en", "de"].contains($0) } ?? false
    if token.traits.contains(.capitalized), !capitalizes, date.year == nil || date.dayMonthJoint.connector != 0 {
      return nil
    }
    if isPartOfName(date), !hasScriptOfOwn { return nil }
    return rewritten(date, month, isCertain: date.day != nil)
  }

  private var targetScript: UnicodeScript {
    switch analysis.language.language {
    case "ru", "uk", "be", "bg", "sr", "mk": .cyrillic
    default: .latin
    }
  }

  /// A month or weekday alone, such as `July` in “im July”.
  private func foreignWord(_ part: DateMention.Part?, _ languages: LanguageSet, isMonth: Bool) -> Verdict? {
    guard let part, isPlausible(languages) else { return nil }
    let token = tokens[part.token]
    let isFromSource = source.map { !$0.isDisjoint(with: languages) } ?? false
    let segment = analysis.segmentTokens[analysis.segmentIndex(at: token.start)]
    if token.script == targetScript {
      guard isFromSource || source == nil else { return nil }
      // A name has another capital beside it, a leftover has a lower-case word before it.
      let before = part.token - 1
      guard segment.contains(before), tokens[before].kind == .word,
        !tokens[before].traits.contains(.capitalized) || isSentenceStart(before)
      else { return nil }
      let introducesMonth =
        DateFormatJudge.monthPrepositions[analysis.language.language]?.contains(tokens[before].key) ?? false
      if DateFormatJudge.ambiguous.contains(token.key) {
        guard isMonth, isFromSource, introducesMonth else { return nil }
      } else {
        guard introducesMonth || analysis.languageData.functionWords.contains(tokens[before].key) else { return nil }
      }
      let capitalizes = languages.firstCode.map { ["en", "de"].contains($0) } ?? false
      if token.traits.contains(.capitalized) != capitalizes { return nil }
    } else if !isFromSource {
      return nil
    }
    let next = part.token + 1
    if segment.contains(next) {
      if tokens[next].kind == .word, tokens[next].traits.contains(.capitalized) || tokens[next].traits.contains(.clitic)
      {
        return nil
      }
      if !tokens[next].traits.contains(.spaceBefore), mark(next) == 0x2D { return nil }
    }
    let names = isMonth ? conventions.monthsAlone : conventions.weekdays
    let index = isMonth ? part.value - 1 : part.value
    guard names.indices.contains(index) else { return nil }
    return Verdict(range: part.range, replacement: names[index], isCertain: false)
  }

  // MARK: Day before month

  private func isForeignDayMonth(_ date: DateMention, _ month: DateMention.Part) -> Bool {
    guard let day = date.day else { return false }
    if !conventions.orders.contains(.dayMonth) { return !isPartOfName(date) }
    let joint = date.dayMonthJoint
    if !conventions.dayMonthJoints.contains(joint), isForeignDayJoint(date, joint, day, month) { return true }
    if date.style.contains(.englishOrdinal), analysis.language.language != "en", !isPartOfName(date) { return true }
    if hasForeignCase(date, month) { return true }
    if date.monthForm == .alone, ["ru", "uk"].contains(analysis.language.language), date.year != nil { return true }
    return isForeignYear(date)
  }

  private func isForeignDayJoint(
    _ date: DateMention, _ joint: DateMention.Joint, _ day: DateMention.Part, _ month: DateMention.Part
  ) -> Bool {
    let expected = conventions.dayMonthJoints
    if joint.connector != 0, !expected.contains(where: { $0.connector == joint.connector }) {
      return !isPartOfName(date)
    }
    let monthToken = tokens[month.token]
    if joint.period {
      if expected.contains(where: { $0.period }) { return false }
      // “… until the 10. March was …”: a period before a capital may end a sentence, one that opens a line a list item.
      if isSentenceStart(day.token), date.year == nil { return false }
      if conventions.capitalizesMonths {
        return mark(date.tokens.lowerBound - 1) == 0x28
          || before(date).map { DateFormatJudge.englishDayPrepositions.contains($0.key) } ?? false
      }
      return !monthToken.traits.contains(.capitalized)
    }
    guard joint == .space else { return false }
    if expected.contains(where: { $0.period }) {
      // German and Czech: `19 Juni` may be nineteen of something; a year, a preposition or the genitive tell.
      if date.year != nil || date.weekday != nil || date.firstDay != nil { return true }
      if let before = before(date), DateFormatJudge.dayPrepositions.contains(before.key) { return true }
      return analysis.language.language == "cs" && date.monthForm == .inDate
        && !monthToken.traits.contains(.capitalized)
        && conventions.months[month.value - 1] != conventions.monthsAlone[month.value - 1]
    }
    if expected.contains(where: { $0.connector != 0 }) {
      // Spanish and Portuguese months take no plural here, so nothing is counted.
      return !date.style.contains(.shortMonth) && !isPartOfName(date) && !isTitleCased(date)
    }
    return false
  }

  /// Words that stand before a day of the month and not before a month.
  private static let dayPrepositions = keys(
    """
    am vom zum den dem der bis ab seit el del al día le du au il dal dne dia ao até desde hasta
    """)

  /// English words before a day; `by 10. March` may be two sentences.
  private static let englishDayPrepositions = keys("on the since until till before after for from starting")

  // MARK: Month before day

  private func isForeignMonthDay(_ date: DateMention, _ month: DateMention.Part) -> Bool {
    guard let day = date.day else { return false }
    if conventions.orders.contains(.monthDay) {
      if date.dayMonthJoint.connector != 0 { return !isPartOfName(date) }
      return hasForeignCase(date, month) || isForeignYear(date)
    }
    let isGenitive =
      date.monthForm == .inDate && conventions.months[month.value - 1] != conventions.monthsAlone[month.value - 1]
    if !isGenitive, isPartOfName(date), date.year == nil { return false }
    if date.style.contains(.englishOrdinal) || date.weekday != nil { return true }
    if analysis.language.language == "en" { return isStandingAlone(date, day) || date.year != nil }
    if date.year != nil { return date.yearJoint.comma || isStandingAlone(date, day) }
    // “Juli 20. ablehnten”: a period that ends no sentence makes the number an ordinal.
    let next = date.tokens.upperBound
    if date.dayMonthJoint.period, conventions.dayMonthJoints.contains(where: { $0.period }), next + 1 < tokens.count,
      !endsSentence(afterToken: next)
    {
      return true
    }
    let before = before(date)
    if let before, DateFormatJudge.dayArticles.contains(before.key) { return true }
    if let before, DateFormatJudge.partsOfMonth.contains(before.key) { return false }
    if isGenitive {
      // “выборы декабря 24” is a date; behind “до” the month may stand in the genitive by itself.
      return before.map { !DateFormatJudge.genitivePrepositions.contains($0.key) } ?? true || isStandingAlone(date, day)
    }
    guard isStandingAlone(date, day) else { return false }
    // Behind “en” or “im” a month is a month, and the number counts something.
    if let before, analysis.languageData.functionWords.contains(before.key),
      conventions.months == conventions.monthsAlone
    {
      return DateFormatJudge.dayPrepositions.contains(before.key)
    }
    return date.monthForm == .inDate
  }

  /// Whether nothing that could be counted follows the day.
  private func isStandingAlone(_ date: DateMention, _ day: DateMention.Part) -> Bool {
    guard let next = behind(date) else { return true }
    if next.kind == .word {
      return DateFormatJudge.yearWords.contains(next.key)
        || analysis.languageData.functionWords.contains(next.key)
          && !next.traits.contains(.capitalized)
    }
    return next.kind == .punctuation
  }

  /// Articles that stand before a day and never before a month.
  private static let dayArticles = keys("el del al am vom zum le du il dne pasado próximo")
  /// Words behind which a month stands in the genitive, with a count behind it.
  private static let partsOfMonth = keys(
    """
    начала начале началу конца конце концу середины середине половины половине течение дней дня початку початок кінця
    кінці середини середині половини половині протягом konce konci začátku poloviny polovině půlce průběhu pół końca
    początku połowy połowie finales fines mediados principios comienzos fin début ende anfang mitte
    """)
  /// Prepositions that govern the genitive.
  private static let genitivePrepositions = keys(
    """
    до от с со из у без для около кроме среди вместо від з із зі після крім серед замість do od z ze u bez během kolem
    okolo podle kromě vedle místo uprostřed dla podczas około wokół
    """)
  /// Words behind a date without its year, or behind the year.
  private static let yearWords = keys(
    "г года году год р року рік roku r минулого цього прошлого этого loňského letošního minulého ubiegłego tego"
  )

  // MARK: Case and year

  private func hasForeignCase(_ date: DateMention, _ month: DateMention.Part) -> Bool {
    let token = tokens[month.token]
    if token.traits.contains(.allCapitals) { return false }
    let isCapitalized = token.traits.contains(.capitalized)
    guard isCapitalized != conventions.capitalizesMonths else { return false }
    if isCapitalized {
      guard date.order == .dayMonth || !isSentenceStart(month.token) else { return false }
      if isHoliday(date, month) { return false }
      return !isPartOfName(date) && !isTitleCased(date)
    }
    // “the 4 may be”, “they march 12 miles”: these need a year.
    if analysis.language.language == "en", DateFormatJudge.englishVerbs.contains(token.key) {
      return date.year != nil && date.yearJoint.comma
    }
    return !date.style.contains(.shortMonth)
  }

  private static let englishVerbs = keys("may march")

  /// Days whose name is their date, written with a capital: 14 Juillet, 8 Марта, 25 Aprile.
  private func isHoliday(_ date: DateMention, _ month: DateMention.Part) -> Bool {
    guard let day = date.day else { return false }
    return DateFormatJudge.holidays[analysis.language.language]?.contains(month.value * 100 + day.value) ?? false
  }

  /// Month and day of public holidays and historic days that papers write as names.
  ///
  /// Written for this project.
  private static let holidays: [String: Set<Int>] = [
    "fr": [501, 508, 714, 815, 911, 1111], "it": [308, 425, 501, 602, 911, 1104, 1208],
    "es": [501, 502, 525, 709, 716, 911, 912, 915, 916, 1012, 1120, 1206],
    "pt": [425, 501, 513, 907, 911, 1005, 1115, 1201, 1205], "ru": [223, 308, 501, 509, 612, 1107],
    "uk": [308, 501, 508, 509, 824], "pl": [501, 503, 1111], "cs": [501, 508, 1028, 1117], "nl": [],
  ]

  private func isForeignYear(_ date: DateMention) -> Bool {
    guard date.year != nil else { return false }
    let joint = date.yearJoint
    let expected = conventions.yearJoints
    if expected.contains(joint) { return false }
    if joint.connector != 0 { return !expected.contains { $0.connector == joint.connector } && !isPartOfName(date) }
    guard joint.comma, date.day != nil else { return false }
    // “17 mars, 2025 personnes”: only what ends behind the year is a date.
    guard let next = behind(date) else { return true }
    if next.kind == .word {
      // German capitalizes what can be counted.
      return DateFormatJudge.yearWords.contains(next.key) || analysis.languageData.functionWords.contains(next.key)
        || analysis.language.language == "de" && !next.traits.contains(.capitalized)
    }
    return next.kind == .punctuation
  }

  // MARK: Digits

  private func numericVerdict(on date: DateMention) -> Verdict? {
    guard !conventions.acceptsBothNumericOrders, let day = date.day, let month = date.month, day.token != month.token
    else { return nil }
    let foreign: DateMention.NumericReadings = conventions.isDayFirst ? .monthFirst : .dayFirst
    guard date.numericReadings == foreign, mark(min(day.token, month.token) + 1) == 0x2F else { return nil }
    let (first, second) = (min(day.token, month.token), max(day.token, month.token))
    let range = TextRange(start: tokens[first].start, end: date.dayRange.end)
    let text =
      analysis.string(of: tokens[second]) + "/" + analysis.string(of: tokens[first])
      + analysis.string(in: TextRange(start: tokens[second].end, end: date.dayRange.end))
    return Verdict(range: range, replacement: text, isCertain: true)
  }
}
