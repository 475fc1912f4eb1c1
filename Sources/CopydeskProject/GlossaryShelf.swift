// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
public import CopydeskLinting
import CopydeskSystem
import Synchronization

/// Reads glossaries and house styles once and keeps them.
public final class GlossaryShelf: Sendable {
  private let glossaries = Mutex<[GlossaryReference: Result<GlossaryDocument, LintFailure>]>([:])
  private let styles = Mutex<[FileReference: Result<HouseStyle, LintFailure>]>([:])

  /// Creates an empty shelf.
  public init() {}

  /// The names of the glossaries that come with Copydesk, sorted.
  public static let shippedNames: [String] = EmbeddedFile.all.map { $0.name }
    .filter { $0.hasPrefix(folder) && $0.hasSuffix(".yml") }
    .map { String($0.dropFirst(folder.count).dropLast(".yml".count)) }.sorted()

  private static let folder = "glossaries/"

  /// A glossary by name or file.
  ///
  /// - Throws: ``LintFailure`` if there is none or it has mistakes.
  public func glossary(_ reference: GlossaryReference) throws(LintFailure) -> GlossaryDocument {
    try glossaries.withLock { glossaries in
      if let known = glossaries[reference] { return known }
      let result: Result<GlossaryDocument, LintFailure>
      do throws(LintFailure) {
        result = .success(try GlossaryShelf.read(reference))
      } catch {
        result = .failure(error)
      }
      glossaries[reference] = result
      return result
    }.get()
  }

  private static func read(_ reference: GlossaryReference) throws(LintFailure) -> GlossaryDocument {
    let input: InputText
    switch reference {
    case .shipped(let name):
      let path = "\(folder)\(name).yml"
      guard let file = EmbeddedFile.named(path) else {
        throw LintFailure(nil, "no glossary called “\(name)” comes with Copydesk")
      }
      input = InputText(path: path, bytes: file.bytes)
    case .file(let file):
      input = InputText(path: FilePath(file.path).shown, bytes: try bytes(of: file))
    }
    do throws(GlossaryError) {
      return try GlossaryReader.read(input)
    } catch {
      throw LintFailure(error)
    }
  }

  /// A house style by name or file.
  ///
  /// - Throws: ``LintFailure`` if there is none or it has mistakes.
  public func style(_ reference: StyleReference) throws(LintFailure) -> HouseStyle {
    switch reference {
    case .shipped(let name):
      guard let style = HouseStyle.shipped(named: name) else {
        throw LintFailure(nil, "no house style called “\(name)” comes with Copydesk")
      }
      return style
    case .file(let file):
      return try styles.withLock { styles in
        if let known = styles[file] { return known }
        let result: Result<HouseStyle, LintFailure>
        do throws(LintFailure) {
          result = .success(try GlossaryShelf.readStyle(file))
        } catch {
          result = .failure(error)
        }
        styles[file] = result
        return result
      }.get()
    }
  }

  private static func readStyle(_ file: FileReference) throws(LintFailure) -> HouseStyle {
    let bytes = try bytes(of: file)
    do throws(DataFileError) {
      return try HouseStyle(yaml: bytes, path: FilePath(file.path).shown)
    } catch {
      throw LintFailure(error)
    }
  }

  private static func bytes(of file: FileReference) throws(LintFailure) -> [UInt8] {
    do throws(SystemError) {
      return try FileSystem.read(FilePath(file.path).absolute)
    } catch {
      throw LintFailure(file, error)
    }
  }
}
