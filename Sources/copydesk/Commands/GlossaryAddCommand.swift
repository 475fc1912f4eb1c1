// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary add`: writes an entry into a glossary.
struct GlossaryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a concept to a glossary, or terms to one of its concepts.",
    discussion: """
      Without a term and an id it asks for what an entry needs. With the id of a concept that is there it adds to that, \
      so that --state approved approves it. A file that is not there is made. The file is only written if the \
      glossary has no error afterwards.
      """)

  @Argument(help: ArgumentHelp("The glossary file.", valueName: "file"))
  var file: String

  @Option(name: .long, help: ArgumentHelp("The concept's id (default: made of the first term).", valueName: "id"))
  var id: String?

  @Option(
    name: .long, help: "What the concept is about: \(ConceptKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: ConceptKind = .term

  @Option(name: .long, help: "How far the desk has come with it: proposed, approved or deprecated.")
  var state: ConceptState?

  @Option(name: .long, help: "What the concept is, in a sentence.")
  var definition: String?

  @Option(name: .long, help: "A subject field; may be repeated.")
  var domain: [String] = []

  @Option(name: .long, help: "Where the terms come from; may be repeated.")
  var source: [String] = []

  @Option(name: .long, help: "What else a translator must know.")
  var note: String?

  @Option(name: .long, help: "Who answers for the concept.")
  var owner: String?

  @Option(name: .long, help: ArgumentHelp("The day by which somebody must look at it again.", valueName: "yyyy-mm-dd"))
  var reviewBy: CalendarDate?

  @Option(name: .long, help: "Who enters the terms.")
  var author: String?

  @Option(name: .long, help: ArgumentHelp("A term to use; may be repeated.", valueName: "language=term"))
  var term: [TermArgument] = []

  @Option(name: .long, help: ArgumentHelp("A term that is right as well.", valueName: "language=term"))
  var admitted: [TermArgument] = []

  @Option(name: .long, help: ArgumentHelp("An acronym that may stand for the term.", valueName: "language=term"))
  var acronym: [TermArgument] = []

  @Option(name: .long, help: ArgumentHelp("A term no longer to be used.", valueName: "language=term"))
  var deprecated: [TermArgument] = []

  @Option(name: .long, help: ArgumentHelp("A term never to be used.", valueName: "language=term"))
  var forbidden: [TermArgument] = []

  @Option(name: .long, help: "What to tell the editor who uses a deprecated or forbidden term.")
  var message: String?

  @Flag(name: .long, help: "Add terms that other concepts have, too.")
  var force = false

  func run() throws {
    var entry = entry()
    if entry.terms.isEmpty, id == nil {
      guard let answer = GlossaryQuestions(author: author, today: CalendarDate.today).ask() else {
        throw CommandFailure.failed("no term was given; give one with --term LANGUAGE=TERM")
      }
      entry = answer
    }
    let messages: [GlossaryProblem]
    do throws(LintFailure) {
      messages = try GlossaryFile.add(entry, to: file, state: state, allowingHomographs: force)
    } catch {
      throw CommandFailure.failed(error)
    }
    for message in messages { Output.say(message.description) }
    if messages.contains(where: { $0.check.level == .error }) {
      throw CommandFailure(status: .findings, message: "nothing was written")
    }
    Output.say("\(file): added to “\(entry.id)”")
  }

  private func entry() -> Concept {
    let groups: [([TermArgument], TermStatus, TermType)] = [
      (term, .preferred, .full), (admitted, .admitted, .variant), (acronym, .admitted, .acronym),
      (deprecated, .deprecated, .variant), (forbidden, .forbidden, .variant),
    ]
    let terms = groups.flatMap { arguments, status, type in
      arguments.map { argument in
        Term(
          argument.text, language: argument.language, status: status, type: type,
          message: status.isRejected ? message : nil, author: author, created: CalendarDate.today)
      }
    }
    return Concept(
      id: id ?? terms.first.map { Concept.id(for: $0.text) } ?? "", kind: kind, domains: domain,
      definition: definition, owner: owner, reviewBy: reviewBy, sources: source, note: note, terms: terms)
  }
}

/// A term on the command line, as `es=Tren de Aragua`.
struct TermArgument: ExpressibleByArgument {
  let language: LanguageTag
  let text: String

  init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), let language = LanguageTag(String(argument[..<equals])) else {
      return nil
    }
    text = String(argument[argument.index(after: equals)...])
    self.language = language
    if text.isEmpty { return nil }
  }
}

/// Asks a person for a concept, a line for each answer.
struct GlossaryQuestions {
  let author: String?
  let today: CalendarDate?

  /// The concept that the answers make, or `nil` if there is no term or the input ends.
  func ask() -> Concept? {
    guard let language = askLanguage("Language of the first term"), let text = ask("Term to use") else { return nil }
    let id = ask("Id of the concept", default: Concept.id(for: text)) ?? Concept.id(for: text)
    var concept = Concept(id: id)
    let kinds = ConceptKind.allCases.map(\.rawValue).joined(separator: ", ")
    while let answer = ask("Kind (\(kinds))", default: "term") {
      if let kind = ConceptKind(rawValue: answer) {
        concept.kind = kind
        break
      }
      StandardStream.error.print("“\(answer)” is no kind; expected one of \(kinds)")
    }
    concept.definition = ask("Definition, in a sentence (may be empty)")
    concept.sources = ask("Source: institution and kind of document (may be empty)").map { [$0] } ?? []
    var current: (text: String, language: LanguageTag)? = (text, language)
    while let (text, language) = current {
      concept.terms.append(Term(text, language: language, author: author, created: today))
      while let rejected = ask("Term in \(language.tag) not to be used (empty for none)") {
        concept.terms.append(
          Term(
            rejected, language: language, status: .deprecated, type: .variant, author: author, created: today))
      }
      current = askLanguage("Another language (empty to end)").flatMap { language in
        ask("Term to use in \(language.tag)").map { ($0, language) }
      }
    }
    return concept
  }

  private func ask(_ question: String, default fallback: String? = nil) -> String? {
    let hint = fallback.map { " [\($0)]" } ?? ""
    try? StandardStream.error.write(Array("\(question)\(hint): \(StandardStream.input.isTerminal ? "" : "\n")".utf8))
    guard let line = readLine() else { return nil }
    let answer = String(
      line.trimmingPrefix { $0.isWhitespace }.reversed().trimmingPrefix { $0.isWhitespace }.reversed())
    return answer.isEmpty ? fallback : answer
  }

  private func askLanguage(_ question: String) -> LanguageTag? {
    while let answer = ask(question) {
      if let tag = LanguageTag(answer) { return tag }
      Output.say("“\(answer)” is no language tag; expected one such as en or es-MX")
    }
    return nil
  }
}
