// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology

/// What was left behind when a glossary went from one format to another.
///
/// Converters never drop anything in silence: each value that the other side cannot hold is noted here.
public struct LossReport: Hashable, Sendable {
  /// One value that was left behind or changed.
  public struct Loss: Hashable, Sendable {
    /// What the value is, in the words of the format that has it: `do-not-translate`, `termLocation`.
    public let field: String
    /// What became of it, as a clause that reads on after the field: `is written as deprecated`.
    public let outcome: String
    /// The concept or term it belonged to, such as `tren-de-aragua` or `“TdA” (en)`.
    public let subject: String
    /// Where the file that was read has it, or `nil` for a value of a glossary that was written.
    public let place: GlossaryPlace?

    /// Creates a loss.
    public init(field: String, outcome: String, subject: String, place: GlossaryPlace? = nil) {
      self.field = field
      self.outcome = outcome
      self.subject = subject
      self.place = place
    }
  }

  /// The losses in the order of the glossary.
  public private(set) var losses: [Loss] = []

  /// Creates an empty report.
  public init() {}

  /// Notes a loss.
  public mutating func note(_ loss: Loss) { losses.append(loss) }

  /// Whether nothing was lost.
  public var isEmpty: Bool { losses.isEmpty }

  /// A line for each kind of loss, with the number of values and the first as an example.
  public var summary: [String] {
    var order: [String] = []
    var groups: [String: (count: Int, first: Loss)] = [:]
    for loss in losses {
      let key = loss.field + " " + loss.outcome
      if groups[key] == nil { order.append(key) }
      groups[key, default: (0, loss)].count += 1
    }
    return order.compactMap { key in
      groups[key].map { group in
        let place = group.first.place.map { ", line \($0.line)" } ?? ""
        return "\(key): \(group.count) (first: \(group.first.subject)\(place))"
      }
    }
  }
}
