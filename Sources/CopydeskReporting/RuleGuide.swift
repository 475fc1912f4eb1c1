// SPDX-License-Identifier: Apache-2.0

import CopydeskJSON
public import CopydeskLinting

/// Tells people and programs what rules there are.
public enum RuleGuide {
  /// A line for each rule: its id, its severity or `off`, and what it reports.
  public static func table(_ rules: [RuleMetadata]) -> String {
    let idWidth = rules.map { $0.id.utf8.count }.max() ?? 0
    let levels = rules.map { $0.isOnByDefault ? $0.severity.rawValue : "off" }
    let levelWidth = levels.map { $0.utf8.count }.max() ?? 0
    return zip(rules, levels).map { rule, level in
      "\(padded(rule.id, idWidth))  \(padded(level, levelWidth))  \(rule.summary)\n"
    }.joined()
  }

  /// Everything that is known of a rule, with its examples.
  public static func explanation(of rule: RuleMetadata) -> String {
    var text = """
      \(rule.id)

      \(rule.summary)
      \(rule.rationale)

      Severity: \(rule.severity.rawValue)\(rule.isOnByDefault ? "" : ", off by default")
      Type:     \(rule.type.rawValue)

      """
    if !rule.examples.isEmpty { text += "\nExamples, with what is reported between ⟦ and ⟧:\n" }
    for example in rule.examples {
      text += "\n\(heading(of: example))\n\(indented(example.markedCopy))"
      if let source = example.source { text += "  Translated from:\n\(indented(source))" }
      if let fixed = example.fixed { text += "  Fixed:\n\(indented(fixed))" }
      if let glossary = example.glossary { text += "  With the glossary:\n\(indented(glossary))" }
    }
    return text
  }

  /// The rules as a JSON array.
  public static func json(_ rules: [RuleMetadata]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for rule in rules {
      writer.lineFeed()
      write(rule, to: &writer)
    }
    writer.lineFeed()
    writer.endArray()
    writer.lineFeed()
    return writer.bytes
  }

  private static func write(_ rule: RuleMetadata, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", rule.id)
    writer.member("category", rule.category)
    writer.member("summary", rule.summary)
    writer.member("rationale", rule.rationale)
    writer.member("severity", rule.severity.rawValue)
    writer.member("type", rule.type.rawValue)
    writer.name("default")
    writer.boolean(rule.isOnByDefault)
    writer.name("examples")
    writer.beginArray()
    for example in rule.examples {
      writer.beginObject()
      writer.member("copy", example.markedCopy)
      writer.member("language", example.language)
      if let source = example.sourceLanguage { writer.member("sourceLanguage", source) }
      if let source = example.source { writer.member("source", source) }
      if let date = example.date { writer.member("date", date) }
      if let glossary = example.glossary { writer.member("glossary", glossary) }
      if let fixed = example.fixed { writer.member("fixed", fixed) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func heading(of example: Example) -> String {
    var facts = [example.language]
    if let source = example.sourceLanguage { facts.append("from \(source)") }
    if let date = example.date { facts.append("of \(date)") }
    let kind = example.markedCopy.unicodeScalars.contains("⟦") ? "Reported" : "Not reported"
    return "  \(kind) (\(facts.joined(separator: ", "))):"
  }

  /// Lines set off, with what cannot be seen made visible.
  private static func indented(_ text: String) -> String {
    text.utf8.split(separator: 0x0A).map { "    \(PrintableText.printable($0))\n" }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
