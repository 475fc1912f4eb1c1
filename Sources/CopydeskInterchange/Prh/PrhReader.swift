// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology
import CopydeskText
import CopydeskYAML

/// Reads prh's rule files, version 1, and runs the specs in them.
enum PrhReader {
  static func read(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let language = try options.language(of: .prh, path: input.path)
    guard let root = try RuleFile.root(of: input), let entries = root.entries else {
      throw RuleFile.error("expected a mapping with the keys “version” and “rules”", input, at: nil)
    }
    var reading = PrhReading(language: language)
    for entry in entries {
      switch entry.key {
      case "version":
        if entry.value.text != "1" {
          reading.mistake("the version is “\(entry.value.text ?? "")”; expected 1", at: entry.value.start)
        }
      case "rules":
        for item in entry.value.items ?? [] { reading.read(item) }
        if entry.value.items == nil, !entry.value.isNull {
          reading.mistake("“rules” is no list; expected rules with “expected” and “pattern”", at: entry.value.start)
        }
      case "imports":
        for item in entry.value.items ?? (entry.value.isNull ? [] : [entry.value]) {
          let path = item.text ?? item["path"]?.text ?? "a file"
          reading.lose("imports", "is left out; import that file too", path, at: item.start)
        }
      default: reading.lose(entry.key, "is left out", "the file", at: entry.keyStart)
      }
    }
    guard reading.mistakes.isEmpty else {
      throw GlossaryError(path: input.path, mistakes: reading.mistakes.sorted { $0.place < $1.place })
    }
    return reading.collector.draft.imported(path: input.path, id: options.glossaryID, languages: [language])
  }
}

/// Turns rules into concepts and notes each mistake on the way.
private struct PrhReading {
  var collector: SubstitutionCollector
  var mistakes: [GlossaryError.Mistake] = []

  init(language: LanguageTag) {
    collector = SubstitutionCollector(language: language)
  }

  mutating func mistake(_ message: String, at mark: YAMLMark) {
    mistakes.append(.init(place: RuleFile.place(mark), message: message))
  }

  mutating func lose(_ field: String, _ outcome: String, _ subject: String, at mark: YAMLMark) {
    collector.draft.lose(field, outcome, of: subject, at: RuleFile.place(mark))
  }

  mutating func read(_ node: YAMLNode) {
    if let text = node.text, !text.isEmpty {
      read(PrhRule(expected: text), specs: [], at: node)
      return
    }
    guard let entries = node.entries, let expected = node["expected"]?.text else {
      mistake("the rule has no “expected”; expected the text that is right", at: node.start)
      return
    }
    var rule = PrhRule(expected: expected)
    var specs: [YAMLNode] = []
    for entry in entries {
      switch entry.key {
      case "expected": break
      case "pattern", "patterns": readPatterns(entry.value, into: &rule)
      case "options":
        for option in entry.value.entries ?? [] {
          if option.key == "wordBoundary" {
            rule.matchesWords = option.value.text == "true"
          } else {
            lose("options.\(option.key)", "is left out", expected, at: option.keyStart)
          }
        }
      case "regexpMustEmpty":
        let text = entry.value.text ?? ""
        rule.emptyGroup = text.hasPrefix("$") ? Int(text.dropFirst()) : nil
        if rule.emptyGroup == nil { mistake("“\(text)” is no group; expected one such as $1", at: entry.value.start) }
      case "specs": specs = entry.value.items ?? []
      case "prh": rule.message = entry.value.text
      default: lose(entry.key, "is left out", expected, at: entry.keyStart)
      }
    }
    read(rule, specs: specs, at: node)
  }

  private mutating func readPatterns(_ node: YAMLNode, into rule: inout PrhRule) {
    if node.isNull { return }
    for item in node.items ?? [node] {
      guard let text = item.text, !text.isEmpty else {
        mistake("a pattern is empty; expected a text or /…/", at: item.start)
        continue
      }
      rule.patterns.append(PrhPattern(text))
    }
    if Set(rule.patterns.map(\.ignoresCase)).count > 1 {
      mistake(
        "the patterns of “\(rule.expected)” have different flags; prh reads them only with the same", at: node.start)
    }
  }

  private mutating func read(_ rule: PrhRule, specs: [YAMLNode], at node: YAMLNode) {
    let place = RuleFile.place(node.start)
    var added: [(entry: Int, term: Int)] = []
    if rule.patterns.isEmpty, !PrhPattern.hasVariants(rule.expected) {
      collector.addPreferred(rule.expected, at: place)
    }
    for pattern in rule.effectivePatterns {
      let substitution = Substitution(
        pattern: pattern.text, isPlainText: pattern.isPlainText, replacement: rule.expected,
        ignoresCase: pattern.ignoresCase, matchesWords: rule.matchesWords, emptyGroup: rule.emptyGroup,
        dialect: .ecmaScript)
      added += collector.add(substitution, .init(message: rule.message), at: place)
    }
    for spec in specs { run(spec, of: rule, on: added) }
  }

  // MARK: Specs

  private mutating func run(_ node: YAMLNode, of rule: PrhRule, on added: [(entry: Int, term: Int)]) {
    guard let from = node["from"]?.text, let to = node["to"]?.text else {
      mistake("the spec has no “from” and “to”", at: node.start)
      return
    }
    let result: PrhRule.Result
    do throws(RegularExpression.Failure) {
      result = try rule.applied(to: from)
    } catch {
      lose("specs", "cannot be run, since the pattern fails: \(error)", rule.expected, at: node.start)
      return
    }
    guard result.text == to else {
      mistake("the spec of “\(rule.expected)” fails: “\(from)” becomes “\(result.text)”, not “\(to)”", at: node.start)
      return
    }
    if from.unicodeScalars.contains(where: { $0 == "⟦" || $0 == "⟧" }) {
      lose("specs", "has the marks of examples and is left out", from, at: node.start)
      return
    }
    let example = result.ranges.isEmpty ? TermExample(from) : TermExample(result.marked, fixed: to)
    let terms = added.filter { added in
      let term = collector.draft.entries[added.entry].concept.terms[added.term]
      return term.matching == .regex || ([term.text] + term.forms).contains { from.contains($0) }
    }
    guard let (entry, term) = terms.first ?? added.first else {
      lose("specs", "is left out with its pattern", from, at: node.start)
      return
    }
    collector.draft.entries[entry].concept.terms[term].examples.append(example)
  }
}
