// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting

/// Shows what rules read of an article, for people who wonder why and for tests of readers and analysis.
///
/// ```
/// segment 1 headline 0..<24 1:1 “Tren de Aragua in Texas”
///   sentence 0..<24 1:1
///     word 0..<4 1:1 “Tren” spaceBefore lineBreakBefore capitalized hasLowercase
/// ```
///
/// Ranges are byte offsets in the input, followed by line and column of their start.
public enum AnalysisDump {
  /// The analysis as text that is the same on every machine.
  public static func text(of analysis: ArticleAnalysis) -> String {
    var dump = Dump(analysis: analysis, lines: LineTable(analysis.article.input.bytes))
    dump.addArticle()
    for index in analysis.article.segments.indices { dump.addSegment(index) }
    dump.addEntities()
    dump.addAlignment()
    return dump.text
  }
}

/// The text that grows.
private struct Dump {
  let analysis: ArticleAnalysis
  let lines: LineTable
  var text = ""

  private static let traitNames: [(Token.Traits, String)] = [
    (.spaceBefore, "spaceBefore"), (.lineBreakBefore, "lineBreakBefore"), (.capitalized, "capitalized"),
    (.allCapitals, "allCapitals"), (.innerCapital, "innerCapital"), (.hasLowercase, "hasLowercase"),
    (.hasDigit, "hasDigit"), (.mixedScript, "mixedScript"), (.hasIgnorable, "hasIgnorable"), (.nonASCII, "nonASCII"),
    (.innerPeriod, "innerPeriod"), (.hasApostrophe, "hasApostrophe"), (.clitic, "clitic"),
  ]

  private mutating func add(_ line: String) { text += line + "\n" }

  /// A range of the article's text, as `12..<20 1:13`.
  private func place(_ range: TextRange) -> String { inputPlace(analysis.article.offsetMap.inputRange(of: range)) }

  private func inputPlace(_ range: TextRange) -> String {
    let position = lines.position(of: range.start)
    return "\(range.start)..<\(range.end) \(position.line):\(position.column)"
  }

  private func quoted(_ range: TextRange) -> String { quoted(analysis.string(in: range)) }

  private func quoted(_ text: String) -> String { "“\(PrintableText.printable(text))”" }

  mutating func addArticle() {
    let article = analysis.article
    add("article \(PrintableText.printable(article.input.path))")
    add("encoding \(article.input.encoding)")
    add("language \(analysis.language)")
    if let source = analysis.context.sourceLanguage { add("source-language \(source)") }
    if let date = analysis.context.date { add("date \(date)") }
    if let style = analysis.context.houseStyle { add("style \(style.name)") }
    if !article.metadata.disabledRules.isEmpty {
      add("disabled \(article.metadata.disabledRules.joined(separator: " "))")
    }
    for directive in article.directives {
      let rules = directive.rules.isEmpty ? "all" : directive.rules.joined(separator: " ")
      let reason = directive.reason.map { " \(quoted($0))" } ?? ""
      add("directive \(directive.kind.rawValue) \(inputPlace(directive.inputRange)) \(rules)\(reason)")
    }
    for range in article.protectedRanges { add("protected \(place(range)) \(quoted(range))") }
  }

  mutating func addSegment(_ index: Int) {
    let segment = analysis.article.segments[index]
    let language = segment.language.map { " lang=\($0)" } ?? ""
    add("segment \(index + 1) \(segment.role.rawValue)\(language) \(place(segment.range)) \(quoted(segment.range))")
    for sentence in analysis.sentences where sentence.segment == index {
      add("  sentence \(place(analysis.range(of: sentence.tokens)))")
      for token in analysis.tokens[sentence.tokens] {
        let traits = Dump.traitNames.filter { token.traits.contains($0.0) }.map { " \($0.1)" }.joined()
        add("    \(token.kind) \(place(token.range)) \(quoted(token.range))\(traits)")
      }
    }
  }

  /// Which segments of the source and the copy belong together, by number.
  mutating func addAlignment() {
    func numbers(_ segments: Range<Int>) -> String {
      segments.isEmpty ? "none" : segments.map { "\($0 + 1)" }.joined(separator: " ")
    }
    for unit in analysis.source?.alignment.units ?? [] {
      let percent = Int((unit.confidence * 100).rounded())
      add("unit source \(numbers(unit.source)) copy \(numbers(unit.target)) confidence \(percent) %")
    }
  }

  mutating func addEntities() {
    for number in analysis.numbers {
      let value = number.value.map { " = \($0)" } ?? ""
      add("number \(place(number.range)) \(quoted(number.range)) \(number.kind)\(value)")
    }
    for quantity in analysis.quantities {
      add("quantity \(place(quantity.range)) \(quoted(quantity.range)) \(quantity.description)")
    }
    for date in analysis.dates {
      var fields: [String] = []
      if let weekday = date.weekday { fields.append("weekday \(weekday.value)") }
      if let firstDay = date.firstDay { fields.append("first-day \(firstDay.value)") }
      if let day = date.day { fields.append("day \(day.value)") }
      if let month = date.month { fields.append("month \(month.value)") }
      if let year = date.year { fields.append("year \(year.value)") }
      if date.calendar != .gregorian { fields.append(date.calendar.rawValue) }
      add("date \(place(date.range)) \(quoted(date.range)) \(fields.joined(separator: " "))")
    }
    for time in analysis.times {
      let values = time.times.map { point in
        guard let minutes = point.minutes else { return "none" }
        let minute = minutes % 60
        return "\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)\(point.isAmbiguous ? "?" : "")"
      }
      let evidence = time.hasEvidence ? "" : " digits alone"
      add("time \(place(time.range)) \(quoted(time.range)) \(values.joined(separator: " "))\(evidence)")
    }
    for quotation in analysis.quotations.all {
      let open = quotation.closing == nil ? " open" : ""
      add("quotation \(place(quotation.range)) \(quoted(quotation.range)) depth \(quotation.depth)\(open)")
    }
    let matcher = analysis.context.termMatcher
    for match in analysis.termMatches {
      let entry = matcher.entries[match.entry]
      let concept = matcher.concepts[entry.concept]
      let validity = match.isOutsideValidity ? " outside-validity" : ""
      let hashtag = match.isHashtag ? " hashtag" : ""
      add(
        "term \(place(match.range)) \(quoted(match.range)) \(entry.term.status.rawValue) of "
          + "\(concept.glossary)/\(concept.id)\(hashtag)\(validity)")
    }
    for variant in analysis.nameVariants {
      let preferred = analysis.tokens[variant.preferred.mentions[0]].range
      for mention in variant.variant.mentions {
        let range = analysis.tokens[mention].range
        add("name-variant \(place(range)) \(quoted(range)) of \(quoted(preferred)) \(place(preferred))")
      }
    }
    for name in analysis.misspelledGlossaryNames {
      add("misspelled-name \(place(name.range)) \(quoted(name.range)) for \(quoted(name.name))")
    }
    for exonym in analysis.exonyms {
      add("exonym \(place(exonym.range)) \(quoted(exonym.range)) \(exonym.foreignLanguage) for \(quoted(exonym.name))")
    }
  }
}
