// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import CopydeskYAML

/// Reads Vale's substitution rules and vocabularies.
enum ValeReader {
  /// Reads a rule that extends `substitution`.
  static func readRule(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let language = try options.language(of: .valeSubstitution, path: input.path)
    guard let root = try RuleFile.root(of: input), let entries = root.entries else {
      throw RuleFile.error("expected a rule: a mapping with the keys “extends” and “swap”", input, at: nil)
    }
    guard let kind = root["extends"], kind.text == "substitution" else {
      let found = root["extends"]?.text.map { "the rule extends “\($0)”" } ?? "the rule extends nothing"
      throw RuleFile.error("\(found); expected “substitution”", input, at: root["extends"])
    }
    var rule = ValeRule(language: language)
    for entry in entries { rule.readSetting(entry) }
    guard let swap = root["swap"] else {
      throw RuleFile.error(
        "the rule has no “swap”; expected a mapping of what is wrong to what is right", input, at: root)
    }
    // Lists of mappings are an older way to keep the order.
    for mapping in swap.items ?? [swap] {
      guard let pairs = mapping.entries else {
        throw RuleFile.error("“swap” is no mapping; expected what is wrong with what is right", input, at: mapping)
      }
      for pair in pairs {
        guard let value = pair.value.text else {
          throw RuleFile.error("“\(pair.key)” has no text to use instead", input, at: pair.value)
        }
        rule.add(pair.key, value, at: RuleFile.place(pair.keyStart))
      }
    }
    return rule.collector.draft.imported(path: input.path, id: options.glossaryID, languages: [language])
  }

  /// Reads a vocabulary: a pattern on each line.
  static func readVocabulary(
    _ input: InputText, format: GlossaryFormat, options: ImportOptions
  ) throws(GlossaryError) -> ImportedGlossary {
    let language = try options.language(of: format, path: input.path)
    let status: TermStatus = format == .valeAccept ? .preferred : .forbidden
    var draft = GlossaryDraft()
    let lines = LineTable(input.bytes)
    for number in 1...lines.lineCount {
      let text = TableText.trimmed(input.string(in: lines.range(ofLine: number)))
      if text.isEmpty || text.hasPrefix("#") { continue }
      let place = GlossaryPlace(line: number, column: 1)
      let rule = Substitution(
        pattern: text, replacement: "", ignoresCase: false, matchesWords: true, dialect: .regexp2
      ).normalized
      var term = Term(text, language: language, status: status)
      term.casePolicy = rule.ignoresCase ? .fold : .exact
      switch rule.outcome {
      case .loss(let reason):
        draft.lose("pattern", "is left out: \(reason)", of: text, at: place)
        continue
      case .pattern(let pattern, _):
        term.text = pattern
        term.matching = .regex
      case .texts(let results):
        let texts = results.flatMap(\.texts)
        term.text = texts.first ?? text
        term.forms = Array(texts.dropFirst())
        term.matching = term.forms.isEmpty ? .exact : .forms
      }
      let entry = draft.newEntry(at: place)
      draft.entries[entry].add(term, at: place)
    }
    return draft.imported(path: input.path, id: options.glossaryID, languages: [language])
  }
}

/// A rule while it is read.
private struct ValeRule {
  var collector: SubstitutionCollector
  private var details = SubstitutionCollector.Details(separator: "|")
  private var ignoresCase = false
  private var matchesWords = true
  /// The message, in which each `%s` stands for a text: the right one first, then the wrong one.
  private var message: String?

  init(language: LanguageTag) {
    collector = SubstitutionCollector(language: language)
  }

  mutating func readSetting(_ entry: YAMLEntry) {
    let text = entry.value.text ?? ""
    switch entry.key {
    case "extends", "swap", "action", "capitalize": break
    case "ignorecase": ignoresCase = text == "true"
    case "nonword": matchesWords = text != "true"
    case "level": details.severity = TermSeverity(rawValue: text)
    case "link": details.source = text
    case "message": readMessage(text, entry)
    case "scope": readScopes(entry)
    case "exceptions":
      for item in entry.value.items ?? [] {
        guard let text = item.text else { continue }
        if FinitePattern.isLiteral(text) {
          details.exceptions.append(text)
        } else {
          lose("exceptions", "is a pattern and left out", text, at: item.start)
        }
      }
    default: lose(entry.key, "is left out", text.isEmpty ? "the rule" : text, at: entry.keyStart)
    }
  }

  private mutating func readMessage(_ text: String, _ entry: YAMLEntry) {
    switch text.split(separator: "%s", omittingEmptySubsequences: false).count - 1 {
    case 0, 1: message = text
    default: lose("message", "is left out, since findings name both texts by themselves", text, at: entry.keyStart)
    }
  }

  private mutating func readScopes(_ entry: YAMLEntry) {
    for item in entry.value.items ?? [entry.value] {
      switch item.text ?? "" {
      case "text", "raw", "": continue
      case "heading": details.scopes += [.headline, .heading]
      case "paragraph", "sentence": details.scopes.append(.paragraph)
      case "list": details.scopes.append(.listItem)
      case "blockquote": details.scopes.append(.quotation)
      default: lose("scope", "is left out", item.text ?? "", at: item.start)
      }
    }
  }

  private mutating func lose(_ field: String, _ outcome: String, _ subject: String, at mark: YAMLMark) {
    collector.draft.lose(field, outcome, of: subject, at: RuleFile.place(mark))
  }

  mutating func add(_ key: String, _ value: String, at place: GlossaryPlace) {
    var details = details
    let wanted = value.split(separator: "|").map(String.init)
    details.message = message.map { message in
      let filling = message.split(separator: "%s", omittingEmptySubsequences: false)
      return filling.joined(separator: wanted.joined(separator: " or "))
    }
    let rule = Substitution(
      pattern: key, replacement: value, ignoresCase: ignoresCase, matchesWords: matchesWords, dialect: .regexp2)
    collector.add(rule, details, at: place)
  }
}

/// Rule files in YAML.
enum RuleFile {
  static func root(of input: InputText) throws(GlossaryError) -> YAMLNode? {
    do throws(YAMLError) {
      return try YAMLParser.parse(input.bytes, repeatedKeys: .kept)
    } catch {
      throw GlossaryError(path: input.path, mistakes: [.init(place: place(error.mark), message: error.message)])
    }
  }

  static func error(_ message: String, _ input: InputText, at node: YAMLNode?) -> GlossaryError {
    let place = node.map { RuleFile.place($0.start) } ?? GlossaryPlace(line: 1, column: 1)
    return GlossaryError(path: input.path, mistakes: [.init(place: place, message: message)])
  }

  static func place(_ mark: YAMLMark) -> GlossaryPlace { GlossaryPlace(line: mark.line, column: mark.column) }
}
