// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText

/// A link to another concept, before it is known whether the file has that concept.
struct TBXRelation {
  enum Kind {
    case to(ConceptRelationKind)
    /// The other is more special, which the model writes at the other.
    case narrower
  }

  let kind: Kind
  let category: String
  /// The id of the other concept.
  let target: String
  let place: GlossaryPlace
}

/// A concept while it is read.
struct TBXConceptDraft {
  var concept = Concept(id: "")
  /// How losses name it.
  var subject = ""
  var places: [GlossaryPlace] = []
  var notes: [String] = []
  /// What stands at a single language and the model keeps for the whole concept.
  var foreignNotes: [String] = []
  var history = TBXHistory()
  var languageHistory = TBXHistory()
  var isNotTranslated = false
  var languageIsNotTranslated = false
  var relations: [TBXRelation] = []
}

/// Who entered and changed something, and when.
///
/// What is said of a concept or language holds for its terms as far as they say nothing themselves.
struct TBXHistory {
  var created: CalendarDate?
  var modified: CalendarDate?
  var author: String?
  var reviewer: String?
}

extension TBXFile {
  /// Reads an item at a concept or language.
  mutating func apply(_ item: TBXItem, to draft: inout TBXConceptDraft, language: LanguageTag?) {
    let subject = language.map { "\(draft.subject) (\($0.tag))" } ?? draft.subject
    var isRead = true
    switch item.category {
    case "subjectField": append(item.value, to: &draft.concept.domains)
    case "customerSubset", "projectSubset": append(item.value, to: &draft.concept.desks)
    case "definition": readDefinition(item, into: &draft, language: language, subject: subject)
    case "source", "entrySource", "conceptOrigin": append(item.value, to: &draft.concept.sources)
    case "note", "explanation", "usageNote", "Usage note":
      guard !item.value.isEmpty else { break }
      if let language {
        draft.foreignNotes.append("\(language.tag): \(item.value)")
        lose(item.category, "of a language is kept in the concept’s note", of: subject, at: item.place)
      } else if let state = ConceptState.allCases.first(where: { TBXWord.note(for: $0) == item.value }) {
        draft.concept.state = state
      } else {
        draft.notes.append(item.value)
      }
    case "transactionType": read(item, subject: subject, into: &draft, language: language)
    case "externalCrossReference", "xSource", "website": readLink(item, into: &draft, subject: subject)
    case "crossReference", "relatedConcept", "associatedConcept", "relatedConceptBroader", "relatedConceptNarrower",
      "broaderConceptGeneric", "broaderConceptPartitive", "superordinateConceptGeneric",
      "superordinateConceptPartitive", "subordinateConceptGeneric", "subordinateConceptPartitive":
      isRead = readRelation(item, into: &draft)
    default:
      if let isNotTranslated = notTranslated(item) {
        if language == nil { draft.isNotTranslated = isNotTranslated }
        draft.languageIsNotTranslated = isNotTranslated
      } else {
        isRead = false
      }
    }
    if !isRead { lose(item.category, "has no place in a glossary", of: subject, at: item.place) }
    if item.category != "transactionType" {
      loseCompanions(of: item, except: ["source"], subject: subject)
      // Where a definition is quoted from is where the concept comes from.
      for source in item.companions where source.category == "source" {
        append(source.value, to: &draft.concept.sources)
      }
    }
  }

  private mutating func readDefinition(
    _ item: TBXItem, into draft: inout TBXConceptDraft, language: LanguageTag?, subject: String
  ) {
    guard !item.value.isEmpty, item.value != draft.concept.definition else { return }
    guard draft.concept.definition != nil else {
      draft.concept.definition = item.value
      return
    }
    draft.foreignNotes.append(language.map { "\($0.tag): \(item.value)" } ?? item.value)
    lose("definition", "after the first is kept in the concept’s note", of: subject, at: item.place)
  }

  private mutating func readLink(_ item: TBXItem, into draft: inout TBXConceptDraft, subject: String) {
    guard let target = item.target ?? (item.value.isEmpty ? nil : item.value) else { return }
    if let name = CatalogLink.name(ofLink: target) {
      if !draft.concept.externalIDs.contains(where: { $0.catalog == name.catalog }) {
        draft.concept.externalIDs.append(name)
      } else if !draft.concept.externalIDs.contains(name) {
        lose("external id", "after the first of its catalog is left out", of: subject, at: item.place)
      }
      return
    }
    append(target, to: &draft.concept.sources)
    if !item.value.isEmpty, item.value != target {
      lose("\(item.category) text", "is left out beside its address", of: subject, at: item.place)
    }
  }

  private mutating func readRelation(_ item: TBXItem, into draft: inout TBXConceptDraft) -> Bool {
    guard let target = item.target ?? (item.value.isEmpty ? nil : item.value) else { return false }
    let kind: TBXRelation.Kind =
      switch item.category {
      case "relatedConceptBroader", "broaderConceptGeneric", "broaderConceptPartitive", "superordinateConceptGeneric",
        "superordinateConceptPartitive":
        .to(.broader)
      case "relatedConceptNarrower", "subordinateConceptGeneric", "subordinateConceptPartitive": .narrower
      default: .to(.related)
      }
    let id = target.hasPrefix("#") ? String(target.dropFirst()) : target
    draft.relations.append(
      TBXRelation(kind: kind, category: item.category, target: XMLIdentifier.decoded(id), place: item.place))
    return true
  }

  // MARK: History

  private mutating func read(
    _ transaction: TBXItem, subject: String, into draft: inout TBXConceptDraft, language: LanguageTag?
  ) {
    if language == nil {
      read(transaction, into: &draft.history, subject: subject)
    } else {
      read(transaction, into: &draft.languageHistory, subject: subject)
    }
  }

  /// Reads a transaction: the first origination and the last modification count.
  mutating func read(_ transaction: TBXItem, into history: inout TBXHistory, subject: String) {
    var day: CalendarDate?
    var person: String?
    for item in transaction.companions {
      switch item.category {
      case "date":
        day = CalendarDate(iso: String(item.value.prefix(10)))
        if day == nil {
          let message = "“\(item.value)” is no date; expected one such as 2025-01-20"
          if isSecond {
            lose("date", "is no date and is left out", of: subject, at: item.place)
          } else {
            mistake(message, at: item.place)
          }
        }
      case "responsibility":
        person = self.person(item)
        if let target = item.target, person != target {
          lose("target of responsibility", "has no place in a glossary", of: subject, at: item.place)
        }
      default: lose(item.category, "has no place in a glossary", of: subject, at: item.place)
      }
    }
    switch TBXValue.key(transaction.value) {
    case "origination", "creation", "input", "import", "importation":
      if let created = history.created, let day, created <= day {
        lose("origination", "after the first is left out", of: subject, at: transaction.place)
        return
      }
      history.created = day ?? history.created
      history.author = person ?? history.author
    case "modification", "check", "review", "approval", "standardization", "proofreading", "update":
      if let modified = history.modified, let day, day <= modified {
        lose("modification", "before the last is left out", of: subject, at: transaction.place)
        return
      }
      history.modified = day ?? history.modified
      history.reviewer = person ?? history.reviewer
    default: lose("transaction", "of this kind has no place in a glossary", of: subject, at: transaction.place)
    }
  }

  // MARK: Shared by levels

  /// Whether an item says that a term is not translated, or `nil` if it is about something else.
  ///
  /// Weblate writes “Translation needed” with yes or no; other tools say the opposite with yes.
  func notTranslated(_ item: TBXItem) -> Bool? {
    switch TBXValue.key(item.category) {
    case "translationneeded", "translatable": TBXValue.flag(item.value).map { !$0 }
    case "donottranslate", "dnt", "nontranslatable": TBXValue.flag(item.value)
    default: nil
    }
  }

  mutating func loseCompanions(of item: TBXItem, except read: Set<String> = [], subject: String) {
    for companion in item.companions where !read.contains(companion.category) {
      lose(
        "\(companion.category) of \(item.category)", "has no place in a glossary", of: subject, at: companion.place)
    }
  }

  func append(_ value: String, to values: inout [String]) {
    if !value.isEmpty, !values.contains(value) { values.append(value) }
  }
}
