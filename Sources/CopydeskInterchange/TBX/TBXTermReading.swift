// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

extension TBXFile {
  /// Reads a term section into a draft.
  ///
  /// - Returns: The status that the section names, wrapped, or `nil` if it has no term.
  mutating func readTerm(
    _ section: XMLElement, language: LanguageTag, into draft: inout TBXConceptDraft
  ) -> (value: TermStatus?, Void)? {
    // The older `ntig` wraps the term and its notes once more.
    let inner = section.elements.filter { $0.name.local == "termGrp" && section.name.local == "ntig" }
    guard
      let element = (section.elements + inner.flatMap(\.elements)).first(where: { $0.name.local == "term" })
    else {
      if isSecond { mistake("“\(section.name)” has no “term”", at: GlossaryPlace(section.place)) }
      return nil
    }
    let place = GlossaryPlace(element.place)
    let text = element.collapsedText
    guard !text.isEmpty else {
      if isSecond {
        // Translation tools keep a place for a term that is to come.
        lose("term", "is empty and left out", of: "\(draft.subject) (\(language.tag))", at: place)
      } else {
        mistake("“term” is empty; expected the text of a term", at: place)
      }
      return nil
    }
    var term = TBXTermDraft(Term(text, language: language))
    term.term.isNotTranslated = draft.languageIsNotTranslated
    let items =
      inner.flatMap { TBXItem.items(of: $0, except: ["term"]) }
      + TBXItem.items(of: section, except: ["term", "termGrp"])
    for item in items {
      check(item, at: .term)
      apply(item, to: &term, draft: &draft)
    }
    let history = term.history
    term.term.author = history.author ?? draft.languageHistory.author ?? draft.history.author
    term.term.reviewer = history.reviewer ?? draft.languageHistory.reviewer ?? draft.history.reviewer
    term.term.created = history.created ?? draft.languageHistory.created ?? draft.history.created
    term.term.modified = history.modified ?? draft.languageHistory.modified ?? draft.history.modified
    if !term.notes.isEmpty { term.term.note = term.notes.joined(separator: "\n") }
    let status = term.statuses.min { $0.rank < $1.rank }?.status
    if let status { term.term.status = status }
    draft.concept.terms.append(term.term)
    draft.places.append(place)
    return (status, ())
  }

  private mutating func apply(_ item: TBXItem, to term: inout TBXTermDraft, draft: inout TBXConceptDraft) {
    let subject = term.subject
    switch item.category {
    case "administrativeStatus", "normativeAuthorization", "usageStatus":
      let ranks = ["administrativeStatus": 1, "usageStatus": 2, "normativeAuthorization": 3]
      if let status = value(of: item, TBXValue.status, names: TermStatus.self, subject: subject) {
        term.statuses.append((ranks[item.category] ?? 0, status))
      }
    case "partOfSpeech":
      term.term.partOfSpeech = value(of: item, TBXValue.partOfSpeech, names: PartOfSpeech.self, subject: subject)
    case "grammaticalGender":
      term.term.gender = value(of: item, TBXValue.gender, names: GrammaticalGender.self, subject: subject)
    case "grammaticalNumber":
      term.term.number = value(of: item, TBXValue.number, names: GrammaticalNumber.self, subject: subject)
    case "termType":
      if let type = value(of: item, TBXValue.termType, names: TermType.self, subject: subject) {
        term.term.type = type
      }
    case "geographicalUsage": keep(item, in: &term.term.region, subject: subject)
    case "context", "example", "sampleSentence":
      append(item.value, to: &term.term.contexts)
      for companion in item.companions where companion.category == "source" {
        keep(companion, in: &term.term.source, subject: subject)
      }
    case "source", "termProvenance": keep(item, in: &term.term.source, subject: subject)
    case "externalCrossReference", "xSource", "website":
      var link = item
      if let target = item.target {
        link = TBXItem(
          element: item.element, category: item.category, value: target, target: nil, place: item.place, companions: [])
      }
      keep(link, in: &term.term.source, subject: subject)
    case "note", "explanation", "usageNote", "Usage note": readNote(item, into: &term)
    case "definition": readTermDefinition(item, into: &term, draft: &draft)
    case "transactionType":
      read(item, into: &term.history, subject: subject)
      return
    case "Status", "status", "termStatus":
      // Databases of translation bureaus name the field as their owner likes.
      guard let status = TBXValue.status(item.value) else {
        lose("\(item.category) “\(item.value)”", "has no place in a glossary", of: subject, at: item.place)
        break
      }
      term.statuses.append((4, status.value))
    case "forbidden" where TBXValue.flag(item.value) != nil:
      if TBXValue.flag(item.value) == true { term.statuses.append((0, .forbidden)) }
    default:
      if let isNotTranslated = notTranslated(item) {
        term.term.isNotTranslated = isNotTranslated
      } else {
        lose(item.category, "has no place in a glossary", of: subject, at: item.place)
      }
    }
    loseCompanions(
      of: item, except: ["context", "example"].contains(item.category) ? ["source"] : [], subject: subject)
  }

  /// Reads a note; what Copydesk has written in a note for want of a category is recognized.
  private func readNote(_ item: TBXItem, into term: inout TBXTermDraft) {
    switch item.value {
    case "": break
    case TBXWord.notTranslated: term.term.isNotTranslated = true
    default:
      let status = TermStatus.allCases.first { TBXWord.note(for: $0) == item.value }
      if let status { term.statuses.append((0, status)) } else { term.notes.append(item.value) }
    }
  }

  private mutating func readTermDefinition(
    _ item: TBXItem, into term: inout TBXTermDraft, draft: inout TBXConceptDraft
  ) {
    guard !item.value.isEmpty else { return }
    if draft.concept.definition == nil {
      draft.concept.definition = item.value
    } else if draft.concept.definition != item.value {
      term.notes.append(item.value)
      lose("definition", "of a term is kept in its note", of: term.subject, at: item.place)
    }
  }

  private mutating func keep(_ item: TBXItem, in place: inout String?, subject: String) {
    guard !item.value.isEmpty, place != item.value else { return }
    if place == nil {
      place = item.value
    } else {
      lose("\(item.category) after the first", "has no place in a glossary", of: subject, at: item.place)
    }
  }

  /// The value of a picklist, or `nil` with a mistake or a loss.
  ///
  /// The public dialects of the third edition fix the values, so another one is a mistake there. Other files bring
  /// picklists of their own.
  private mutating func value<Value: RawRepresentable & CaseIterable & Sendable>(
    of item: TBXItem, _ meaning: (String) -> TBXMeaning<Value>?, names: Value.Type, subject: String
  ) -> Value? where Value.RawValue == String {
    guard let meaning = meaning(item.value) else {
      guard case .third(.some) = edition else {
        lose("\(item.category) “\(item.value)”", "has no place in a glossary", of: subject, at: item.place)
        return nil
      }
      let values = TBXCategory.all[item.category]?.values ?? Value.allCases.map(\.rawValue)
      mistake(
        "“\(item.category)” cannot be “\(item.value)”; expected \(TBXStructure.alternatives(values))", at: item.place)
      return nil
    }
    if !meaning.isExact {
      lose(
        "\(item.category) “\(item.value)”", "is read as “\(meaning.value.rawValue)”", of: subject, at: item.place)
    }
    return meaning.value
  }

  // MARK: Dialects

  /// Holds an item to the dialect that the file declares.
  ///
  /// A category beyond the dialect but of the standard is read all the same. A name that no edition knows, a category
  /// at a level where it means nothing, or on the wrong element, is a mistake.
  mutating func check(_ item: TBXItem, at level: TBXLevel) {
    guard case .third(let dialect?) = edition else { return }
    for companion in item.companions { checkCategory(companion, at: nil, dialect: dialect) }
    checkCategory(item, at: level, dialect: dialect)
  }

  private mutating func checkCategory(_ item: TBXItem, at level: TBXLevel?, dialect: TBXDialect) {
    // A carrier without a category is a mistake of the structure already.
    guard item.element.map(TBXStructure.carriers.contains) ?? true, item.element != item.category else { return }
    guard let category = TBXCategory.all[item.category] else {
      if TBXCategory.wider.contains(item.category) || notTranslated(item) != nil { return }
      let names = item.element.map { TBXCategory.names(of: $0, in: dialect) } ?? []
      let expected = names.isEmpty ? "" : "; expected \(TBXStructure.alternatives(names))"
      mistake("“\(item.category)” is no data category of \(dialect.rawValue)\(expected)", at: item.place)
      return
    }
    if let element = item.element, element != category.element {
      mistake("“\(item.category)” stands on “\(element)”; expected “\(category.element)”", at: item.place)
    }
    if let level, !category.levels.contains(level) {
      let levels = category.levels.map(\.element).sorted()
      mistake(
        "“\(item.category)” stands in “\(level.element)”; expected it in \(TBXStructure.alternatives(levels))",
        at: item.place)
    }
    if let values = category.values, ["termLocation", "transactionType"].contains(item.category) {
      let keys = Set((values + ["creation"]).map(TBXValue.key))
      if !keys.contains(TBXValue.key(item.value)) {
        mistake(
          "“\(item.category)” cannot be “\(item.value)”; expected \(TBXStructure.alternatives(values))", at: item.place)
      }
    }
  }
}

/// A term while it is read.
struct TBXTermDraft {
  var term: Term
  var notes: [String] = []
  /// The statuses that the section names; the one of the lowest rank counts.
  var statuses: [(rank: Int, status: TermStatus)] = []
  var history = TBXHistory()

  init(_ term: Term) { self.term = term }

  /// How losses name it.
  var subject: String { "“\(term.text)” (\(term.language.tag))" }
}
