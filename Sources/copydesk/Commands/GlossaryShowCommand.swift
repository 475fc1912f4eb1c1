// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskSystem

/// `copydesk glossary show`: looks a term up.
struct GlossaryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what glossaries say of a term or concept.",
    discussion: """
      Looks for a concept of that id or with that term, else for terms with words that begin with it; capitals and \
      accents do not count. Without paths it asks the glossaries that hold in the working directory, and if these have \
      nothing, the others that come with Copydesk. Ends with 1 if nothing is found.
      """)

  @Argument(help: ArgumentHelp("A term or the id of a concept.", valueName: "term"))
  var term: String

  @Argument(help: ArgumentHelp("Glossary files, folders of them, or names of shipped ones.", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .long, help: "Show the concepts as they stand in glossary files.")
  var yaml = false

  @OptionGroup(title: "Configuration") var configurationOptions: ConfigurationOptions

  /// More are no answer to a question.
  private static let mostCards = 20

  func run() throws {
    var cards: [String] = []
    var hasFailure = false
    let references = try references()
    for reference in references {
      do throws(LintFailure) {
        cards += try self.cards(of: reference)
      } catch {
        Output.say(error.description)
        hasFailure = true
      }
    }
    if cards.isEmpty, paths.isEmpty, !hasFailure { cards = otherCards(besides: references) }
    try Output.show(cards.prefix(GlossaryShowCommand.mostCards).joined(separator: "\n"))
    if cards.count > GlossaryShowCommand.mostCards {
      Output.say("… and \(cards.count - GlossaryShowCommand.mostCards) more; ask for a longer part of the term")
    }
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
    if cards.isEmpty {
      throw CommandFailure(status: .findings, message: "no glossary here has “\(term)”")
    }
  }

  /// What the shipped glossaries say that do not hold here.
  private func otherCards(besides references: [GlossaryReference]) -> [String] {
    let others = ShippedGlossary.names.filter { !references.contains(.shipped($0)) }
    let cards = others.flatMap { name in (try? self.cards(of: .shipped(name))) ?? [] }
    if !cards.isEmpty { Output.say("not in the glossaries that hold here, but in others that come with Copydesk:") }
    return cards
  }

  private func references() throws -> [GlossaryReference] {
    do throws(LintFailure) {
      if paths.isEmpty {
        return try configurationOptions.store(RuleCatalog(BuiltInRules.all)).glossaries(forFolder: ".")
      }
    } catch {
      throw CommandFailure.failed(error)
    }
    return GlossaryFile.expanded(paths).map { path in
      ShippedGlossary.names.contains(path) && !ConfigurationReader.isPath(path)
        ? .shipped(path) : .file(FileReference(path: path))
    }
  }

  /// What a glossary says of the term, a text for each concept.
  private func cards(of reference: GlossaryReference) throws(LintFailure) -> [String] {
    switch reference {
    case .shipped(let name):
      guard let glossary = ShippedGlossary.terms(of: name, includes: { _ in true }) else { return [] }
      return GlossaryCard.concepts(matching: term, in: glossary).map { index in
        card(of: glossary.concepts[index], in: glossary, at: "\(name) (shipped)")
      }
    case .file(let file):
      let document = try ContextStore().glossary(file)
      return GlossaryCard.concepts(matching: term, in: document.glossary).map { index in
        card(
          of: document.glossary.concepts[index], in: document.glossary,
          at: "\(document.path):\(document.conceptPlaces[index].line)")
      }
    }
  }

  private func card(of concept: Concept, in glossary: Glossary, at place: String) -> String {
    guard yaml else { return GlossaryCard.text(of: concept, at: place) }
    var part = glossary
    part.concepts = [concept]
    return GlossaryWriter.write(part)
  }
}
