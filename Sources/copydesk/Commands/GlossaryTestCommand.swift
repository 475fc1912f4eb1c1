// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskSystem

/// `copydesk glossary test`: runs the examples that stand in glossaries.
struct GlossaryTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples that stand in glossaries.",
    discussion: """
      An example is copy with ⟦ and ⟧ around what must be reported; without marks nothing must be. Its “fixed” is the \
      copy after the first fix. Ends with 1 if an example fails, with 2 if a file is no glossary.
      """)

  @Argument(
    help: ArgumentHelp(
      "Glossary files, or folders of them (default: those of the configuration).", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Configuration") var configurationOptions: ConfigurationOptions

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    let contexts = ContextStore()
    var documents: [GlossaryDocument] = []
    var hasFailure = false
    for path in try paths.isEmpty ? configuredPaths(catalog) : GlossaryFile.expanded(paths) {
      do throws(LintFailure) {
        documents.append(try contexts.glossary(FileReference(path: path)))
      } catch {
        Output.say(error.description)
        hasFailure = true
      }
    }
    let outcome = GlossaryTest(catalog).run(documents)
    try Output.show(outcome.failures.map { "\($0)\n" }.joined())
    Output.say(outcome.summary)
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
    if !outcome.failures.isEmpty { throw CommandFailure(status: .findings, message: nil) }
  }

  /// The glossary files of the configuration that holds here.
  private func configuredPaths(_ catalog: RuleCatalog) throws -> [String] {
    let references: [GlossaryReference]
    do throws(LintFailure) {
      references = try configurationOptions.store(catalog).glossaries(forFolder: ".")
    } catch {
      throw CommandFailure.failed(error)
    }
    let paths = references.compactMap { reference -> String? in
      guard case .file(let file) = reference else { return nil }
      return file.path
    }
    if paths.isEmpty {
      throw CommandFailure.failed("no glossary is named, and the configuration names no glossary file")
    }
    return paths
  }
}
