// SPDX-License-Identifier: Apache-2.0

/// Everything that one accuracy run found, ready to be tabulated.
struct AccuracyScore {
  /// A flag with the text that it stands in, for people to read.
  struct ReadableFlag {
    var corpus: String
    var language: String
    var document: String
    var flag: SpanFlag
    var segmentText: String
  }

  /// An injected error that nothing found.
  struct MissedError {
    var type: String
    var language: String
    var document: String
    var place: InjectedRecord.Place
    var segmentText: String
  }

  private(set) var outcomes: [InjectedScore.Outcome] = []
  private(set) var missed: [MissedError] = []
  private(set) var twins: [String: AlarmCount] = [:]
  private(set) var references: [String: AlarmCount] = [:]
  private(set) var spans = SpanScore()
  private(set) var names = NameVariantScore()
  let terms: TermScore
  private(set) var quantities = QuantityScore()
  let changedNumbers: PerturbationScore
  private(set) var readable: [ReadableFlag] = []

  /// Scores the flags that `answer` gives on every text of the data.
  init(data: AccuracyData, answer: ([StreamRequest]) throws -> [[SpanFlag]]) throws {
    terms = try TermScore(data.terms, answer: answer)
    changedNumbers = try PerturbationScore(data.changedNumbers, answer: answer)
    let requests = data.twins.map(\.request) + data.errors.map(\.request) + data.documents.map(\.request)
    var flags = try answer(requests)[...]
    let twinFlags = flags.prefix(data.twins.count)
    flags = flags.dropFirst(data.twins.count)
    let errorFlags = flags.prefix(data.errors.count)
    let documentFlags = Array(flags.dropFirst(data.errors.count))

    let flagsByWindow = addTwins(data.twins, flags: Array(twinFlags))
    addErrors(data.errors, flags: Array(errorFlags), twinFlags: flagsByWindow)
    addDocuments(data, flags: documentFlags)
  }

  private mutating func addTwins(_ twins: [InjectedRecord], flags: [[SpanFlag]]) -> [String: [SpanFlag]] {
    var flagsByWindow: [String: [SpanFlag]] = [:]
    for (twin, flags) in zip(twins, flags) where flagsByWindow[twin.window] == nil {
      flagsByWindow[twin.window] = flags
      self.twins[twin.language, default: AlarmCount()].add(segments: twin.target, flags: flags)
      read(flags, in: twin.target, corpus: "clean twin", language: twin.language, document: twin.window)
    }
    return flagsByWindow
  }

  private mutating func addErrors(_ errors: [InjectedRecord], flags: [[SpanFlag]], twinFlags: [String: [SpanFlag]]) {
    for (record, flags) in zip(errors, flags) {
      guard let error = record.error else { continue }
      let outcome = InjectedScore.outcome(
        of: error, language: record.language, flags: flags, onTwin: twinFlags[record.window] ?? [])
      outcomes.append(outcome)
      let document = record.id ?? record.window
      read(
        outcome.sideAlarms, in: record.target, corpus: "side alarm", language: record.language, document: document)
      if !outcome.isFound, let place = error.spans.first {
        missed.append(
          MissedError(
            type: error.type, language: record.language, document: document, place: place,
            segmentText: record.target.indices.contains(place.segment) ? record.target[place.segment] : ""))
      }
    }
  }

  private mutating func addDocuments(_ data: AccuracyData, flags: [[SpanFlag]]) {
    var flagsByTranslation: [Translation: [SpanFlag]] = [:]
    for (document, flags) in zip(data.documents, flags) {
      let translation = Translation(pair: document.pair, system: document.system, id: document.id)
      flagsByTranslation[translation] = flags
      if document.isReference {
        references[document.language, default: AlarmCount()].add(segments: document.target, flags: flags)
        quantities.add(document, flags: flags)
        read(
          flags, in: document.target, corpus: "reference", language: document.language,
          document: "\(document.pair) \(document.year) \(document.system) \(document.id)")
      }
      if data.isMarked(document) {
        spans.add(pair: document.pair, flags: flags, marks: data.marks[translation] ?? [])
      }
    }
    for record in data.nameVariants {
      guard let flags = flagsByTranslation[Translation(pair: record.pair, system: record.system, id: record.id)]
      else { continue }
      names.add(record, flags: flags)
    }
  }

  private mutating func read(
    _ flags: [SpanFlag], in segments: [String], corpus: String, language: String, document: String
  ) {
    for flag in flags {
      readable.append(
        ReadableFlag(
          corpus: corpus, language: language, document: document, flag: flag,
          segmentText: segments.indices.contains(flag.segment) ? segments[flag.segment] : ""))
    }
  }
}

/// One system's translation of one article.
struct Translation: Hashable {
  var pair: String
  var system: String
  var id: String
}
