// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Reports letters of another alphabet that look like the right ones.
struct ConfusableLetter: Rule {
  static let metadata = RuleMetadata(
    id: "typography/confusable-letter",
    summary:
      "Reports a letter of another alphabet that only looks like the right one, such as a Cyrillic о in a Latin word.",
    rationale: """
      The eye cannot see it, but search does not find “Мaduro” with a Cyrillic М, and neither does the archive, the \
      glossary or the reader's browser.
      """,
    severity: .error,
    type: .characters,
    examples: [
      Example("Nicolás ⟦Мaduro⟧ spoke.", fixed: "Nicolás Maduro spoke."),
      Example("The ⟦prisоn⟧ was full.", fixed: "The prison was full."),
      Example("⟦Президeнт⟧ выступил.", language: "ru-RU", fixed: "Президент выступил."),
      Example("⟦Вiн⟧ приїхав.", language: "uk-UA", fixed: "Він приїхав."),
      Example("Он приехал ⟦c⟧ женой.", language: "ru-RU", fixed: "Он приехал с женой."),
      Example("She bought ⟦а⟧ house.", fixed: "She bought a house."),
      Example("Η ⟦Aθήνα⟧ γιόρτασε.", language: "el-GR", fixed: "Η Αθήνα γιόρτασε."),
      Example("Площадь 120 м², больных COVIDом лечит IT-компания с iPad'ами и YouTubeом.", language: "ru-RU"),
      Example("The Cyrillic letter “а” is not the Latin a; µg, TNFα and ΔT are fine."),
      Example("Газета «Правда» и группа ABBA, витамин C и план B.", language: "ru-RU"),
      Example("Toyota東京 opened."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let alphabet = Alphabet(of: analysis.language)
    let tokens = analysis.tokens
    for index in tokens.indices where tokens[index].kind == .word {
      let token = tokens[index]
      if token.traits.contains(.mixedScript) {
        checkMixed(token, alphabet, analysis, &report)
      } else if token.range.count <= 2, token.script != alphabet.script {
        checkSingle(index, alphabet, analysis, &report)
      }
    }
  }

  // MARK: Words of mixed letters

  private func checkMixed(
    _ token: Token, _ alphabet: Alphabet, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) {
    guard !analysis.isProtected(token.range) else { return }
    var edits: [Edit] = []
    var main = UnicodeScript.common
    for part in WordPart.parts(of: token.range, in: analysis.article.text) {
      guard let script = part.mainScript(alphabet) else { continue }
      edits += part.edits(to: script)
      main = script
    }
    guard let first = edits.first else { return }
    report(
      .foreignLetter(analysis.string(in: first.range), in: analysis.string(of: token), main), at: token.range,
      fixes: [Fix(.safe, edits: edits)])
  }

  // MARK: Words of one letter

  /// Reports a lone letter of the wrong alphabet between words of the right one: `а house`, `c женой`.
  private func checkSingle(
    _ index: Int, _ alphabet: Alphabet, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) {
    let tokens = analysis.tokens
    let token = tokens[index]
    guard token.script == .latin || token.script == .cyrillic, !token.traits.contains(.capitalized),
      token.traits.contains(.spaceBefore), !token.traits.contains(.lineBreakBefore),
      index > 0, index + 1 < tokens.count
    else { return }
    let (before, after) = (tokens[index - 1], tokens[index + 1])
    guard isPlainWord(before, alphabet), isPlainWord(after, alphabet), after.traits.contains(.spaceBefore),
      !after.traits.contains(.capitalized), !after.traits.contains(.lineBreakBefore),
      let replacement = LookAlikeLetters.shared.letter(of: alphabet.script, like: analysis.codePoint(of: token)),
      alphabet.contains(replacement), !analysis.isProtected(token.range)
    else { return }
    var bytes: [UInt8] = []
    UTF8Decoder.append(replacement, to: &bytes)
    report(
      .loneLetter(analysis.string(of: token), alphabet.script), at: token.range,
      fixes: [.replacing(token.range, with: String(decoding: bytes, as: UTF8.self))])
  }

  private func isPlainWord(_ token: Token, _ alphabet: Alphabet) -> Bool {
    token.kind == .word && token.script == alphabet.script && token.traits.contains(.hasLowercase)
      && !token.traits.contains(.mixedScript)
  }
}

/// The script and letters that a language is written with.
private struct Alphabet {
  let script: UnicodeScript
  private let letters: LazyExemplars

  init(of language: LanguageTag) {
    let subtags = ((try? LocaleData.likelyTag(language.tag)) ?? language.tag).split(separator: "-")
    script =
      switch subtags.first(where: { $0.utf8.count == 4 }) {
      case "Latn": .latin
      case "Cyrl": .cyrillic
      case "Grek": .greek
      default: .common
      }
    letters = LazyExemplars(.standard, locale: language.tag)
  }

  /// Whether the language has the letter, in either case.
  func contains(_ codePoint: UInt32) -> Bool {
    letters.contains(UnicodeProperties.lowercased(codePoint))
  }
}

/// The letters of a word between apostrophes: `iPad` and `ах` of `iPad'ах`.
private struct WordPart {
  private struct Letter {
    let codePoint: UInt32
    let script: UnicodeScript
    let range: TextRange
  }

  private var letters: [Letter] = []

  static func parts(of range: TextRange, in text: [UInt8]) -> [WordPart] {
    var parts = [WordPart()]
    var index = Int(range.start)
    while index < Int(range.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: index)
      let info = CharacterTable.shared.info(of: codePoint)
      if info.kind == .apostrophe {
        parts.append(WordPart())
      } else if info.isLetter, info.script != .common, info.script != .inherited {
        parts[parts.count - 1].letters.append(
          Letter(codePoint: codePoint, script: info.script, range: TextRange(index, index + length)))
      }
      index += length
    }
    return parts
  }

  /// The script that all letters can be written in, or `nil` if the part is of one script or truly of two.
  func mainScript(_ alphabet: Alphabet) -> UnicodeScript? {
    var counts: [(script: UnicodeScript, count: Int)] = []
    for letter in letters {
      if let index = counts.firstIndex(where: { $0.script == letter.script }) {
        counts[index].count += 1
      } else {
        counts.append((letter.script, 1))
      }
    }
    guard counts.count > 1 else { return nil }
    var best: (script: UnicodeScript, count: Int)?
    for candidate in counts where canBeWritten(in: candidate.script, alphabet) {
      let isBetter =
        best.map { best in
          candidate.count == best.count ? candidate.script == alphabet.script : candidate.count > best.count
        } ?? true
      if isBetter { best = candidate }
    }
    // One letter against one, as in ΔT, says nothing unless the language has the letters.
    guard let best, best.count * 2 > letters.count || best.script == alphabet.script,
      !isDeclined(to: best.script, alphabet)
    else { return nil }
    return best.script
  }

  private func canBeWritten(in script: UnicodeScript, _ alphabet: Alphabet) -> Bool {
    for letter in letters where letter.script != script {
      guard let replacement = LookAlikeLetters.shared.letter(of: script, like: letter.codePoint) else { return false }
      // A Latin I of XIXв is no Ukrainian І in Russian copy.
      if script == alphabet.script, !alphabet.contains(replacement) { return false }
    }
    return true
  }

  /// Whether the foreign letters are an ending in the language's own alphabet, as in `YouTubeе`.
  private func isDeclined(to script: UnicodeScript, _ alphabet: Alphabet) -> Bool {
    guard script != alphabet.script, let last = letters.last, last.script == alphabet.script else { return false }
    let ending = letters.reversed().prefix { $0.script == alphabet.script }
    return ending.count <= 3 && letters.count - ending.count >= 2
      && letters.dropLast(ending.count).allSatisfy { $0.script == script }
  }

  /// The replacements that bring every letter into the script.
  func edits(to script: UnicodeScript) -> [Edit] {
    letters.compactMap { letter in
      guard letter.script != script,
        let replacement = LookAlikeLetters.shared.letter(of: script, like: letter.codePoint)
      else { return nil }
      var bytes: [UInt8] = []
      UTF8Decoder.append(replacement, to: &bytes)
      return Edit(range: letter.range, replacement: String(decoding: bytes, as: UTF8.self))
    }
  }
}

extension UnicodeScript {
  fileprivate var name: String {
    switch self {
    case .latin: "Latin"
    case .cyrillic: "Cyrillic"
    case .greek: "Greek"
    default: shortName
    }
  }
}

extension FindingMessage {
  fileprivate static func foreignLetter(_ letter: String, in word: String, _ script: UnicodeScript) -> FindingMessage {
    "“\(letter)” in “\(word)” only looks like a \(script.name) letter; type the word in \(script.name) letters"
  }

  fileprivate static func loneLetter(_ letter: String, _ script: UnicodeScript) -> FindingMessage {
    "“\(letter)” only looks like a \(script.name) letter; type it in \(script.name)"
  }
}
