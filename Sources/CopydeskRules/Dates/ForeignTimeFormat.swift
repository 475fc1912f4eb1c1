// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a time of day that is written the way of another language or house.
struct ForeignTimeFormat: Rule {
  static let metadata = RuleMetadata(
    id: "dates/foreign-time-format",
    summary: "Reports a time of day that is written the way of another language or house.",
    rationale: """
      “At 18h30” sends an American reader to a phrase book, and “um 6 p.m.” a German one. The clock has to be turned \
      with the language.
      """,
    severity: .warning,
    type: .localeViolation,
    examples: [
      Example("The polls close at ⟦18h30⟧ or ⟦20:00h⟧.", fixed: "The polls close at 6:30 p.m. or 8 p.m."),
      Example("The polls close at ⟦20:00 Uhr⟧ and at ⟦18 Uhr⟧.", fixed: "The polls close at 8 p.m. and at 6 p.m."),
      Example("The polls close at ⟦20:00⟧, as every year.", fixed: "The polls close at 8 p.m., as every year."),
      Example("The polls close at ⟦6.30 p.m.⟧ today.", fixed: "The polls close at 6:30 p.m. today."),
      Example(
        "The polls close at 6:30 p.m., 18:30 GMT or 1830 GMT; it took 2h30, and they led 18:16 at the break."),
      Example("The polls close at 20:00, at 6.30pm or at 6 p.m.", language: "en-GB"),
      Example("The polls close at ⟦18h30⟧.", language: "en-GB", fixed: "The polls close at 6.30pm."),
      Example("Um ⟦6:30 p.m.⟧ schloss das Wahllokal.", language: "de", fixed: "Um 18.30 Uhr schloss das Wahllokal."),
      Example(
        "Das Spiel beginnt um ⟦18h30⟧ in Paris.", language: "de", fixed: "Das Spiel beginnt um 18.30 Uhr in Paris."),
      Example("Das Spiel beginnt um ⟦1.30Uhr⟧.", language: "de", fixed: "Das Spiel beginnt um 1.30 Uhr."),
      Example("Das Spiel beginnt um 18.30 Uhr, 18:30 Uhr oder 18 Uhr.", language: "de"),
      Example("Le vote se termine à ⟦6 p.m.⟧ à Paris.", language: "fr", fixed: "Le vote se termine à 18h à Paris."),
      Example("Le vote se termine à ⟦6 pm⟧ à Paris.", language: "fr", fixed: "Le vote se termine à 18h à Paris."),
      Example("Le vote se termine à 18h30, à 20 heures ou à 20:00.", language: "fr"),
      Example("Le vote se termine à ⟦18 Uhr⟧.", language: "fr", fixed: "Le vote se termine à 18h."),
      Example("Las urnas cierran a las 8 p. m., a las 20:00 horas o a las 20h.", language: "es"),
      Example(
        "Голосование завершится в ⟦6 p.m.⟧ в Москве.", language: "ru", fixed: "Голосование завершится в 18:00 в Москве."
      ),
      Example("Голосование завершится в 18:00 или в 18.30.", language: "ru"),
      Example("As urnas fecham às 18h30, às 20h e às 8 da noite.", language: "pt-BR"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let conventions = analysis.conventions.times
    guard !LanguageSet.known.isDisjoint(with: conventions.language), conventions.form != nil else { return }
    for time in analysis.times where time.hasEvidence && time.time.minutes != nil && analysis.isNewsCopy(time.range) {
      if let word = gluedWord(of: time, analysis) {
        let range = TextRange(start: time.times[0].range.start, end: word.end)
        report(
          .glued(analysis.string(in: range), word: analysis.string(in: word)), at: range,
          fixes: [.replacing(TextRange(start: word.start, end: word.start), with: " ", .safe)])
        continue
      }
      guard isForeign(time, conventions, analysis) else { continue }
      let range = signedRange(of: time)
      let text = analysis.string(in: range)
      guard let replacement = replacement(for: time, range, conventions, analysis), replacement != text else {
        report(.foreign(text), at: range)
        continue
      }
      // Where the sentence's own period serves, the fix leaves it out; the message does not.
      let shown = replacement.hasSuffix(".m") ? replacement + "." : replacement
      report(
        .foreign(text, replacement: shown), at: range,
        fixes: [.replacing(range, with: replacement, time.zone == nil ? .safe : .needsReview)])
    }
  }

  // MARK: Verdicts

  private func isForeign(
    _ time: TimeMention, _ conventions: TimeConventions, _ analysis: ArticleAnalysis
  ) -> Bool {
    let language = conventions.language
    // “18:30 p.m.” is no time at all, which another rule says.
    if time.dayPart.isClockSign, time.time.hour > 12 { return false }
    if time.dayPart.isClockSign, !conventions.usesHalfDays, time.dayPartLanguages.isDisjoint(with: language) {
      // Signs of another script are for the rules that look for leftovers.
      return time.notation != .words
    }
    if time.hourWordRange != nil, !time.hourWordLanguages.isEmpty,
      time.hourWordLanguages.isDisjoint(with: language)
    {
      return isOwnScript(time, analysis)
    }
    if time.hourWordRange != nil, time.notation != .digits, !conventions.usesHourSign, time.hourWordLanguages.isEmpty {
      return true
    }
    guard conventions.isHouseForm, conventions.form == .halfDay, time.hourWordRange == nil else { return false }
    if time.notation == .period { return time.dayPart.isClockSign }
    return time.notation == .colon && (13...23).contains(time.time.hour) && time.dayPart == .none && time.zone == nil
      && time.firstTime == nil && time.time.second == nil
  }

  private func isOwnScript(_ time: TimeMention, _ analysis: ArticleAnalysis) -> Bool {
    guard let word = time.hourWordRange else { return false }
    let text = analysis.article.text
    return UTF8Decoder.codePoint(in: text.span, at: Int(word.start)).codePoint < 0x1100
  }

  /// The word of the hour if it touches the digits: `1.30Uhr`.
  private func gluedWord(of time: TimeMention, _ analysis: ArticleAnalysis) -> TextRange? {
    guard let word = time.hourWordRange, word.count > 2, !time.hourWordLanguages.isEmpty,
      !time.hourWordLanguages.isDisjoint(with: analysis.conventions.times.language), time.time.second == nil
    else { return nil }
    let before = analysis.article.text[Int(word.start) - 1]
    return before >= 0x30 && before <= 0x39 ? word : nil
  }

  // MARK: Rewriting

  /// The time with its signs, without the zone.
  private func signedRange(of time: TimeMention) -> TextRange {
    var end = time.time.range.end
    if let word = time.hourWordRange { end = max(end, word.end) }
    if let part = time.dayPartRange { end = max(end, part.end) }
    return TextRange(start: time.range.start, end: end)
  }

  private func replacement(
    for time: TimeMention, _ range: TextRange, _ conventions: TimeConventions, _ analysis: ArticleAnalysis
  ) -> String? {
    guard time.firstTime == nil, !time.time.isAmbiguous, time.time.second == nil, let minutes = time.time.minutes,
      var text = conventions.string(minutes: minutes)
    else { return nil }
    // The period of `p.m.` also ends a sentence.
    let bytes = analysis.article.text
    let endsWithPeriod = bytes[Int(range.end) - 1] == 0x2E
    if endsWithPeriod, !text.hasSuffix("."), endsSentence(time, analysis) { text += "." }
    if !endsWithPeriod, text.hasSuffix("."), Int(range.end) < bytes.count, bytes[Int(range.end)] == 0x2E {
      text.removeLast()
    }
    return text
  }

  private func endsSentence(_ time: TimeMention, _ analysis: ArticleAnalysis) -> Bool {
    let segment = analysis.segmentTokens[analysis.segmentIndex(at: time.range.start)]
    let next = time.tokens.upperBound
    return !segment.contains(next) || analysis.startsSentence(at: next)
  }
}

extension FindingMessage {
  fileprivate static func foreign(_ text: String) -> FindingMessage {
    "“\(text)” is written the way of another language; rewrite the time"
  }
  fileprivate static func foreign(_ text: String, replacement: String) -> FindingMessage {
    "“\(text)” is not how this language and house write a time; write “\(replacement)”"
  }
  fileprivate static func glued(_ text: String, word: String) -> FindingMessage {
    "“\(text)” has no space before “\(word)”; add one"
  }
}
