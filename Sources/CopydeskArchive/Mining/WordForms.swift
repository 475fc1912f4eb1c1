// SPDX-License-Identifier: Apache-2.0

/// Tells the grammatical forms of a phrase from other phrases.
enum WordForms {
  /// The most letters by which an ending may differ.
  private static let longestEnding = 3
  /// The fewest letters that forms of a word share.
  private static let shortestStem = 3

  /// Whether two phrases have the same words apart from their endings and capitals.
  static func areForms(_ left: String, _ right: String) -> Bool {
    let (words, others) = (left.lowercased().split(separator: " "), right.lowercased().split(separator: " "))
    return words.count == others.count && zip(words, others).allSatisfy { areForms($0, $1) }
  }

  private static func areForms(_ left: Substring, _ right: Substring) -> Bool {
    if left == right { return true }
    let (first, second) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let shared = zip(first, second).prefix { $0 == $1 }.count
    return shared >= shortestStem && max(first.count, second.count) - shared <= longestEnding
  }
}
