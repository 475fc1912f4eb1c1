// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Writes pairs of terms as TMX 1.4, which machine translation services take as a glossary.
///
/// Each allowed term of the source language comes once, with the one translation to use, since Google and Amazon
/// take the first they find.
enum TMXWriter {
  static func write(_ glossary: Glossary, options: ExportOptions) -> ExportedGlossary {
    let pairs = TermPairs(glossary, options: options)
    var losses = GlossaryLosses()
    var xml = XMLWriter()
    xml.start("tmx", [("version", "1.4")])
    xml.element(
      "header",
      [
        ("creationtool", "Copydesk"), ("creationtoolversion", "1"), ("segtype", "phrase"), ("o-tmf", "Copydesk"),
        ("adminlang", "en"), ("srclang", pairs.source?.tag ?? "en"), ("datatype", "plaintext"),
      ])
    xml.start("body")
    var taken: Set<String> = []
    for concept in glossary.concepts where pairs.includes(concept, noting: &losses) {
      losses.note(concept, holding: [])
      let (sources, targets) = pairs.sides(of: concept, noting: &losses)
      guard !sources.isEmpty, let translation = targets.first else {
        losses.note("concept", "has no pair of terms and is left out", of: concept.id)
        continue
      }
      for other in targets.dropFirst() {
        losses.note("term", "is left out for want of a second translation", of: GlossaryLosses.subject(other))
      }
      for term in sources + [translation] {
        losses.note(term, holding: [])
        losses.note(text: term.text, field: "text", of: GlossaryLosses.subject(term))
      }
      for (number, source) in sources.enumerated() {
        guard taken.insert(source.text).inserted else {
          losses.note("term", "has a translation already and is left out", of: GlossaryLosses.subject(source))
          continue
        }
        xml.start("tu", [("tuid", number == 0 ? concept.id : "\(concept.id).\(number + 1)")])
        for (term, language) in [(source, pairs.source), (translation, pairs.target)] {
          // The services match the language of a file to the one they are asked for.
          xml.start("tuv", [("xml:lang", (language ?? term.language).tag)])
          xml.element("seg", text: term.text)
          xml.end()
        }
        xml.end()
      }
    }
    xml.end()
    xml.end()
    return ExportedGlossary(bytes: xml.finished(), losses: losses.report)
  }
}
