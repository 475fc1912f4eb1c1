// SPDX-License-Identifier: Apache-2.0

/// A file format that glossaries are read from or written to.
public enum GlossaryFormat: String, CaseIterable, Sendable {
  /// Copydesk's own form, which carries everything.
  case yaml
  /// TBX of ISO 30042:2019, dialect Basic, data categories as attributes.
  case tbxBasicDCA = "tbx-basic-dca"
  /// TBX of ISO 30042:2019, dialect Basic, data categories as elements.
  case tbxBasicDCT = "tbx-basic-dct"
  /// TBX of ISO 30042:2019, dialect Min, data categories as attributes.
  case tbxMinDCA = "tbx-min-dca"
  /// TBX of ISO 30042:2019, dialect Min, data categories as elements.
  case tbxMinDCT = "tbx-min-dct"
  /// TBX of ISO 30042:2008 (MARTIF), which older tools read.
  case tbx2 = "tbx-v2"
  /// A glossary module of XLIFF 2.
  case xliff
  /// SKOS as RDF/XML.
  case skos
  /// Segment pairs of TMX 1.4.
  case tmx
  /// A table with commas and a header row.
  case csv
  /// A table with tabs and a header row.
  case tsv
  /// OmegaT's three columns without a header.
  case omegaT = "omegat"
  /// A DeepL glossary: two columns for one direction.
  case deepL = "deepl"
  /// A Google Cloud Translation glossary: a header of languages and a row for each concept.
  case google
  /// An Amazon Translate custom terminology: a header of languages and a row for each concept.
  case amazon
  /// A Vale substitution rule.
  case valeSubstitution = "vale-substitution"
  /// A Vale vocabulary of accepted words.
  case valeAccept = "vale-accept"
  /// A Vale vocabulary of rejected words.
  case valeReject = "vale-reject"
  /// A prh rule file.
  case prh
}
