// SPDX-License-Identifier: Apache-2.0

/// A span that professional annotators marked in a translation.
struct MarkedSpan: Decodable {
  var id: String
  var pair: String
  var year: Int
  var system: String
  var segment: Int
  var category: String
  var span: Range<Int>
  /// Raters who marked something there, in any category.
  var raters: Int
  /// Whether the span is the taste of one or two raters, not an agreed error.
  var isHabit: Bool

  private enum CodingKeys: String, CodingKey {
    case id, pair, year, system, segment, category, span, votes, habit
    case anyVotes = "any_votes"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    pair = try container.decode(String.self, forKey: .pair)
    year = try container.decode(Int.self, forKey: .year)
    system = try container.decode(String.self, forKey: .system)
    segment = try container.decode(Int.self, forKey: .segment)
    category = try container.decode(String.self, forKey: .category)
    span = try container.decodeSpan(forKey: .span)
    let votes = try container.decodeIfPresent(Int.self, forKey: .votes) ?? 1
    raters = try container.decodeIfPresent(Int.self, forKey: .anyVotes) ?? votes
    isHabit = try container.decodeIfPresent(Bool.self, forKey: .habit) ?? false
  }
}
