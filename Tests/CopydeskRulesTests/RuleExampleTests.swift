// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// Tests that every rule gets from its examples.
@Suite struct RuleExampleTests {
  @Test(arguments: RuleExample.all)
  func `an example reports what it marks and nothing else`(_ item: RuleExample) throws {
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let ranges = try item.findings(in: copy.text).map { $0.range.offsets }
    #expect(MarkedCopy.mark(copy.text, ranges) == item.example.markedCopy)
  }

  @Test(arguments: RuleExample.all)
  func `findings move exactly with the text before them`(_ item: RuleExample) throws {
    // Characters of one to four bytes, a flag, a joined emoji and a decomposed letter stand before the copy.
    let prefix = "Über 🇻🇪 👩‍👩‍👧 e\u{301}.\n\n"
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let shift = prefix.utf8.count
    let moved = copy.ranges.map { $0.lowerBound + shift..<$0.upperBound + shift }
    let ranges = try item.findings(in: copy.text, after: prefix).map { $0.range.offsets }
    #expect(MarkedCopy.mark(prefix + copy.text, ranges) == MarkedCopy.mark(prefix + copy.text, moved))
  }

  @Test(arguments: RuleExample.all)
  func `line ends of Windows change nothing`(_ item: RuleExample) throws {
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let expected = try item.findings(in: copy.text).map { RuleExampleTests.essence($0, replacing: [("\n", " ")]) }
    let text = RuleExampleTests.replacing("\n", with: "\r\n", in: copy.text)
    let findings = try item.findings(in: text).map { RuleExampleTests.essence($0, replacing: [("\n", " ")]) }
    #expect(findings == expected)
  }

  @Test(arguments: RuleExample.all)
  func `decomposed letters change nothing`(_ item: RuleExample) throws {
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let expected = try item.findings(in: copy.text).map { RuleExampleTests.essence($0) }
    let decomposed = try RuleExampleTests.decomposed(copy.text)
    #expect(try item.findings(in: decomposed).map { RuleExampleTests.essence($0) } == expected)
  }

  @Test(arguments: RuleExample.all.filter { $0.example.markedCopy.unicodeScalars.contains("⟦") })
  func `a comment silences the rule`(_ item: RuleExample) throws {
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let id = item.rule.metadata.id
    let text = "<!-- copydesk-disable \(id) -- the example shows it -->\n\n\(copy.text)\n"
    #expect(try item.findings(in: text, format: .markdown) == [])
  }

  @Test(arguments: RuleExample.all.filter { $0.example.fixed != nil })
  func `the first fixes give the fixed copy`(_ item: RuleExample) throws {
    let copy = try #require(MarkedCopy(item.example.markedCopy))
    let findings = try item.findings(in: copy.text)
    #expect(FixedCopy.text(copy.text, fixedBy: findings) == item.example.fixed)
  }

  @Test(arguments: BuiltInRules.all.map { $0.metadata.id })
  func `a rule with safe fixes shows one`(_ id: String) throws {
    let examples = RuleExample.all.filter { $0.rule.metadata.id == id }
    let fixes = try examples.flatMap { item in
      try item.findings(in: try #require(MarkedCopy(item.example.markedCopy)).text).flatMap { $0.fixes }
    }
    #expect(!fixes.contains { $0.applicability == .safe } || examples.contains { $0.example.fixed != nil })
  }

  @Test(arguments: RuleExample.all.filter { $0.example.fixed != nil })
  func `fixed copy is clean`(_ item: RuleExample) throws {
    let findings = try item.findings(in: try #require(item.example.fixed))
    #expect(findings == [])
  }

  @Test(arguments: RuleExample.all)
  func `safe fixes converge`(_ item: RuleExample) throws {
    var text = try #require(MarkedCopy(item.example.markedCopy)).text
    var remaining = 10
    while remaining > 0 {
      let findings = try item.findings(in: text).filter { $0.fixes.first?.applicability == .safe }
      if findings.isEmpty { break }
      text = FixedCopy.text(text, fixedBy: findings)
      remaining -= 1
    }
    #expect(remaining > 0, "after ten rounds there is still something to fix in “\(text)”")
  }

  // MARK: Copy that says the same in other bytes

  /// What a finding says, without places.
  private static func essence(_ finding: Finding, replacing: [(String, String)] = []) -> [String] {
    let text = replacing.reduce(finding.text) { RuleExampleTests.replacing($1.0, with: $1.1, in: $0) }
    return [finding.rule, finding.severity.rawValue, finding.message, text]
  }

  private static func replacing(_ old: String, with new: String, in text: String) -> String {
    let parts = text.utf8.split(separator: old.utf8, omittingEmptySubsequences: false)
    return String(decoding: Array(parts.joined(separator: new.utf8)), as: UTF8.self)
  }

  /// The text in normalization form D.
  private static func decomposed(_ text: String) throws -> String {
    var transliterator = try Transliterator("Any-NFD")
    return try transliterator.transliterate(text)
  }
}

/// Tests of the rule list as a whole.
@Suite struct RuleListTests {
  @Test func `the list is sorted and has no rule twice`() {
    let ids = BuiltInRules.all.map { $0.metadata.id }
    #expect(ids == Set(ids).sorted())
  }

  @Test(arguments: BuiltInRules.all.map { $0.metadata.id })
  func `an id is a category and a problem`(_ id: String) {
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    #expect(parts.count == 2)
    for part in parts {
      let words = part.split(separator: "-", omittingEmptySubsequences: false)
      #expect(words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } })
    }
    // A rule is named after the problem, so that “allow typography/doubled-word” reads well.
    #expect(!["avoid-", "use-", "prefer-", "no-", "require-"].contains { parts[1].hasPrefix($0) })
  }

  @Test(arguments: BuiltInRules.all.map { $0.metadata.id })
  func `metadata is complete`(_ id: String) throws {
    let rule = try #require(RuleCatalog(BuiltInRules.all).metadata(of: id))
    #expect(rule.summary.hasPrefix("Reports ") && rule.summary.hasSuffix("."))
    #expect(rule.rationale.hasSuffix("."))
    #expect(rule.examples.contains { $0.markedCopy.unicodeScalars.contains("⟦") })
    #expect(rule.examples.contains { !$0.markedCopy.unicodeScalars.contains("⟦") })
  }

  @Test(arguments: RuleExample.all)
  func `a message is one clause without a final period`(_ item: RuleExample) throws {
    for finding in try item.findings(in: try #require(MarkedCopy(item.example.markedCopy)).text) {
      #expect(!finding.message.hasSuffix("."))
      #expect(!finding.message.lowercased().contains("please"))
      #expect(!finding.message.contains("\n"))
    }
  }
}
