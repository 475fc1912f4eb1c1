// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText

/// The direction in which a bilingual XML file goes, and what of a concept goes that way.
struct TermPairs {
  /// The first language, or `nil` if the glossary has none.
  let source: LanguageTag?
  /// The second language, or `nil` if the glossary has only one.
  let target: LanguageTag?

  /// The direction that is asked for, or from the first language of the glossary to its second.
  init(_ glossary: Glossary, options: ExportOptions) {
    let languages = ExportLanguages.of(glossary)
    let first = options.sourceLanguage ?? languages.first { $0 != options.targetLanguage }
    source = first
    target = options.targetLanguage ?? languages.first { $0.language != first?.language }
  }

  /// Whether a concept is in force; one that is not is noted as left out.
  func includes(_ concept: Concept, noting losses: inout GlossaryLosses) -> Bool {
    if concept.state != .approved { losses.note("concept", "is not approved and left out", of: concept.id) }
    return concept.state == .approved
  }

  /// The allowed terms of both sides, the preferred first; the others are noted as left out.
  func sides(of concept: Concept, noting losses: inout GlossaryLosses) -> (sources: [Term], targets: [Term]) {
    var sides: (sources: [Term], targets: [Term]) = ([], [])
    for term in concept.terms {
      let isSource = ExportLanguages.covers(source, term.language)
      let isTarget = !isSource && ExportLanguages.covers(target, term.language)
      if !isSource, !isTarget {
        losses.note("term", "is in another language and left out", of: GlossaryLosses.subject(term))
      } else if term.matching == .regex {
        losses.noteExpression(term)
      } else if !term.status.isAllowed {
        losses.note("term", "is \(term.status.rawValue) and left out", of: GlossaryLosses.subject(term))
      } else if isSource {
        sides.sources.append(term)
      } else {
        sides.targets.append(term)
      }
    }
    let preferredFirst = { (left: Term, right: Term) in left.status == .preferred && right.status != .preferred }
    return (
      sides.sources.stablySorted(by: preferredFirst), sides.targets.stablySorted(by: preferredFirst)
    )
  }
}
