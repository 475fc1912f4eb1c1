// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import Testing

@Suite struct ConfigurationReaderTests {
  static let catalog = RuleCatalog(BuiltInRules.all)
  static let names = ConfigurationNames(styles: ["news-en-us", "news-de"], glossaries: ["places", "latin-america-us"])

  private static func read(_ text: String) throws(ConfigurationError) -> Configuration {
    try ConfigurationReader.read(Array(text.utf8), path: "desk/copydesk.yml", catalog: catalog, names: names)
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let text: String
    let message: String
    var testDescription: String { text }

    init(_ text: String, _ message: String) {
      self.text = text
      self.message = message
    }
  }

  @Test(arguments: [
    Mistake("langauge: en", "1:1: unknown key “langauge”; did you mean “language”?"),
    Mistake(
      "xyz: en",
      "1:1: unknown key “xyz”; expected “language”, “source-language”, “sources”, “date”, “style”, “glossaries”, "
        + "“fail-on”, “rules”, “root”, “extends”, “overrides” or “exclude”"),
    Mistake("language: english", "1:11: unknown language “english”; did you mean “en”?"),
    Mistake("language: en-ZZZ", "1:11: unknown language “en-ZZZ”; did you mean “en”?"),
    Mistake("language: xx", "1:11: unknown language “xx”; expected a BCP 47 tag such as “en-US”"),
    Mistake("language:", "1:10: “language” has no value; expected a language"),
    Mistake("language: [en]", "1:11: “language” has no value; expected a language"),
    Mistake("date: 2025-02-30", "1:7: “2025-02-30” is no day; expected the form “2025-03-17”"),
    Mistake("style: news-en-uss", "1:8: unknown house style “news-en-uss”; did you mean “news-en-us”?"),
    Mistake("glossaries: [place]", "1:14: unknown shipped glossary “place”; did you mean “places”?"),
    Mistake("glossaries: {}", "1:13: “glossaries” is no list; expected a list of names or paths"),
    Mistake("glossaries: [[a]]", "1:14: “glossaries” has an item that is no text; expected names or paths"),
    Mistake("fail-on: errors", "1:10: unknown severity “errors”; did you mean “error”?"),
    Mistake("root: yes", "1:7: “root” is “yes”; expected “true” or “false”"),
    Mistake("exclude: archive", "1:10: “exclude” is no list; expected a list of patterns"),
    Mistake("exclude: ['']", "1:11: the pattern is empty; expected one such as “archive/**”"),
    Mistake("rules: off", "1:8: “rules” is no mapping; expected rules with “off”, “on” or a severity"),
    Mistake(
      "rules:\n  typography/doubled-words: off",
      "2:3: no rule or category is called “typography/doubled-words”; did you mean “typography/doubled-word”?"),
    Mistake(
      "rules:\n  doubled-word: off",
      "2:3: no rule or category is called “doubled-word”; did you mean “typography/doubled-word”?"),
    Mistake("rules:\n  typograhpy: off", "2:3: no rule or category is called “typograhpy”; did you mean “typography”?"),
    Mistake("rules:\n  typography: eror", "2:15: unknown level “eror”; did you mean “error”?"),
    Mistake(
      "rules:\n  typography: [off]",
      "2:15: the level of a rule is no word; expected “off”, “on”, “suggestion”, “warning” or “error”"),
    Mistake("rules:\n  typography: {sevrity: off}", "2:16: unknown key “sevrity”; did you mean “severity”?"),
    Mistake("overrides: {}", "1:12: “overrides” is no list; expected a list of mappings with “files”"),
    Mistake("overrides:\n  - rules: {}", "2:5: the override does not say for which “files” it holds"),
    Mistake(
      "overrides:\n  - root: true\n    files: a",
      "2:5: unknown key “root”; expected “files”, “language”, “source-language”, “sources”, “date”, “style”, "
        + "“glossaries”, “fail-on” or “rules”"),
    Mistake("overrides: [a]", "1:13: an override is no mapping; expected keys such as “files”"),
    Mistake("- a", "1:1: a configuration is no mapping; expected keys such as “language”"),
    Mistake("language: en\nlanguage: de", "2:1: the key “language” is given twice"),
  ])
  func `a mistake is named with its place and what was meant`(_ mistake: Mistake) {
    let error = #expect(throws: ConfigurationError.self) { try ConfigurationReaderTests.read(mistake.text) }
    #expect(error?.description == "desk/copydesk.yml:\(mistake.message)")
  }

  @Test func `all mistakes of a file are named at once, from top to bottom`() {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationReaderTests.read("rules: {a: off}\nlangauge: en\nstyle: x\n")
    }
    #expect(error?.mistakes.map { $0.line } == [1, 2, 3])
  }

  @Test func `a whole configuration is read`() throws {
    let configuration = try ConfigurationReaderTests.read(
      """
      root: true
      extends: ../base.yml
      language: en-US
      source-language: es
      date: 2025-03-17
      style: news-en-us
      glossaries: [places, glossaries/desk.yml, desk.yml]
      fail-on: warning
      rules:
        typography/doubled-word: off
        typography: {severity: error}
        names: on
      overrides:
        - files: ["opinion/**"]
          language: de
          style: house.yml
          rules: {all: suggestion}
      exclude: ["archive/**"]
      """)
    #expect(configuration.isRoot)
    #expect(configuration.extends == [FileReference(path: "desk/../base.yml", place: "desk/copydesk.yml:2:10")])
    let settings = configuration.settings
    #expect(settings.language?.tag == "en-US" && settings.sourceLanguage?.tag == "es")
    #expect(settings.date == CalendarDate(year: 2025, month: 3, day: 17))
    #expect(settings.style == .shipped("news-en-us"))
    #expect(
      settings.glossaries == [
        .shipped("places"), .file(FileReference(path: "desk/glossaries/desk.yml", place: "desk/copydesk.yml:7:22")),
        .file(FileReference(path: "desk/desk.yml", place: "desk/copydesk.yml:7:43")),
      ])
    #expect(settings.failOn == .warning)
    #expect(
      settings.rules == [
        .init(.rule("typography/doubled-word"), .off), .init(.category("typography"), .severity(.error)),
        .init(.category("names"), .on),
      ])
    #expect(configuration.overrides.map { $0.settings.language?.tag } == ["de"])
    #expect(configuration.overrides.first?.settings.rules == [.init(.all, .severity(.suggestion))])
    #expect(configuration.overrides.first?.files.map { $0.text } == ["opinion/**"])
    #expect(configuration.exclude.map { $0.text } == ["archive/**"])
  }

  @Test(arguments: ["", "# nothing\n", "~"])
  func `an empty file leaves everything open`(_ text: String) throws {
    let configuration = try ConfigurationReaderTests.read(text)
    #expect(configuration.settings == Configuration.Settings())
  }
}
