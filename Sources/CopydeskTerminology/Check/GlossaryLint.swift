// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// Finds what is wrong with glossaries beyond their form.
public struct GlossaryLint: Sendable {
  /// Articles, prepositions and the like as ``TokenKey`` values, by language subtag: too broad for a term.
  public var functionWords: [String: Set<UInt64>]
  /// The day against which reviews are overdue, or `nil` to leave them alone.
  public var today: CalendarDate?

  /// Creates a check.
  public init(functionWords: [String: Set<UInt64>] = [:], today: CalendarDate? = nil) {
    self.functionWords = functionWords
    self.today = today
  }

  /// Checks some glossaries that are used together.
  ///
  /// - Parameter documents: The glossaries. Contradictions are looked for across all of them.
  /// - Returns: The problems in the order of files and places.
  public func problems(in documents: [GlossaryDocument]) -> [GlossaryProblem] {
    var problems = documents.flatMap { document in
      var check = DocumentCheck(document: document, settings: self)
      check.run()
      return check.problems + RelationCheck.problems(in: document)
    }
    problems.append(contentsOf: AdviceCheck(documents).problems())
    problems.append(contentsOf: IdentityCheck(documents).problems())
    let ranks = Dictionary(documents.enumerated().map { ($1.path, $0) }) { first, _ in first }
    return problems.sorted { left, right in
      let (leftRank, rightRank) = (ranks[left.path] ?? 0, ranks[right.path] ?? 0)
      return (leftRank, left.place, left.check.rawValue, left.message)
        < (rightRank, right.place, right.check.rawValue, right.message)
    }
  }
}
