// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import CopydeskInterchange
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary import`: makes a glossary of other tools' files.
struct GlossaryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a glossary of the files of other tools.",
    discussion: """
      Reads TBX, XLIFF 2, SKOS and TMX, CSV and TSV with a header, and the lists of OmegaT, DeepL, Google, Amazon, \
      Vale and prh; name and content tell which. What a glossary cannot hold is reported on standard error. Ends with 2 \
      if a file has mistakes.
      """)

  @Argument(help: ArgumentHelp("Files, or “-” for standard input.", valueName: "file"))
  var paths: [String]

  @OptionGroup var languages: InterchangeLanguageOptions
  @OptionGroup var lossOptions: LossOptions

  @Option(name: .long, help: ArgumentHelp("The format of the files, if they do not tell it.", valueName: "format"))
  var from: GlossaryFormat?

  @Option(name: .long, help: ArgumentHelp("The id of the glossary (default: the name of the file).", valueName: "id"))
  var id: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "What a column of a table means, such as “term:en=English term”; may be repeated.", valueName: "meaning=header"))
  var map: [String] = []

  @Option(
    name: [.short, .long], help: ArgumentHelp("The glossary to write (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Write over a file that exists.")
  var force = false

  func validate() throws {
    if paths.isEmpty { throw ValidationError("no file is named; expected one, or “-” for standard input") }
  }

  func run() throws {
    if let output, !force, FileSystem.status(of: output) != nil {
      throw CommandFailure.failed("\(output) exists; write over it with --force, or merge with “glossary merge”")
    }
    let options = ImportOptions(
      glossaryID: id, sourceLanguage: languages.sourceLanguage, targetLanguage: languages.targetLanguage,
      columns: try columns())
    // Headers that mean something only by --map do not tell that the file is a table.
    let format = from ?? (map.isEmpty ? nil : .csv)
    var collected: CollectedGlossary?
    var report = LossOutput()
    do throws(LintFailure) {
      for path in paths {
        let shown = path == "-" ? "<stdin>" : path
        let imported = try GlossaryInput.read(
          try GlossaryFile.bytes(path), path: shown, format: format, options: options)
        report.add(imported.losses, of: shown)
        var collecting = collected ?? CollectedGlossary(imported.document.glossary)
        if collected != nil { report.add(collecting.add(imported.document.glossary), of: shown) }
        collected = collecting
      }
      guard let glossary = collected?.glossary else { return }
      let bytes = Array(GlossaryWriter.write(glossary).utf8)
      try GlossaryFile.checkCanonical(bytes, path: output ?? "<stdout>")
      if let output { try GlossaryFile.write(bytes, to: output) } else { try GlossaryFile.writeToStandardOutput(bytes) }
      try report.finish(lossOptions, count: glossary.concepts.count)
    } catch {
      throw CommandFailure.failed(error)
    }
    if lossOptions.strict, !report.isEmpty { throw CommandFailure(status: .findings, message: nil) }
  }

  private func columns() throws -> [String: String] {
    var columns: [String: String] = [:]
    for text in map {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure.failed("--map “\(text)” names no header; expected the form “term:en=English term”")
      }
      columns[parts[0]] = parts[1]
    }
    return columns
  }
}

/// The languages that lists of other tools do not name.
struct InterchangeLanguageOptions: ParsableArguments {
  @Option(
    name: [.customLong("source-language"), .customLong("language")],
    help: ArgumentHelp("The language of the terms, or of the first column of a list of pairs.", valueName: "tag"))
  var sourceLanguage: LanguageTag?

  @Option(name: .long, help: ArgumentHelp("The language of the second column of a list of pairs.", valueName: "tag"))
  var targetLanguage: LanguageTag?
}

extension GlossaryFormat: ExpressibleByArgument {}

/// A glossary that takes in others.
private struct CollectedGlossary {
  private(set) var glossary: Glossary
  private var indices: [String: Int] = [:]
  /// The last number that was given to each id that is taken.
  private var numbers: [String: Int] = [:]

  init(_ glossary: Glossary) {
    self.glossary = glossary
    for (index, concept) in glossary.concepts.enumerated() { indices[concept.id] = index }
  }

  /// Adds the concepts of another; one that is there already is left out, an id that is taken gets a number.
  mutating func add(_ other: Glossary) -> LossReport {
    var losses = LossReport()
    for language in other.languages where !glossary.languages.contains(language) {
      glossary.languages.append(language)
    }
    for var concept in other.concepts {
      if let index = indices[concept.id] {
        if glossary.concepts[index] == concept { continue }
        let taken = concept.id
        var number = numbers[taken, default: 1] + 1
        while indices["\(taken)-\(number)"] != nil { number += 1 }
        numbers[taken] = number
        concept.id = "\(taken)-\(number)"
        losses.note(.init(field: "id", outcome: "is taken and gets a number", subject: taken))
      }
      indices[concept.id] = glossary.concepts.count
      glossary.concepts.append(concept)
    }
    return losses
  }
}
