// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
public import CopydeskText
internal import CopydeskYAML

/// Writes glossaries in canonical YAML.
///
/// There is one canonical form for each content: keys in fixed order, one block for each concept with
/// a blank line between them, plain scalars where YAML allows, defaults left out. So two people who
/// edit different concepts never touch the same lines.
public enum GlossaryWriter {
  /// The canonical YAML of a glossary.
  public static func write(_ glossary: Glossary) -> String {
    var builder = BlockBuilder(languages: glossary.languages.map { $0.tag })
    return BlockEmitter.text(of: builder.block(GlossaryWriter.node(glossary), as: .glossary, start: 0))
  }

  /// A glossary file in canonical form, with its comments.
  ///
  /// A comment on lines of its own stays before the key or item it precedes, one at the end of a
  /// line stays at the end of what the line holds. Formatting twice changes nothing more.
  ///
  /// - Throws: ``GlossaryError`` if the file is no valid glossary.
  public static func format(_ input: InputText) throws(GlossaryError) -> String {
    CommentedGlossary(try GlossaryFileNodes(input)).text
  }

  /// Brings a change of a glossary into its file.
  ///
  /// - Parameters:
  ///   - input: The file before the change.
  ///   - glossary: The glossary after the change.
  /// - Returns: The canonical YAML of the change, with the comments of what is still there.
  /// - Throws: ``GlossaryError`` if the file is no valid glossary.
  public static func rewrite(_ input: InputText, as glossary: Glossary) throws(GlossaryError) -> String {
    CommentedGlossary(try GlossaryFileNodes(input), changedTo: glossary).text
  }

  // MARK: From the model

  private static let mark = YAMLMark(line: 1, column: 1, offset: BlockBuilder.insideLine)

  private static func scalar(_ text: String) -> YAMLNode {
    YAMLNode(content: .scalar(text, isPlain: false), start: mark, end: mark)
  }

  private static func sequence(_ items: [YAMLNode]) -> YAMLNode {
    YAMLNode(content: .sequence(items), start: mark, end: mark)
  }

  private static func mapping(_ entries: [(String, YAMLNode?)]) -> YAMLNode {
    let entries = entries.compactMap { key, value in
      value.map { YAMLEntry(key: key, keyStart: mark, value: $0) }
    }
    return YAMLNode(content: .mapping(entries), start: mark, end: mark)
  }

  private static func texts(_ texts: [String]) -> YAMLNode? {
    texts.isEmpty ? nil : sequence(texts.map(scalar))
  }

  private static func node(_ spans: [Validity]) -> YAMLNode? {
    let nodes = spans.map { span in
      mapping([("from", span.from.map { scalar($0.description) }), ("to", span.to.map { scalar($0.description) })])
    }
    return nodes.count > 1 ? sequence(nodes) : nodes.first
  }

  /// The YAML of a glossary, at no place of any file.
  static func node(_ glossary: Glossary) -> YAMLNode {
    mapping([
      ("glossary", scalar(glossary.id)),
      ("title", glossary.title.map(scalar)),
      ("license", glossary.license.map(scalar)),
      ("languages", glossary.languages.isEmpty ? nil : sequence(glossary.languages.map { scalar($0.tag) })),
      ("concepts", sequence(glossary.concepts.map { node($0) })),
    ])
  }

  private static func node(_ concept: Concept) -> YAMLNode {
    let terms = concept.languages.map { language in
      (language.tag, Optional(sequence(concept.terms.filter { $0.language == language }.map { node($0) })))
    }
    return mapping([
      ("id", scalar(concept.id)),
      ("kind", scalar(concept.kind.rawValue)),
      ("state", scalar(concept.state.rawValue)),
      ("domain", texts(concept.domains)),
      ("desk", texts(concept.desks)),
      ("definition", concept.definition.map(scalar)),
      ("owner", concept.owner.map(scalar)),
      ("review-by", concept.reviewBy.map { scalar($0.description) }),
      ("source", oneOrMore(concept.sources)),
      ("note", concept.note.map(scalar)),
      ("validity", node(concept.validity)),
      ("relations", node(concept.relations)),
      (
        "external-ids",
        concept.externalIDs.isEmpty ? nil : mapping(concept.externalIDs.map { ($0.catalog, scalar($0.id)) })
      ),
      ("terms", mapping(terms)),
    ])
  }

  private static func oneOrMore(_ values: [String]) -> YAMLNode? {
    values.count > 1 ? texts(values) : values.first.map(scalar)
  }

  private static func node(_ relations: [ConceptRelation]) -> YAMLNode? {
    let entries = ConceptRelationKind.allCases.map { kind in
      (kind.rawValue, oneOrMore(relations.filter { $0.kind == kind }.map(\.concept)))
    }
    return relations.isEmpty ? nil : mapping(entries)
  }

  private static func node(_ example: TermExample) -> YAMLNode {
    guard let fixed = example.fixed else { return scalar(example.text) }
    return mapping([("text", scalar(example.text)), ("fixed", scalar(fixed))])
  }

  private static func node(_ term: Term) -> YAMLNode {
    mapping([
      ("text", scalar(term.text)),
      ("status", scalar(term.status.rawValue)),
      ("type", scalar(term.type.rawValue)),
      ("part-of-speech", term.partOfSpeech.map { scalar($0.rawValue) }),
      ("gender", term.gender.map { scalar($0.rawValue) }),
      ("number", term.number.map { scalar($0.rawValue) }),
      ("region", term.region.map(scalar)),
      ("match", scalar(term.matching.rawValue)),
      ("case", scalar(term.casePolicy.rawValue)),
      ("forms", texts(term.forms)),
      ("first-mention", term.firstMention.map(scalar)),
      ("validity", node(term.validity)),
      ("exceptions", texts(term.exceptions)),
      ("scopes", texts(term.scopes.map { $0.rawValue })),
      ("examples", term.examples.isEmpty ? nil : sequence(term.examples.map { node($0) })),
      ("contexts", texts(term.contexts)),
      ("message", term.message.map(scalar)),
      ("note", term.note.map(scalar)),
      ("source", term.source.map(scalar)),
      ("severity", term.severity.map { scalar($0.rawValue) }),
      ("do-not-translate", term.isNotTranslated ? scalar("true") : nil),
      ("author", term.author.map(scalar)),
      ("reviewer", term.reviewer.map(scalar)),
      ("created", term.created.map { scalar($0.description) }),
      ("modified", term.modified.map { scalar($0.description) }),
    ])
  }
}
