// SPDX-License-Identifier: Apache-2.0

/// Guesses which known name somebody meant.
public enum NearestName {
  /// The known name that takes the fewest edits, or `nil` if none is near enough to be meant.
  ///
  /// An edit is a letter too many, too few, another or swapped with its neighbor (optimal string
  /// alignment). Near enough is a third of the longer name, and of equals the first wins.
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in known {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let limit = min((max(wanted.count, scalars.count) + 2) / 3, (best?.distance ?? Int.max) - 1)
      guard limit >= 0, abs(wanted.count - scalars.count) <= limit else { continue }
      let distance = distance(wanted, scalars)
      if distance <= limit { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, beforePrevious[column - 2] + 1)
        }
        current.append(value)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
