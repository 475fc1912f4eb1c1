// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskText
import Testing

@testable import CopydeskAnalysis

/// The files of quantity words are well formed, and the lexicon has all of them.
@Suite struct QuantityLexiconTests {
  struct Line {
    let file: String
    let number: Int
    let kind: String
    let value: String
    let forms: [String]
  }

  /// Words for a thousand of one thing or another, which Japanese and Korean leave out.
  private static let ambiguous: Set = ["unit “キロ”", "unit “킬로”"]

  @Test(arguments: QuantityTableTests.languages)
  func `every line has a kind, a value of that kind and forms`(_ language: String) throws {
    for line in try QuantityLexiconTests.lines(of: language) {
      // Chinese, Japanese and Korean numerals are read a character at a time, without the words for factors.
      let isKnown =
        EastAsianLexicon.languages.contains(language)
        ? EastAsianLexicon.sense(line.kind, line.value) != nil || line.kind == "scale"
        : QuantityLexicon.sense(line.kind, line.value) != nil
      #expect(isKnown, "\(line.file):\(line.number)")
      #expect(!line.forms.isEmpty, "\(line.file):\(line.number)")
      for form in line.forms {
        let isTrimmed = form.first != " " && form.last != " " && !form.contains("  ")
        #expect(!form.isEmpty && isTrimmed, "\(line.file):\(line.number): “\(form)”")
        // The reader passes over the period of an abbreviation, so no form has one between its words.
        #expect(!form.dropFirst().contains(". "), "\(line.file):\(line.number): “\(form)”")
      }
    }
  }

  @Test(arguments: QuantityTableTests.languages.filter { !EastAsianLexicon.languages.contains($0) })
  func `the lexicon reads every form back to its sense`(_ language: String) throws {
    let lexicon = QuantityLexicon.lexicon(for: language)
    let tokenizer = Tokenizer(language: language)
    for line in try QuantityLexiconTests.lines(of: language) {
      for form in line.forms {
        let keys = QuantityLexiconTests.keys(of: form, tokenizer)
        var entry = keys.first.flatMap { lexicon.first(of: $0) }
        var isKnown = false
        while let index = entry, !isKnown {
          let candidate = lexicon.entries[index]
          isKnown =
            candidate.rest == Array(keys.dropFirst()) && candidate.sense == QuantityLexicon.sense(line.kind, line.value)
          entry = lexicon.next(after: index)
        }
        #expect(isKnown, "\(line.file):\(line.number): “\(form)”")
      }
    }
  }

  @Test(arguments: QuantityTableTests.languages)
  func `no form is two numbers, two currencies or two units`(_ language: String) throws {
    var values: [String: [String]] = [:]
    for line in try QuantityLexiconTests.lines(of: language) {
      let isExclusive = ["cardinal", "joined-cardinal", "ordinal", "scale", "currency", "unit"].contains(line.kind)
      guard isExclusive else { continue }
      for form in line.forms {
        let key = "\(line.kind) “\(form.lowercased())”"
        if values[key]?.contains(line.value) != true { values[key, default: []].append(line.value) }
      }
    }
    for (form, values) in values where values.count > 1 && !QuantityLexiconTests.ambiguous.contains(form) {
      Issue.record("\(form) is \(values.sorted().joined(separator: " and "))")
    }
  }

  /// The forms of a line, which slashes divide; a slash behind a backslash belongs to a form, as in `km\/h`.
  private static func forms(_ field: Substring) -> [String] {
    var forms = [""]
    var isEscaped = false
    for character in field {
      switch character {
      case "\\" where !isEscaped:
        isEscaped = true
        continue
      case "/" where !isEscaped: forms.append("")
      default: forms[forms.count - 1].append(character)
      }
      isEscaped = false
    }
    return forms
  }

  /// The keys of a form's words, without hyphens.
  private static func keys(of form: String, _ tokenizer: Tokenizer) -> [UInt64] {
    let bytes = Array(form.utf8)
    return tokenizer.tokens(in: bytes).filter { Array(bytes[$0.range.offsets]) != [UInt8(ascii: "-")] }.map(\.key)
  }

  private static func lines(of language: String) throws -> [Line] {
    var lines: [Line] = []
    for name in ["quantities/\(language).cldr.txt", "quantities/\(language).txt"] {
      let file = try #require(EmbeddedFile.named(name))
      for (index, text) in String(decoding: file.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() where !text.isEmpty && !text.hasPrefix("#") {
        let fields = text.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
        try #require(fields.count == 3, "\(name):\(index + 1): expected kind|value|forms")
        let forms = QuantityLexiconTests.forms(fields[2])
        lines.append(
          Line(file: name, number: index + 1, kind: String(fields[0]), value: String(fields[1]), forms: forms))
      }
    }
    return lines
  }
}
