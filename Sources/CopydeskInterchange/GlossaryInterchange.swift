// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
public import CopydeskText

/// What a reader must be told that its format does not say.
public struct ImportOptions: Sendable {
  /// The id of the glossary that is made; formats without one take it from the file's name.
  public var glossaryID: String?
  /// The language of the first column of formats that do not name their languages.
  public var sourceLanguage: LanguageTag?
  /// The language of the second column of formats that do not name their languages.
  public var targetLanguage: LanguageTag?
  /// The columns of a table by what they mean, such as `term:en` → `English term`; the others are recognized
  /// by their usual names.
  public var columns: [String: String]

  /// Creates options.
  public init(
    glossaryID: String? = nil, sourceLanguage: LanguageTag? = nil, targetLanguage: LanguageTag? = nil,
    columns: [String: String] = [:]
  ) {
    self.glossaryID = glossaryID
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.columns = columns
  }
}

/// What a writer must be told that the glossary does not say.
public struct ExportOptions: Sendable {
  /// The first language of formats that hold pairs, or `nil` for the glossary's first.
  public var sourceLanguage: LanguageTag?
  /// The second language of formats that hold pairs, or `nil` for the glossary's second.
  public var targetLanguage: LanguageTag?

  /// Creates options.
  public init(sourceLanguage: LanguageTag? = nil, targetLanguage: LanguageTag? = nil) {
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
  }
}

/// A glossary that was read from a file, and what of the file it does not hold.
public struct ImportedGlossary: Sendable {
  /// The glossary with the places its parts were read from.
  public let document: GlossaryDocument
  /// What was left behind.
  public let losses: LossReport

  /// Creates an imported glossary.
  public init(document: GlossaryDocument, losses: LossReport) {
    self.document = document
    self.losses = losses
  }
}

/// A file that was written from a glossary, and what of the glossary it does not hold.
public struct ExportedGlossary: Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// What was left behind.
  public let losses: LossReport

  /// Creates an exported glossary.
  public init(bytes: [UInt8], losses: LossReport) {
    self.bytes = bytes
    self.losses = losses
  }
}

/// Reads and writes glossaries in the formats of other tools.
public enum GlossaryInterchange {
  /// Reads a glossary.
  ///
  /// - Throws: ``GlossaryError`` with every mistake in the file, with line and column.
  public static func read(
    _ input: InputText, format: GlossaryFormat, options: ImportOptions = ImportOptions()
  ) throws(GlossaryError) -> ImportedGlossary {
    switch format {
    case .yaml: return ImportedGlossary(document: try GlossaryReader.read(input), losses: LossReport())
    case .csv: return try TableGlossaryReader.read(input, .detected, options: options)
    case .tsv: return try TableGlossaryReader.read(input, .tabs, options: options)
    case .tbxBasicDCA, .tbxBasicDCT, .tbxMinDCA, .tbxMinDCT, .tbx2: return try TBXReader.read(input, options: options)
    case .xliff: return try XLIFFGlossaryReader.read(input, options: options)
    case .skos: return try SKOSReader.read(input, options: options)
    case .tmx: return try TMXReader.read(input, options: options)
    case .omegaT: return try TermPairReader.readOmegaT(input, options: options)
    case .deepL: return try TermPairReader.readDeepL(input, options: options)
    case .google: return try TermPairReader.readGoogle(input, options: options)
    case .amazon: return try TableGlossaryReader.read(input, .detected, options: options)
    case .valeSubstitution: return try ValeReader.readRule(input, options: options)
    case .valeAccept, .valeReject: return try ValeReader.readVocabulary(input, format: format, options: options)
    case .prh: return try PrhReader.read(input, options: options)
    }
  }

  /// Writes a glossary.
  ///
  /// - Returns: `nil` if the format can only be read.
  public static func write(
    _ glossary: Glossary, format: GlossaryFormat, options: ExportOptions = ExportOptions()
  ) -> ExportedGlossary? {
    switch format {
    case .yaml: ExportedGlossary(bytes: Array(GlossaryWriter.write(glossary).utf8), losses: LossReport())
    case .csv: TableGlossaryWriter.write(glossary, separator: TableDialect.comma)
    case .tsv: TableGlossaryWriter.write(glossary, separator: TableDialect.tab)
    case .omegaT: TermPairWriter(glossary, options: options).omegaT()
    case .deepL: TermPairWriter(glossary, options: options).deepL()
    case .google: TermSetWriter(glossary, options: options).google()
    case .amazon: TermSetWriter(glossary, options: options).amazon()
    case .valeSubstitution: ValeWriter(glossary, options: options).rule()
    case .valeAccept: ValeWriter(glossary, options: options).vocabulary(accepts: true)
    case .valeReject: ValeWriter(glossary, options: options).vocabulary(accepts: false)
    case .prh: PrhWriter(glossary, options: options).rules()
    case .tbxBasicDCA, .tbxBasicDCT, .tbxMinDCA, .tbxMinDCT, .tbx2:
      TBXForm(format).map { TBXWriter.write(glossary, as: $0) }
    case .xliff: XLIFFGlossaryWriter.write(glossary, options: options)
    case .skos: SKOSWriter.write(glossary)
    case .tmx: TMXWriter.write(glossary, options: options)
    }
  }
}
