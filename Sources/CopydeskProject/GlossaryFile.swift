// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
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

  /// The bytes of a glossary and those of its canonical form; `-` is standard input.
  ///
  /// - Throws: ``LintFailure`` if the file cannot be read or is no glossary.
  public static func formatted(_ path: String) throws(LintFailure) -> (input: [UInt8], formatted: [UInt8]) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = path == "-" ? try StandardStream.input.readToEnd() : try FileSystem.read(path)
    } catch {
      throw LintFailure(error)
    }
    do throws(GlossaryError) {
      return (
        bytes, Array(try GlossaryWriter.format(InputText(path: path == "-" ? "<stdin>" : path, bytes: bytes)).utf8)
      )
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
