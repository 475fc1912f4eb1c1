// SPDX-License-Identifier: Apache-2.0

/// What `glossary mine --format json` writes.
struct MiningOutput: Decodable {
  struct Concept: Decodable {
    var terms: [Term]
  }

  struct Term: Decodable {
    var language: String
    var text: String
    var type: String
  }

  struct Summary: Decodable {
    var articles: Int
    var words: Int
  }

  var concepts: [Concept]
  var summary: Summary

  /// The proposals by first term and first rendering.
  func proposals(list: String) -> [MiningVerdict.Proposal] {
    concepts.compactMap { concept in
      guard let first = concept.terms.first else { return nil }
      let rendering = concept.terms.first { $0.language != first.language }
      return MiningVerdict.Proposal(list: list, term: first.text, rendering: rendering?.text ?? "")
    }
  }

  /// How many proposals have several renderings of the whole term.
  var variantCount: Int {
    concepts.count { concept in
      concept.terms.count { $0.language != concept.terms.first?.language && $0.type == "full" } > 1
    }
  }
}
