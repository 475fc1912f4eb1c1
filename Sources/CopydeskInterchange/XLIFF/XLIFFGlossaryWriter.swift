// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Writes a glossary as the glossary module of an XLIFF 2 document.
///
/// The document has one unit, which is not translated and carries an entry for each allowed term of the source
/// language with its allowed translations.
enum XLIFFGlossaryWriter {
  /// The entries of a concept after the first are told apart by their number.
  private static func id(_ concept: Concept, number: Int) -> String {
    XMLIdentifier.encoded(concept.id) + (number == 0 ? "" : ".\(number + 1)")
  }

  static func write(_ glossary: Glossary, options: ExportOptions) -> ExportedGlossary {
    let pairs = TermPairs(glossary, options: options)
    var losses = GlossaryLosses()
    var xml = XMLWriter()
    xml.start(
      "xliff",
      [
        ("xmlns", XLIFFNamespace.document), ("xmlns:gls", XLIFFNamespace.glossary), ("version", "2.0"),
        ("srcLang", pairs.source?.tag ?? "en"), ("trgLang", pairs.target?.tag),
      ])
    xml.start("file", [("id", "f1")])
    xml.start("unit", [("id", "glossary"), ("translate", "no")])
    var hasStarted = false
    for concept in glossary.concepts where pairs.includes(concept, noting: &losses) {
      losses.note(concept, holding: [.definition, .source])
      for source in concept.sources.dropFirst(concept.definition == nil ? 0 : 1) {
        losses.note(
          "source", concept.definition == nil ? "has no definition to stand at" : "after the first is left out",
          of: "\(concept.id): “\(source)”")
      }
      let (sources, targets) = pairs.sides(of: concept, noting: &losses)
      if sources.isEmpty || targets.isEmpty && concept.definition == nil {
        losses.note("concept", "has no term with a translation or definition and is left out", of: concept.id)
        continue
      }
      if !hasStarted { xml.start("gls:glossary") }
      hasStarted = true
      for term in targets + sources {
        losses.note(term, holding: [.source])
        if term.status == .admitted { losses.note("status admitted", "is left out", of: GlossaryLosses.subject(term)) }
        losses.note(text: term.text, field: "text", of: GlossaryLosses.subject(term))
      }
      if let definition = concept.definition { losses.note(text: definition, field: "definition", of: concept.id) }
      for (number, source) in sources.enumerated() {
        xml.start("gls:glossEntry", [("id", id(concept, number: number))])
        xml.element("gls:term", [("source", source.source)], text: source.text)
        for target in targets { xml.element("gls:translation", [("source", target.source)], text: target.text) }
        if let definition = concept.definition {
          xml.element("gls:definition", [("source", concept.sources.first)], text: definition)
        }
        xml.end()
      }
    }
    if hasStarted { xml.end() }
    xml.start("segment")
    xml.element("source", text: glossary.title ?? glossary.id)
    xml.end()
    xml.end()
    xml.end()
    xml.end()
    if let license = glossary.license { losses.note("license “\(license)”", "is left out", of: glossary.id) }
    return ExportedGlossary(bytes: xml.finished(), losses: losses.report)
  }
}
