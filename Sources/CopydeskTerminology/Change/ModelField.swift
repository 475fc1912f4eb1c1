// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// One value of a concept or term that can change: its key in glossary files, and how to compare, show and merge it.
struct ModelField<Root>: Sendable {
  /// The key in glossary files.
  let name: String
  /// Whether two roots have the same value.
  let isEqual: @Sendable (Root, Root) -> Bool
  /// The value for people; empty if there is none.
  let text: @Sendable (Root) -> String
  /// Brings what two sides made of a base together in the first of the two.
  ///
  /// - Returns: Whether both changed it in ways that exclude each other; the first side then stays.
  let merge: @Sendable (_ base: Root, _ ours: inout Root, _ theirs: Root) -> Bool

  /// A field with a value that is taken from one side as a whole.
  static func value<Value: Equatable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ text: @escaping @Sendable (Value) -> String
  ) -> ModelField {
    ModelField(
      name: name, isEqual: { $0[keyPath: path] == $1[keyPath: path] }, text: { text($0[keyPath: path]) },
      merge: { base, ours, theirs in
        let (old, left, right) = (base[keyPath: path], ours[keyPath: path], theirs[keyPath: path])
        if left == right || right == old { return false }
        if left != old { return true }
        ours[keyPath: path] = right
        return false
      })
  }

  /// A field with a list whose items come and go one by one.
  static func list<Item: Hashable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Root, [Item]> & Sendable, _ text: @escaping @Sendable (Item) -> String
  ) -> ModelField {
    ModelField(
      name: name, isEqual: { $0[keyPath: path] == $1[keyPath: path] },
      text: { $0[keyPath: path].map(text).joined(separator: ", ") },
      merge: { base, ours, theirs in
        let (old, right) = (base[keyPath: path], theirs[keyPath: path])
        if right == old { return false }
        // A list that only they changed is theirs with its order and repetitions.
        if ours[keyPath: path] == old {
          ours[keyPath: path] = right
          return false
        }
        let removed = Set(old).subtracting(right)
        ours[keyPath: path].removeAll { removed.contains($0) }
        let known = Set(old).union(ours[keyPath: path])
        ours[keyPath: path].append(contentsOf: right.filter { !known.contains($0) })
        return false
      })
  }

  /// A field with a text.
  static func text(_ name: String, _ path: any WritableKeyPath<Root, String?> & Sendable) -> ModelField {
    value(name, path) { $0.map { "“\($0)”" } ?? "" }
  }

  /// A field with a choice.
  static func choice<Choice: RawRepresentable<String> & Equatable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Root, Choice> & Sendable
  ) -> ModelField {
    value(name, path) { $0.rawValue }
  }

  /// A field with a choice that need not be made.
  static func choice<Choice: RawRepresentable<String> & Equatable & SendableMetatype>(
    _ name: String, _ path: any WritableKeyPath<Root, Choice?> & Sendable
  ) -> ModelField {
    value(name, path) { $0?.rawValue ?? "" }
  }

  /// A field with a day.
  static func day(_ name: String, _ path: any WritableKeyPath<Root, CalendarDate?> & Sendable) -> ModelField {
    value(name, path) { $0?.description ?? "" }
  }
}

extension Validity {
  /// The span for people, as `2017-01-20 to 2021-01-20`.
  var shown: String {
    switch (from, to) {
    case (let from?, let to?): "\(from) to \(to)"
    case (let from?, nil): "from \(from)"
    case (nil, let to?): "to \(to)"
    case (nil, nil): "always"
    }
  }
}

extension Glossary {
  /// The values of a glossary apart from its concepts, in the order of files.
  static let fields: [ModelField<Glossary>] = [
    .value("glossary", \.id) { "“\($0)”" },
    .text("title", \.title),
    .text("license", \.license),
    .list("languages", \.languages) { $0.tag },
  ]
}

extension Concept {
  /// The values of a concept apart from its id and terms, in the order of files.
  static let fields: [ModelField<Concept>] = [
    .choice("kind", \.kind),
    .choice("state", \.state),
    .list("domain", \.domains) { $0 },
    .list("desk", \.desks) { $0 },
    .text("definition", \.definition),
    .text("owner", \.owner),
    .day("review-by", \.reviewBy),
    .list("source", \.sources) { "“\($0)”" },
    .text("note", \.note),
    .list("validity", \.validity) { $0.shown },
    .list("relations", \.relations) { "\($0.kind.rawValue) \($0.concept)" },
    .list("external-ids", \.externalIDs) { "\($0.catalog) \($0.id)" },
  ]

  /// The keys of glossary files, apart from `id` and `terms`, under which the concept says something.
  public var saidKeys: [String] {
    let blank = Concept(id: id)
    return Concept.fields.filter { !$0.isEqual(self, blank) }.map(\.name)
  }
}

extension Term {
  /// The values of a term apart from its language and text, in the order of files.
  static let fields: [ModelField<Term>] = [
    .choice("status", \.status),
    .choice("type", \.type),
    .choice("part-of-speech", \.partOfSpeech),
    .choice("gender", \.gender),
    .choice("number", \.number),
    .text("region", \.region),
    .choice("match", \.matching),
    .choice("case", \.casePolicy),
    .list("forms", \.forms) { "“\($0)”" },
    .text("first-mention", \.firstMention),
    .list("validity", \.validity) { $0.shown },
    .list("exceptions", \.exceptions) { "“\($0)”" },
    .list("scopes", \.scopes) { $0.rawValue },
    .list("examples", \.examples) { "“\($0.text)”" },
    .list("contexts", \.contexts) { "“\($0)”" },
    .text("message", \.message),
    .text("note", \.note),
    .text("source", \.source),
    .choice("severity", \.severity),
    .value("do-not-translate", \.isNotTranslated) { $0 ? "true" : "" },
    .text("author", \.author),
    .text("reviewer", \.reviewer),
    .day("created", \.created),
    .day("modified", \.modified),
  ]
  /// The keys of glossary files, apart from `text`, under which the term says something.
  public var saidKeys: [String] {
    let blank = Term(text, language: language)
    return Term.fields.filter { !$0.isEqual(self, blank) }.map(\.name)
  }
}
