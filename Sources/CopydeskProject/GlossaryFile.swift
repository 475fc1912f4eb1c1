// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
import CopydeskSystem

/// Reads glossaries as files and writes them back.
public enum GlossaryFile {
  /// Words that are too common to be a term by themselves, by language.
  public static var functionWords: [String: Set<UInt64>] {
    Dictionary(
      uniqueKeysWithValues: LanguageData.languages.compactMap { language in
        LanguageTag(language).map { tag in
          let data = LanguageData.data(for: tag)
          return (language, data.articles.union(data.titleCaseMinorWords))
        }
      })
  }

  /// The files that arguments mean: a folder stands for the `.yml` and `.yaml` files in it, sorted.
  ///
  /// A folder that cannot be read stands for itself, so that whoever reads it says why.
  public static func expanded(_ paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      guard FileSystem.status(of: path)?.kind == .directory, let names = try? FileSystem.names(in: path) else {
        return [path]
      }
      let glossaries = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }
      let folder = path.hasSuffix("/") ? path : path + "/"
      return glossaries.isEmpty ? [path] : glossaries.map { folder + $0 }
    }
  }

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Throws: ``LintFailure`` if it cannot be read.
  public static func bytes(_ path: String) throws(LintFailure) -> [UInt8] {
    do throws(SystemError) {
      return path == "-" ? try StandardStream.input.readToEnd() : try FileSystem.read(path)
    } catch {
      throw LintFailure(error)
    }
  }

  /// Checks that a glossary that was made can be read again.
  ///
  /// - Throws: ``LintFailure`` with what is wrong with it.
  public static func checkCanonical(_ bytes: [UInt8], path: String) throws(LintFailure) {
    do throws(GlossaryError) {
      _ = try GlossaryReader.read(InputText(path: path, bytes: bytes))
    } catch {
      throw LintFailure(error)
    }
  }

  /// The bytes of a glossary and those of its canonical form; `-` is standard input.
  ///
  /// - Throws: ``LintFailure`` if the file cannot be read or is no glossary.
  public static func formatted(_ path: String) throws(LintFailure) -> (input: [UInt8], formatted: [UInt8]) {
    let bytes = try bytes(path)
    let input = InputText(path: path == "-" ? "<stdin>" : path, bytes: bytes)
    return (bytes, Array(try parsing { () throws(GlossaryError) in try GlossaryWriter.format(input) }.utf8))
  }

  /// Mends what needs no judgement in a glossary file.
  ///
  /// - Returns: Whether the file was changed.
  /// - Throws: ``LintFailure`` if the file cannot be read or written or is no glossary.
  public static func clean(_ path: String) throws(LintFailure) -> Bool {
    let input = try read(path)
    let glossary = try parsing { () throws(GlossaryError) in try GlossaryReader.read(input).glossary }
    let cleaned = GlossaryCleaner.cleaned(glossary)
    if cleaned == glossary { return false }
    try write(Array(try rewritten(input, as: cleaned).utf8), to: path)
    return true
  }

  /// Adds a concept to a glossary file, or what it says to the concept that has its id; a file that is not there
  /// is made.
  ///
  /// - Returns: What is wrong with the glossary that was not wrong before; if an error is among it, nothing was
  ///   written.
  /// - Throws: ``LintFailure`` if the file cannot be read or written, is no glossary, or has one of the terms.
  public static func add(
    _ entry: Concept, to path: String, state: ConceptState?, allowingHomographs: Bool
  ) throws(LintFailure) -> [GlossaryProblem] {
    let input = FileSystem.status(of: path) == nil ? nil : try read(path)
    var glossary = Glossary(id: FilePath(path).stem)
    var former: Set<String> = []
    if let input {
      let document = try parsing { () throws(GlossaryError) in try GlossaryReader.read(input) }
      glossary = document.glossary
      former = Set(GlossaryLint(functionWords: functionWords).problems(in: [document]).map(\.message))
    }
    do throws(Glossary.AdditionError) {
      try glossary.add(entry, state: state, allowingHomographs: allowingHomographs)
    } catch {
      throw LintFailure(path, error.description)
    }
    let text = if let input { try rewritten(input, as: glossary) } else { GlossaryWriter.write(glossary) }
    let document = try parsing { () throws(GlossaryError) in
      try GlossaryReader.read(InputText(path: path, text: text))
    }
    let problems = GlossaryLint(functionWords: functionWords).problems(in: [document]).filter { problem in
      problem.check.level > .suggestion && !former.contains(problem.message)
    }
    if !problems.contains(where: { $0.check.level == .error }) { try write(Array(text.utf8), to: path) }
    return problems
  }

  /// Two versions of a glossary brought together.
  ///
  /// - Returns: The bytes of the merged file, what could not be merged, and the errors that neither version had.
  /// - Throws: ``LintFailure`` if a file cannot be read or is no glossary.
  public static func merged(
    base: String, ours: String, theirs: String
  ) throws(LintFailure) -> (bytes: [UInt8], conflicts: [GlossaryMerge.Conflict], problems: [GlossaryProblem]) {
    let inputs = (base: try read(base), ours: try read(ours), theirs: try read(theirs))
    return try parsing { () throws(GlossaryError) in
      let (merge, text) = try GlossaryMerge.files(base: inputs.base, ours: inputs.ours, theirs: inputs.theirs)
      let known = Set(try (errors(in: inputs.ours) + errors(in: inputs.theirs)).map(\.message))
      let problems = try errors(in: InputText(path: ours, text: text)).filter { !known.contains($0.message) }
      return (Array(text.utf8), merge.conflicts, problems)
    }
  }

  private static func errors(in input: InputText) throws(GlossaryError) -> [GlossaryProblem] {
    GlossaryLint(functionWords: functionWords).problems(in: [try GlossaryReader.read(input)])
      .filter { $0.check.level == .error }
  }

  private static func rewritten(_ input: InputText, as glossary: Glossary) throws(LintFailure) -> String {
    try parsing { () throws(GlossaryError) in try GlossaryWriter.rewrite(input, as: glossary) }
  }

  private static func parsing<Result>(
    _ work: () throws(GlossaryError) -> Result
  ) throws(LintFailure) -> Result {
    do throws(GlossaryError) {
      return try work()
    } catch {
      throw LintFailure(error)
    }
  }

  private static func read(_ path: String) throws(LintFailure) -> InputText {
    do throws(SystemError) {
      return InputText(path: path, bytes: try FileSystem.read(path))
    } catch {
      throw LintFailure(error)
    }
  }

  /// Writes a file so that a reader sees the old or the new content, never a part.
  ///
  /// - Throws: ``LintFailure`` if the system refuses.
  public static func write(_ bytes: [UInt8], to path: String) throws(LintFailure) {
    do throws(SystemError) {
      try FileSystem.write(bytes, to: path)
    } catch {
      throw LintFailure(error)
    }
  }

  /// Writes to standard output.
  ///
  /// - Throws: ``LintFailure`` if the system refuses; a reader that went away is no failure.
  public static func writeToStandardOutput(_ bytes: [UInt8]) throws(LintFailure) {
    do throws(SystemError) {
      try StandardStream.output.write(bytes)
    } catch {
      if !error.isBrokenPipe { throw LintFailure(error) }
    }
  }
}
