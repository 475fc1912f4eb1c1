// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Finds terms in a translation memory (TMX 1.4): its short segments.
///
/// A memory holds whole sentences beside titles, names and labels. What is short and is no sentence may be a term, and
/// only a person can tell, so each becomes a proposed concept that says how often the memory has it.
struct TMXReader {
  /// The most words of a term; in scripts without spaces, the most letters.
  static let maximumWordCount = 6
  static let maximumLetterCount = 12

  /// A text of the source language with the translations that the memory has for it.
  private struct Candidate {
    let text: String
    let language: LanguageTag
    let place: GlossaryPlace
    var count = 0
    var notes: [String] = []
    /// The translations in the order in which they first occur.
    var translations: [Translation] = []
  }

  private struct Translation {
    let text: String
    let language: LanguageTag
    let place: GlossaryPlace
    var count = 0
  }

  /// A text of a unit in one language.
  private struct Variant {
    let text: String
    let language: LanguageTag
    let place: GlossaryPlace
    let hasCodes: Bool
  }

  private var candidates: [Candidate] = []
  private var indices: [[String]: Int] = [:]
  private var losses = LossReport()
  private var mistakes: [GlossaryError.Mistake] = []
  private var source: LanguageTag?
  private var tags: [String: LanguageTag] = [:]

  static func read(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let root = try XMLParser.root(of: input)
    guard root.name.local == "tmx" else {
      throw GlossaryError(
        path: input.path,
        mistakes: [
          .init(place: GlossaryPlace(root.place), message: "the root element is “\(root.name)”; expected “tmx”")
        ])
    }
    var reader = TMXReader()
    reader.source = options.sourceLanguage
    reader.readFile(root, onlyTo: options.targetLanguage)
    guard reader.mistakes.isEmpty else {
      throw GlossaryError(path: input.path, mistakes: reader.mistakes)
    }
    return reader.imported(path: input.path, options: options)
  }

  private mutating func readFile(_ root: XMLElement, onlyTo target: LanguageTag?) {
    let header = root.elements.first { $0.name.local == "header" }
    if source == nil, let text = header?.attribute("srclang"), text != "*all*" {
      source = LanguageTag(text)
      if source == nil, let header {
        mistake("“srclang” cannot be “\(text)”; expected a language tag such as en or es-MX", at: header.place)
      }
    }
    guard let body = root.elements.first(where: { $0.name.local == "body" }) else {
      mistake("“tmx” has no “body” with translation units", at: root.place)
      return
    }
    for unit in body.elements {
      guard unit.name.local == "tu" else {
        mistake("“\(unit.name)” cannot stand in “body”; expected “tu”", at: unit.place)
        continue
      }
      readUnit(unit, onlyTo: target)
    }
  }

  private mutating func readUnit(_ unit: XMLElement, onlyTo target: LanguageTag?) {
    let variants = unit.elements.filter { $0.name.local == "tuv" }.compactMap { variant($0) }
    guard let from = source ?? variants.first?.language,
      let main = variants.first(where: { ExportLanguages.covers(from, $0.language) })
    else { return }
    let others = variants.filter { variant in
      !ExportLanguages.covers(from, variant.language)
        && (target.map { ExportLanguages.covers($0, variant.language) } ?? true)
    }
    guard !others.isEmpty else { return }
    guard TMXReader.mayBeTerm(main), others.contains(where: TMXReader.mayBeTerm) else {
      lose("segment", "is no short term and is left out", of: main)
      return
    }
    let key = [main.text, main.language.tag]
    let index = indices[key] ?? candidates.count
    if index == candidates.count {
      indices[key] = index
      candidates.append(Candidate(text: main.text, language: main.language, place: main.place))
    }
    candidates[index].count += 1
    for note in unit.elements where note.name.local == "note" {
      let text = note.collapsedText
      if !text.isEmpty, !candidates[index].notes.contains(text) { candidates[index].notes.append(text) }
    }
    for other in others where TMXReader.mayBeTerm(other) {
      let known = candidates[index].translations.firstIndex { $0.text == other.text && $0.language == other.language }
      if let known {
        candidates[index].translations[known].count += 1
      } else {
        candidates[index].translations.append(
          Translation(text: other.text, language: other.language, place: other.place, count: 1))
      }
    }
  }

  private mutating func variant(_ element: XMLElement) -> Variant? {
    // Older files write the language without a prefix.
    guard let text = element.language ?? element.attribute("lang") else {
      mistake("“tuv” needs the attribute “xml:lang” with a language tag such as en or es-MX", at: element.place)
      return nil
    }
    guard let tag = tags[text] ?? LanguageTag(text) else {
      mistake("“\(text)” is no language tag; expected a BCP 47 tag such as en or es-MX", at: element.place)
      return nil
    }
    tags[text] = tag
    guard let segment = element.elements.first(where: { $0.name.local == "seg" }) else {
      mistake("“tuv” has no “seg” with its text", at: element.place)
      return nil
    }
    var plain = ""
    var hasCodes = false
    TMXReader.append(segment, to: &plain, hasCodes: &hasCodes)
    return Variant(
      text: XMLElement.collapsed(plain), language: tag, place: GlossaryPlace(segment.place), hasCodes: hasCodes)
  }

  /// Appends the text of a segment without the codes of the format it comes from.
  private static func append(_ element: XMLElement, to text: inout String, hasCodes: inout Bool) {
    for child in element.children {
      switch child {
      case .text(let piece): text += piece.text
      case .element(let inline) where inline.name.local == "hi": append(inline, to: &text, hasCodes: &hasCodes)
      case .element(let inline):
        // A bold word is a word; a placeholder stands for something that is not there.
        if ["ph", "it", "ut"].contains(inline.name.local) { hasCodes = true }
      }
    }
  }

  // MARK: What may be a term

  private static func mayBeTerm(_ variant: Variant) -> Bool {
    guard !variant.hasCodes, let last = variant.text.unicodeScalars.last else { return false }
    switch last {
    case ".", "!", "?", ":", ";", ",", "…", "。", "！", "？", "：", "\u{61F}", "।":
      // An abbreviation ends with a period as well, but then it is the only word or has others.
      let isAbbreviation = last == "." && variant.text.utf8.count <= 6 && !variant.text.utf8.contains(0x20)
      if !isAbbreviation { return false }
    default: break
    }
    var letters = 0
    var unspaced = 0
    for scalar in variant.text.unicodeScalars where UnicodeProperties.category(of: scalar.value).isLetter {
      letters += 1
      if isUnspaced(scalar.value) { unspaced += 1 }
    }
    guard letters > 1 || unspaced > 0 else { return false }
    if unspaced * 2 > letters { return letters <= maximumLetterCount }
    return variant.text.split(separator: " ").count <= maximumWordCount
  }

  /// Whether a letter belongs to a script that writes words without spaces between them.
  private static func isUnspaced(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  // MARK: The glossary

  private consuming func imported(path: String, options: ImportOptions) -> ImportedGlossary {
    var draft = GlossaryDraft()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for candidate in candidates {
      let index = draft.newEntry(at: candidate.place)
      draft.entries[index].concept.state = .proposed
      draft.entries[index].concept.sources = ["\(name): \(candidate.count) segment\(candidate.count == 1 ? "" : "s")"]
      if !candidate.notes.isEmpty {
        draft.entries[index].concept.note = candidate.notes.joined(separator: "\n")
      }
      draft.entries[index].add(Term(candidate.text, language: candidate.language), at: candidate.place)
      // What the memory has most often is proposed first.
      var seen: Set<LanguageTag> = []
      for translation in candidate.translations.stablySorted(by: { $0.count > $1.count }) {
        let isFirst = seen.insert(translation.language).inserted
        draft.entries[index].add(
          Term(translation.text, language: translation.language, status: isFirst ? .preferred : .admitted),
          at: translation.place)
      }
    }
    draft.losses = losses
    return draft.imported(path: path, id: options.glossaryID)
  }

  private mutating func lose(_ field: String, _ outcome: String, of variant: Variant) {
    let beginning = variant.text.unicodeScalars.prefix(40)
    let isCut = beginning.count < variant.text.unicodeScalars.count
    losses.note(
      .init(
        field: field, outcome: outcome, subject: "“\(String(beginning))\(isCut ? "…" : "")” (\(variant.language.tag))",
        place: variant.place))
  }

  private mutating func mistake(_ message: String, at place: XMLPlace) {
    mistakes.append(.init(place: GlossaryPlace(place), message: message))
  }
}
