// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Checks the relations between the concepts of a glossary.
enum RelationCheck {
  static func problems(in document: GlossaryDocument) -> [GlossaryProblem] {
    let concepts = document.glossary.concepts
    let indices = Dictionary(concepts.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var problems: [GlossaryProblem] = []
    for (number, concept) in concepts.enumerated() {
      for relation in concept.relations where indices[relation.concept] == nil {
        let hint = NearestName.nearest(to: relation.concept, in: concepts.map(\.id)).map { "; did you mean “\($0)”?" }
        problems.append(
          GlossaryProblem(
            check: .unknownConcept, path: document.path, place: document.conceptPlaces[number],
            message: "the glossary has no concept “\(relation.concept)”, which “\(concept.id)” names"
              + " as \(relation.kind.rawValue)\(hint ?? "")"))
      }
    }
    for kind in [ConceptRelationKind.broader, .replacedBy] {
      problems += circles(of: kind, in: document, indices: indices)
    }
    return problems
  }

  /// The circles that relations of a kind make, each reported at its first concept.
  private static func circles(
    of kind: ConceptRelationKind, in document: GlossaryDocument, indices: [String: Int]
  ) -> [GlossaryProblem] {
    let concepts = document.glossary.concepts
    let edges = concepts.map { concept in
      concept.relations.filter { $0.kind == kind }.compactMap { indices[$0.concept] }
    }
    return Cycle.all(in: edges).map { cycle in
      let names = (cycle + cycle.prefix(1)).map { "“\(concepts[$0].id)”" }
      return GlossaryProblem(
        check: .circularRelation, path: document.path, place: document.conceptPlaces[cycle[0]],
        message: "concepts are \(kind.rawValue) in a circle: \(names.joined(separator: " → "))")
    }
  }
}

/// Circles in a directed graph.
enum Cycle {
  /// Walks a graph depth first.
  ///
  /// Every node that lies on a circle is in one of the results or leads into one.
  ///
  /// - Parameter edges: The nodes that each node leads to.
  /// - Returns: The circles that the walk meets, each starting with its smallest node, without repetition.
  static func all(in edges: [[Int]]) -> [[Int]] {
    enum Visit { case new, onPath, done }
    var visits = [Visit](repeating: .new, count: edges.count)
    var cycles: Set<[Int]> = []
    for root in edges.indices where visits[root] == .new {
      // The path from the root, with the next edge to take at each node; recursion could exhaust the stack.
      var path: [(node: Int, next: Int)] = [(root, 0)]
      visits[root] = .onPath
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          visits[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[node][next]
        switch visits[target] {
        case .new:
          visits[target] = .onPath
          path.append((target, 0))
        case .onPath:
          guard let start = path.firstIndex(where: { $0.node == target }) else { continue }
          let nodes = path[start...].map(\.node)
          let smallest = nodes.indices.min { nodes[$0] < nodes[$1] } ?? 0
          cycles.insert(Array(nodes[smallest...] + nodes[..<smallest]))
        case .done: continue
        }
      }
    }
    return cycles.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
