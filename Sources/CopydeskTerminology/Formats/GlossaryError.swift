// SPDX-License-Identifier: Apache-2.0

/// A place in a glossary file.
public struct GlossaryPlace: Hashable, Comparable, Sendable {
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in code points.
  public let column: Int

  /// Creates a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Places order from top to bottom.
  public static func < (left: GlossaryPlace, right: GlossaryPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// What keeps a file from being read as a glossary.
///
/// A reader reports all mistakes of a file at once, so that one run is enough to mend it.
public struct GlossaryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One mistake.
  public struct Mistake: Hashable, Sendable {
    /// Where it is.
    public let place: GlossaryPlace
    /// One clause that says what is wrong and what was expected.
    public let message: String

    /// Creates a mistake.
    public init(place: GlossaryPlace, message: String) {
      self.place = place
      self.message = message
    }
  }

  /// The path of the file.
  public let path: String
  /// The mistakes from top to bottom; at least one.
  public let mistakes: [Mistake]

  /// Creates an error.
  public init(path: String, mistakes: [Mistake]) {
    self.path = path
    self.mistakes = mistakes
  }

  /// A line for each mistake, as `terms.yml:3:5: …`.
  public var description: String {
    mistakes.map { "\(path):\($0.place.line):\($0.place.column): \($0.message)" }.joined(separator: "\n")
  }
}

/// A glossary with the places its parts were read from.
public struct GlossaryDocument: Sendable {
  /// The path of the file.
  public let path: String
  /// The glossary.
  public let glossary: Glossary
  /// The place of each concept, in the order of the glossary.
  public let conceptPlaces: [GlossaryPlace]
  /// The place of each term of each concept.
  public let termPlaces: [[GlossaryPlace]]
  /// The place of each example of each term of each concept; empty if a format does not keep them.
  public let examplePlaces: [[[GlossaryPlace]]]

  /// Creates a document.
  ///
  /// - Precondition: There is a place for each concept and term.
  public init(
    path: String, glossary: Glossary, conceptPlaces: [GlossaryPlace], termPlaces: [[GlossaryPlace]],
    examplePlaces: [[[GlossaryPlace]]] = []
  ) {
    precondition(
      glossary.concepts.count == conceptPlaces.count && glossary.concepts.count == termPlaces.count,
      "a glossary document needs a place for each concept")
    self.path = path
    self.glossary = glossary
    self.conceptPlaces = conceptPlaces
    self.termPlaces = termPlaces
    self.examplePlaces = examplePlaces
  }

  /// The place of an example, or that of its term where the format does not keep it.
  public func place(ofExample example: Int, term: Int, concept: Int) -> GlossaryPlace {
    guard concept < examplePlaces.count, term < examplePlaces[concept].count,
      example < examplePlaces[concept][term].count
    else { return termPlaces[concept][term] }
    return examplePlaces[concept][term][example]
  }
}
