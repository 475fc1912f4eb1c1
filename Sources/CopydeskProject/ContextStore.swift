// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
public import CopydeskLinting
import CopydeskSystem
import Synchronization

/// What decides how articles are analyzed, apart from the articles.
public struct ContextKey: Hashable, Sendable {
  /// The language of the copy.
  public var language: LanguageTag
  /// The language it was translated from, if known.
  public var sourceLanguage: LanguageTag?
  /// The house style, or `nil` for the shipped one of the language.
  public var style: StyleReference?
  /// The glossaries.
  public var glossaries: [GlossaryReference]

  /// Creates a key.
  public init(
    language: LanguageTag, sourceLanguage: LanguageTag? = nil, style: StyleReference? = nil,
    glossaries: [GlossaryReference] = GlossaryReference.defaults
  ) {
    self.language = language
    self.sourceLanguage = sourceLanguage
    self.style = style
    self.glossaries = glossaries
  }
}

/// A glossary file, read for copy in certain languages.
private struct GlossaryKey: Hashable {
  let file: FileReference
  let language: LanguageTag?
  let sourceLanguage: LanguageTag?
}

/// Reads glossaries and house styles once, and keeps what was made of them for the next article.
public final class ContextStore: Sendable {
  /// Languages come with articles, so without a limit anybody could fill the memory with contexts.
  private static let maximumContextCount = 64

  private let glossaries = Mutex<[GlossaryKey: Result<GlossaryDocument, LintFailure>]>([:])
  private let compiledGlossaries = Mutex<[GlossaryKey: Result<CompiledGlossary, LintFailure>]>([:])
  private let styles = Mutex<[FileReference: Result<HouseStyle, LintFailure>]>([:])
  private let contexts = Mutex<[ContextKey: Result<AnalysisContext, LintFailure>]>([:])

  private let cache: GlossaryCache?

  /// Creates an empty store.
  ///
  /// - Parameter cache: Where large glossaries are kept as compiled, or `nil` for nowhere.
  public init(cache: GlossaryCache? = nil) {
    self.cache = cache
  }

  /// The context of articles; their date is left open.
  ///
  /// - Throws: ``LintFailure`` if a glossary or the style cannot be read.
  public func context(for key: ContextKey) throws(LintFailure) -> AnalysisContext {
    try contexts.withLock { contexts in
      if let known = contexts[key] { return known }
      if contexts.count >= ContextStore.maximumContextCount { contexts.removeAll() }
      let result: Result<AnalysisContext, LintFailure>
      do throws(LintFailure) {
        result = .success(try makeContext(for: key))
      } catch {
        result = .failure(error)
      }
      contexts[key] = result
      return result
    }.get()
  }

  /// The context of articles with glossaries of their own besides those of the key; it is not kept.
  ///
  /// - Throws: ``LintFailure`` if a glossary or the style cannot be read.
  public func makeContext(for key: ContextKey, adding extra: [Glossary] = []) throws(LintFailure) -> AnalysisContext {
    // Where two glossaries have one term, the one that is nearer to the desk decides what it is.
    var set = GlossarySet()
    if !extra.isEmpty { set.append(CompiledGlossary(extra.map(\.approved))) }
    for case .file(let file) in key.glossaries {
      set.append(try compiled(GlossaryKey(file: file, language: key.language, sourceLanguage: key.sourceLanguage)))
    }
    for case .shipped(let name) in key.glossaries where !set.append(shipped: name) {
      throw LintFailure(nil, "no glossary called “\(name)” comes with Copydesk")
    }
    return AnalysisContext(
      language: key.language, sourceLanguage: key.sourceLanguage, glossaries: set,
      houseStyle: try key.style.map { reference throws(LintFailure) in try style(reference) })
  }

  /// The concepts of a glossary file that are in force, compiled.
  private func compiled(_ key: GlossaryKey) throws(LintFailure) -> CompiledGlossary {
    try compiledGlossaries.withLock { glossaries in
      if let known = glossaries[key] { return known }
      let result: Result<CompiledGlossary, LintFailure>
      do throws(LintFailure) {
        result = .success(try compile(key))
      } catch {
        result = .failure(error)
      }
      glossaries[key] = result
      return result
    }.get()
  }

  private func compile(_ key: GlossaryKey) throws(LintFailure) -> CompiledGlossary {
    var name: String?
    if let cache, let size = FileSystem.status(of: FilePath(key.file.path).absolute)?.byteCount,
      size >= GlossaryCache.smallestInput
    {
      let known = cache.name(
        of: try ContextStore.bytes(of: key.file),
        reading: [FilePath(key.file.path).shown, key.language?.tag ?? "", key.sourceLanguage?.tag ?? ""])
      if let compiled = cache.glossary(known) { return compiled }
      name = known
    }
    let document = try glossary(key.file, language: key.language, sourceLanguage: key.sourceLanguage)
    let block = CompiledGlossary.compile([document.glossary.approved])
    if let name { cache?.keep(block, as: name) }
    return CompiledGlossary(block, isTrusted: true) ?? CompiledGlossary([])
  }

  /// A glossary file of any format.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - language: The language of lists that do not name theirs, and of the translations in such lists of pairs.
  ///   - sourceLanguage: The other language of such lists of pairs.
  /// - Returns: The glossary with the places it was read from.
  /// - Throws: ``LintFailure`` if it cannot be read or has mistakes.
  public func glossary(
    _ file: FileReference, language: LanguageTag? = nil, sourceLanguage: LanguageTag? = nil
  ) throws(LintFailure) -> GlossaryDocument {
    try glossaries.withLock { glossaries in
      let anyLanguage = GlossaryKey(file: file, language: nil, sourceLanguage: nil)
      if let known = glossaries[anyLanguage] { return known }
      let ownLanguages = GlossaryKey(file: file, language: language, sourceLanguage: sourceLanguage)
      if let known = glossaries[ownLanguages] { return known }
      let result: Result<GlossaryDocument, LintFailure>
      var key = ownLanguages
      do throws(LintFailure) {
        let (document, namesLanguages) = try ContextStore.readGlossary(ownLanguages)
        result = .success(document)
        if namesLanguages { key = anyLanguage }
      } catch {
        result = .failure(error)
      }
      glossaries[key] = result
      return result
    }.get()
  }

  /// The terms of a glossary by path, or by the name of a shipped one where no such file is.
  ///
  /// - Throws: ``LintFailure`` if it cannot be read or has mistakes.
  public func terms(ofGlossary name: String) throws(LintFailure) -> Glossary {
    if FileSystem.status(of: name) == nil, let shipped = ShippedGlossary.terms(of: name, includes: { _ in true }) {
      return shipped
    }
    return try glossary(FileReference(path: name)).glossary
  }

  /// The glossary of a file, and whether it is the same for all languages.
  private static func readGlossary(
    _ key: GlossaryKey
  ) throws(LintFailure) -> (document: GlossaryDocument, namesLanguages: Bool) {
    let path = FilePath(key.file.path).shown
    let input = try GlossaryInput.text(try bytes(of: key.file), path: path)
    let format = GlossaryFormat.detect(input)
    var options = ImportOptions()
    switch format?.unnamedLanguages {
    case .one: options.sourceLanguage = key.language
    case .pair, .none?:
      options.sourceLanguage = key.sourceLanguage
      options.targetLanguage = key.language
    case nil: break
    }
    let imported = try GlossaryInput.read(input.bytes, path: path, format: format, options: options)
    return (imported.document, format?.namesEveryLanguage ?? false)
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
          result = .success(try ContextStore.readStyle(file))
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
