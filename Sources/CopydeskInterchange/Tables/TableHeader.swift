// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText

/// What the header of a column means.
struct TableHeader: Hashable {
  let field: TableField
  /// The language that the header names, or `nil`.
  let language: LanguageTag?

  init(field: TableField, language: LanguageTag? = nil) {
    self.field = field
    self.language = language
  }

  /// Reads a header such as `id`, `term:en`, `Term (en)`, `en_Status`, `English` or `es-MX`.
  ///
  /// - Returns: `nil` if the header means nothing in glossaries.
  init?(_ header: String) {
    let name = TableHeader.normalized(header)
    // Names before languages: “id” and “no” are also languages, but not in headers.
    if let field = TableField.named(name) {
      self.init(field: field)
      return
    }
    let words = header.split { " :()[]/_".contains($0) }.map(String.init)
    for count in words.indices.dropFirst() {
      if let field = TableHeader.field(words[..<count]), let language = TableHeader.language(words[count...]) {
        self.init(field: field, language: language)
        return
      }
      if let language = TableHeader.language(words[..<count]), let field = TableHeader.field(words[count...]) {
        self.init(field: field, language: language)
        return
      }
    }
    // Last, since “en status” is also a well-formed tag.
    guard let language = TableHeader.language(words[...]) else { return nil }
    self.init(field: .term, language: language)
  }

  /// The header in lowercase, with single spaces for white space, `-`, `_` and `:`.
  static func normalized(_ header: String) -> String {
    header.lowercased().split { " -_:\n\t\u{A0}".contains($0) }.joined(separator: " ")
  }

  private static func field(_ words: ArraySlice<String>) -> TableField? {
    TableField.named(normalized(words.joined(separator: " "))).map { $0.asAttributeOfTerm }
  }

  private static func language(_ words: ArraySlice<String>) -> LanguageTag? {
    guard let first = words.first, words.count <= 6 else { return nil }
    if (2...3).contains(first.prefix { $0 != "-" }.utf8.count), first.utf8.allSatisfy({ $0 < 0x80 }),
      let tag = LanguageTag(words.joined(separator: "-")), isKnown(tag)
    {
      return tag
    }
    for count in (1...words.count).reversed() {
      let name = words.prefix(count).joined(separator: " ").lowercased()
      guard let code = codesByName[name] else { continue }
      if count == words.count { return LanguageTag(code) }
      let region = words.dropFirst(count).joined(separator: " ").lowercased()
      return regionsByName[region].flatMap { LanguageTag("\(code)-\($0)") }
    }
    return nil
  }

  /// Whether CLDR has a name for the language; for others ICU gives the code itself.
  static func isKnown(_ tag: LanguageTag) -> Bool {
    (try? LocaleData.languageName(tag.language, in: "en")).map { $0 != tag.language } ?? false
  }

  private static let codesByName: [String: String] = {
    var codes: [String: String] = [:]
    let letters = "abcdefghijklmnopqrstuvwxyz"
    for first in letters {
      for second in letters {
        let code = "\(first)\(second)"
        guard let name = try? LocaleData.languageName(code, in: "en"), name != code else { continue }
        // Codes that are out of use have the name of the one that took their place.
        if codes[name.lowercased()] == nil || LanguageTag(code)?.tag == code { codes[name.lowercased()] = code }
      }
    }
    return codes
  }()

  private static let regionsByName: [String: String] = {
    var regions: [String: String] = [:]
    for code in LocaleData.regionCodes where code.utf8.count == 2 {
      if let name = try? LocaleData.regionName(code, in: "en") { regions[name.lowercased()] = code }
    }
    return regions
  }()
}
