// SPDX-License-Identifier: Apache-2.0

import CopydeskICU

/// A rule of another tool that replaces what a pattern matches by a text.
struct Substitution {
  /// The pattern in the syntax of its tool, or a plain text.
  var pattern: String
  /// Whether the pattern is a plain text.
  var isPlainText = false
  /// The text to use instead, in which `$1` may stand for a group.
  var replacement: String
  /// Whether capitals make no difference.
  var ignoresCase: Bool
  /// Whether only whole words match.
  var matchesWords: Bool
  /// The group that must not take part in a match, or `nil`.
  var emptyGroup: Int?
  let dialect: ICUPattern.Dialect

  /// Texts that are replaced by one and the same.
  struct Texts: Hashable {
    let replacement: String
    var texts: [String]
    /// Longer texts that are left alone.
    var exceptions: [String] = []
  }

  /// What of a rule a glossary can hold.
  enum Outcome {
    /// Texts, by what replaces them.
    case texts([Texts])
    /// A pattern in ICU's syntax.
    case pattern(String, replacement: String)
    /// Nothing, and why.
    case loss(String)
  }

  /// As many texts may a pattern stand for to be written out.
  static let textLimit = 16

  /// The rule without a flag that the pattern sets for all of itself.
  var normalized: Substitution {
    guard !isPlainText, pattern.hasPrefix("(?i)") else { return self }
    var rule = self
    rule.pattern = String(pattern.dropFirst(4))
    rule.ignoresCase = true
    return rule
  }

  /// What of the rule a glossary can hold, for each of its alternatives that needs a replacement of its own.
  var outcomes: [Outcome] {
    if case .loss = outcome, emptyGroup == nil, !isPlainText, GroupReferences.isIn(replacement) {
      let alternatives = PatternShape(pattern).alternatives
      if alternatives.count > 1 {
        let outcomes = alternatives.map { alternative -> Outcome in
          var rule = self
          rule.pattern = alternative.pattern
          // Groups of other alternatives take no part, so they give nothing.
          rule.replacement = GroupReferences.renumbered(replacement) { number in
            alternative.groups.contains(number) ? number - alternative.groups.lowerBound + 1 : nil
          }
          return rule.outcome
        }
        let isWhole = outcomes.allSatisfy { outcome in
          if case .loss = outcome { false } else { true }
        }
        if isWhole { return outcomes }
      }
    }
    return [outcome]
  }

  /// What of the rule a glossary can hold, with all alternatives in one.
  var outcome: Outcome {
    if pattern.isEmpty { return .loss("its pattern is empty") }
    if isPlainText || FinitePattern.isLiteral(pattern) {
      return .texts([Texts(replacement: replacement, texts: [pattern])])
    }
    if let finite = FinitePattern(pattern, limit: Substitution.textLimit) { return outcome(of: finite) }
    return patternOutcome
  }

  // MARK: Texts

  private func outcome(of finite: FinitePattern) -> Outcome {
    var results: [Texts] = []
    var exceptions: [String] = []
    for text in finite.texts {
      if let emptyGroup, text.groups[emptyGroup]?.isEmpty == false {
        exceptions.append(text.text)
        continue
      }
      let replacement = GroupReferences.filled(replacement) { text.groups[$0] ?? "" }
      if let index = results.firstIndex(where: { $0.replacement == replacement }) {
        results[index].texts.append(text.text)
      } else {
        results.append(Texts(replacement: replacement, texts: [text.text]))
      }
    }
    guard !results.isEmpty else { return .loss("its group can never be empty") }
    for index in results.indices {
      results[index].exceptions = exceptions.filter { exception in
        results[index].texts.contains { exception != $0 && exception.contains($0) }
      }
    }
    return .texts(results)
  }

  // MARK: Patterns

  private var patternOutcome: Outcome {
    var shape = PatternShape(pattern)
    var replacement = replacement
    if let emptyGroup, !shape.forbid(group: emptyGroup) { return .loss("a group inside of its pattern must be empty") }
    if GroupReferences.isIn(replacement) { shape.keepOuterGroups(of: &replacement) }
    if GroupReferences.isIn(replacement) { return .loss("its replacement needs a group of its pattern") }
    let translated = guarded(ICUPattern.translated(shape.pattern, from: dialect), shape, replacement)
    let pattern = matchesWords ? Substitution.bounded(translated, shape, dialect) : translated
    do throws(RegularExpression.Failure) {
      _ = try RegularExpression(pattern)
    } catch {
      return .loss("\(error)")
    }
    return .pattern(pattern, replacement: replacement)
  }

  /// The pattern without matches that are right already, which both tools pass over.
  private func guarded(_ pattern: String, _ shape: PatternShape, _ replacement: String) -> String {
    let core = ICUPattern.without(.all, in: pattern)
    let length = replacement.utf8.count
    guard length > 0,
      var expression = try? RegularExpression("^(?:\(core))$", options: ignoresCase ? .ignoresCase : []),
      let matches = try? expression.matches(in: Array(replacement.utf8)), matches.first?.range == 0..<length
    else { return pattern }
    let wanted = FinitePattern.escaped(replacement)
    let end =
      switch dialect {
      case .regexp2: matchesWords ? "\\b" : ""
      case .ecmaScript: matchesWords ? "(?![0-9A-Za-z_])" : ""
      }
    let condition = ignoresCase ? "(?!(?-i:\(wanted))\(end))" : "(?!\(wanted)\(end))"
    return condition + (shape.hasAlternatives ? "(?:\(pattern))" : pattern)
  }

  private static func bounded(_ pattern: String, _ shape: PatternShape, _ dialect: ICUPattern.Dialect) -> String {
    let whole = shape.hasAlternatives ? "(?:\(pattern))" : pattern
    switch dialect {
    case .regexp2: return "\\b\(whole)\\b"
    case .ecmaScript: return "(?<![0-9A-Za-z_])\(whole)(?![0-9A-Za-z_])"
    }
  }
}

/// References to groups in a replacement, such as `$1`.
enum GroupReferences {
  /// Whether the text refers to a group.
  static func isIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "$") && (0x31...0x39).contains($1) }
  }

  /// The text with other numbers in its references; those without a number go.
  static func renumbered(_ text: String, _ number: (Int) -> Int?) -> String {
    filled(text) { group in number(group).map { "$\($0)" } ?? "" }
  }

  /// The text with the groups in place of the references.
  static func filled(_ text: String, _ group: (Int) -> String?) -> String {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      var end = index + 1
      var number = 0
      if bytes[index] == UInt8(ascii: "$") {
        while end < bytes.count, end < index + 3, (0x30...0x39).contains(bytes[end]) {
          number = number * 10 + Int(bytes[end] - 0x30)
          end += 1
        }
      }
      if number > 0, let text = group(number) {
        output.append(contentsOf: text.utf8)
      } else {
        output.append(contentsOf: bytes[index..<end])
      }
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// The outline of a pattern: where its outer groups are.
struct PatternShape {
  private(set) var pattern: String
  /// Whether the pattern has alternatives outside of all groups.
  private(set) var hasAlternatives = false
  private var outer: [Group] = []
  private var hasBackReferences = false
  /// The bars between alternatives, with the number of groups before each.
  private var bars: [(offset: Int, groupCount: Int)] = []
  private var groupCount = 0

  /// The alternatives outside of all groups, each with the numbers of its groups.
  var alternatives: [(pattern: String, groups: Range<Int>)] {
    let bytes = Array(pattern.utf8)
    var start = 0
    var first = 1
    return (bars + [(bytes.count, groupCount)]).map { bar in
      defer { (start, first) = (bar.offset + 1, bar.groupCount + 1) }
      let text = String(decoding: bytes[start..<bar.offset], as: UTF8.self)
      return (PatternShape.unwrapped(text), first..<(bar.groupCount + 1))
    }
  }

  /// The pattern without a group around all of it that captures nothing.
  private static func unwrapped(_ pattern: String) -> String {
    let shape = PatternShape(pattern)
    guard pattern.hasPrefix("(?:"), shape.outer.count == 1, let group = shape.outer.first, group.open == 0,
      group.close == pattern.utf8.count - 1
    else { return pattern }
    return String(pattern.dropFirst(3).dropLast())
  }

  /// A group that is inside of no other.
  private struct Group {
    /// The offsets of the parentheses, in bytes.
    let open: Int
    let close: Int
    /// The number of the group, or `nil` if it captures nothing.
    let number: Int?
  }

  init(_ pattern: String) {
    self.pattern = pattern
    scan()
  }

  private mutating func scan() {
    let bytes = Array(pattern.utf8)
    var stack: [(open: Int, number: Int?)] = []
    var count = 0
    var isInSet = false
    outer = []
    bars = []
    hasAlternatives = false
    hasBackReferences = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index < bytes.count, !isInSet, (0x31...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: "k") {
          hasBackReferences = true
        }
      case UInt8(ascii: "]"): isInSet = false
      case _ where isInSet: break
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "("):
        let isPlain = index + 1 >= bytes.count || bytes[index + 1] != UInt8(ascii: "?")
        if isPlain { count += 1 }
        stack.append((index, isPlain ? count : nil))
      case UInt8(ascii: ")"):
        if let group = stack.popLast(), stack.isEmpty {
          outer.append(Group(open: group.open, close: index, number: group.number))
        }
      case UInt8(ascii: "|") where stack.isEmpty:
        hasAlternatives = true
        bars.append((index, count))
      default: break
      }
      index += 1
    }
    groupCount = count
  }

  /// Makes sure that a group at the start or the end takes no part, by looking there instead.
  ///
  /// - Returns: `false` if the group is elsewhere.
  mutating func forbid(group number: Int) -> Bool {
    guard !hasAlternatives, !hasBackReferences, let group = outer.first(where: { $0.number == number }) else {
      return false
    }
    let bytes = Array(pattern.utf8)
    var content = bytes[(group.open + 1)..<group.close]
    var end = group.close + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "?") {
      end += 1
    } else if content.last == UInt8(ascii: "|") {
      content = content.dropLast()
    } else {
      return false
    }
    if group.open == 0 {
      set(Array("(?<!".utf8) + content + Array(")".utf8) + bytes[end...])
    } else if end == bytes.count {
      set(bytes[..<group.open] + Array("(?!".utf8) + content + Array(")".utf8))
    } else {
      return false
    }
    return true
  }

  /// Takes groups at the start and the end that the replacement only repeats out of both, by looking there instead.
  mutating func keepOuterGroups(of replacement: inout String) {
    guard !hasAlternatives, !hasBackReferences else { return }
    let bytes = Array(pattern.utf8)
    if let last = outer.last, let number = last.number, last.close == bytes.count - 1, last.open > 0,
      replacement.hasSuffix("$\(number)")
    {
      set(bytes[..<last.open] + Array("(?=".utf8) + bytes[(last.open + 1)...])
      replacement = String(replacement.dropLast("$\(number)".count))
    }
    let rest = Array(pattern.utf8)
    if let first = outer.first, first.number == 1, first.open == 0, first.close < rest.count - 1,
      replacement.hasPrefix("$1"), !PatternShape.isQuantifier(rest[first.close + 1])
    {
      let number = replacement.dropFirst(2).utf8.first
      if let number, (0x30...0x39).contains(number) { return }
      set(Array("(?<=".utf8) + rest[1...])
      replacement = String(replacement.dropFirst(2))
    }
  }

  private mutating func set(_ bytes: some Sequence<UInt8>) {
    pattern = String(decoding: Array(bytes), as: UTF8.self)
    scan()
  }

  private static func isQuantifier(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "{")
  }
}
