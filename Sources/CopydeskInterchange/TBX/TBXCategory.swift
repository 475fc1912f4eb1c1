// SPDX-License-Identifier: Apache-2.0

/// Where in an entry a data category may stand.
enum TBXLevel: Hashable, Sendable {
  case concept
  case language
  case term

  /// The element of the level in ISO 30042:2019.
  var element: String {
    switch self {
    case .concept: "conceptEntry"
    case .language: "langSec"
    case .term: "termSec"
    }
  }
}

/// The public dialects of TBX that say which data categories a file may have.
enum TBXDialect: String, Sendable {
  case min = "TBX-Min"
  case basic = "TBX-Basic"
}

/// A kind of information about a concept or term, such as `subjectField`.
struct TBXCategory: Sendable {
  /// The name.
  let name: String
  /// The element that carries it where categories are attributes.
  let element: String
  /// The levels it may stand at.
  let levels: Set<TBXLevel>
  /// The dialect that introduces it; each dialect has those of the smaller ones too.
  let dialect: TBXDialect
  /// The values it may have, or `nil` for any text.
  var values: [String]?

  /// The categories of TBX-Min and TBX-Basic with their levels and values, as the schemas of these dialects have them.
  static let all: [String: TBXCategory] = {
    let everywhere: Set<TBXLevel> = [.concept, .language, .term]
    let categories: [TBXCategory] = [
      TBXCategory(name: "customerSubset", element: "admin", levels: [.concept, .term], dialect: .min),
      TBXCategory(name: "subjectField", element: "descrip", levels: [.concept], dialect: .min),
      TBXCategory(
        name: "administrativeStatus", element: "termNote", levels: [.term], dialect: .min,
        values: [
          "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts",
        ]),
      TBXCategory(
        name: "partOfSpeech", element: "termNote", levels: [.term], dialect: .min,
        values: ["adjective", "noun", "other", "verb", "adverb"]),
      TBXCategory(name: "externalCrossReference", element: "xref", levels: everywhere, dialect: .min),
      TBXCategory(name: "projectSubset", element: "admin", levels: [.concept, .term], dialect: .basic),
      TBXCategory(name: "source", element: "admin", levels: everywhere, dialect: .basic),
      TBXCategory(name: "context", element: "descrip", levels: [.term], dialect: .basic),
      TBXCategory(name: "definition", element: "descrip", levels: [.concept, .language], dialect: .basic),
      TBXCategory(name: "crossReference", element: "ref", levels: [.concept, .term], dialect: .basic),
      TBXCategory(name: "geographicalUsage", element: "termNote", levels: [.term], dialect: .basic),
      TBXCategory(
        name: "grammaticalGender", element: "termNote", levels: [.term], dialect: .basic,
        values: ["masculine", "feminine", "neuter", "other"]),
      TBXCategory(
        name: "termLocation", element: "termNote", levels: [.term], dialect: .basic,
        values: [
          "checkBox", "comboBox", "comboBoxElement", "dialogBox", "groupBox", "informativeMessage",
          "interactiveMessage", "menuItem", "progressBar", "pushButton", "radioButton", "slider", "spinBox", "tab",
          "tableText", "textBox", "toolTip", "user-definedType",
        ]),
      TBXCategory(
        name: "termType", element: "termNote", levels: [.term], dialect: .basic,
        values: ["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"]),
      TBXCategory(
        name: "transactionType", element: "transac", levels: everywhere, dialect: .basic,
        values: ["origination", "modification"]),
      TBXCategory(name: "responsibility", element: "transacNote", levels: everywhere, dialect: .basic),
      TBXCategory(name: "xGraphic", element: "xref", levels: everywhere, dialect: .basic),
    ]
    return Dictionary(uniqueKeysWithValues: categories.map { ($0.name, $0) })
  }()

  /// The names of the categories of a dialect that an element carries, for messages.
  static func names(of element: String, in dialect: TBXDialect) -> [String] {
    all.values.filter { $0.element == element && (dialect == .basic || $0.dialect == .min) }.map(\.name).sorted()
  }

  /// Categories of ISO 30042 beyond TBX-Basic, and those of its first edition that files still have.
  ///
  /// A file that has them goes beyond its dialect but says something that is known; any other name is a mistake.
  static let wider: Set<String> = [
    "abbreviatedFormFor", "animacy", "annotatedNote", "antonymConcept", "antonymTerm", "associatedConcept", "audio",
    "broaderConceptGeneric", "broaderConceptPartitive", "businessUnitSubset", "characteristic", "classificationCode",
    "conceptOrigin", "conceptPosition", "contextType", "coordinateConceptGeneric", "coordinateConceptPartitive",
    "corporaTrace", "databaseType", "definitionType", "directionality", "domainExpert", "elementWorkingStatus",
    "entrySource", "environmentSubset", "etymology", "example", "explanation", "falseFriend", "figure", "frequency",
    "grammaticalNumber", "grammaticalValency", "homograph", "hyphenation", "indexHeading", "keyword",
    "language-planningQualifier", "lionotermType", "morphologicalElement", "normativeAuthorization", "noteSource",
    "originatingDatabase", "originatingInstitution", "originatingPerson", "otherBinaryData", "processStatus",
    "productSubset", "pronunciation", "proprietaryRestriction", "quantity", "range", "register", "relatedConcept",
    "relatedConceptBroader", "relatedConceptNarrower", "reliabilityCode", "sampleSentence", "searchTerm",
    "securitySubset", "sequentiallyRelatedConcept", "shortFormFor", "sortKey", "sourceIdentifier", "sourceLanguage",
    "sourceType", "spatiallyRelatedConcept", "subordinateConceptGeneric", "subordinateConceptPartitive",
    "subsetOwner", "superordinateConceptGeneric", "superordinateConceptPartitive", "syllabification", "table",
    "temporalQualifier", "temporallyRelatedConcept", "termElement", "termProvenance", "termStructure",
    "thesaurusDescriptor", "timeRestriction", "transferComment", "unit", "usageCount", "usageNote", "usageStatus",
    "video", "website", "xAudio", "xBinaryData", "xMathML", "xSource", "xVideo",
  ]
}
