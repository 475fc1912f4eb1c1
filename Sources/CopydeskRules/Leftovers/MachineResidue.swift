// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports what translation programs and content management systems leave between the words.
struct MachineResidue: Rule {
  static let metadata = RuleMetadata(
    id: "leftovers/machine-residue",
    summary: "Reports what translation programs and content management systems leave between the words.",
    rationale: """
      “Here is the translation:”, “&nbsp;” or “GonzÃ¡lez” tell the reader that a machine wrote the story and that nobody \
      read it. Chat models add remarks, older ones loop, and text that went through two systems is damaged in both.
      """,
    severity: .error,
    type: .characters,
    examples: [
      Example("⟦Here is the translation of the article into English:⟧\n\nThe port stays closed."),
      Example("⟦Sure, here's the translated text:⟧ The port stays closed."),
      Example("El puerto sigue cerrado. ⟦[Nota del traductor: juego de palabras intraducible]⟧", language: "es"),
      Example("⟦Als KI-Sprachmodell kann ich keine Quellen prüfen.⟧ Der Hafen bleibt zu.", language: "de"),
      Example(
        "The mayor of Bogot⟦Ã¡⟧ said he hadn⟦â€™⟧t slept.", fixed: "The mayor of Bogotá said he hadn’t slept."),
      Example("Он читает ⟦Â«⟧Известия».", language: "ru", fixed: "Он читает «Известия»."),
      Example(
        "The capacity⟦&amp;nbsp;⟧of the port, AT⟦&amp;⟧T said, isn⟦&#39;⟧t known.",
        fixed: "The capacity\u{A0}of the port, AT&T said, isn't known."),
      Example("The ⟦<unk>⟧ of the port, ⟦▁⟧he said."),
      Example("Dear ⟦{first_name}⟧, the port in ⟦%s⟧ stays closed ⟦[[more]]⟧."),
      Example("The port ⟦stays closed and stays closed and stays closed and⟧ the ferries wait."),
      Example("Here is what the translation lost: its jokes. Translator's notes fill the back of the book."),
      Example("“As an AI language model I cannot say,” the program answered the judge."),
      Example("Shares of AT&T rose 5 %d’un coup. The letter Ñ… The set {1, 2}. He said [sic] no, no, no."),
      Example("Trains stop on 9th of October, 19th of October, 29th of October and 30th of October."),
      Example("“Lock him up! Lock him up! Lock him up!” the crowd shouted."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    checkCharacters(analysis, &report)
    checkSentences(analysis, &report)
    checkNotes(analysis, &report)
    checkLoops(analysis, &report)
  }

  // MARK: Characters

  private func checkCharacters(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let text = analysis.article.text
    for segment in analysis.article.segments where segment.role != .code {
      var offset = Int(segment.range.start)
      let end = Int(segment.range.end)
      while offset < end {
        guard MachineResidue.suspects[Int(text[offset])],
          let debris = MachineResidue.debris(in: text, at: offset, before: end)
        else {
          offset += 1
          continue
        }
        let range = TextRange(offset, debris.end)
        if !analysis.isProtected(range), !MachineResidue.isAddress(range, in: analysis) {
          report(debris.message(analysis.string(in: range)), at: range, fixes: debris.fix(range))
        }
        offset = debris.end
      }
    }
  }

  /// Bytes at which debris can start: ASCII signs, `▁`, lead bytes of the characters that damaged UTF-8 starts with.
  private static let suspects: [Bool] = {
    var suspects = [Bool](repeating: false, count: 256)
    for byte in Array("&<[{$%@".utf8) + [0xC3, 0xD0, 0xE2, 0xEF] { suspects[Int(byte)] = true }
    return suspects
  }()

  private enum Debris {
    case entity(EntityReference)
    case mojibake(Mojibake)
    case token(ProgramToken)
    case replacementCharacter(end: Int)

    var end: Int {
      switch self {
      case .entity(let reference): reference.end
      case .mojibake(let mojibake): mojibake.end
      case .token(let token): token.end
      case .replacementCharacter(let end): end
      }
    }

    func message(_ text: String) -> FindingMessage {
      switch self {
      case .entity: .entity(text)
      case .mojibake(let mojibake): .mojibake(text, mojibake.repaired)
      case .token(let token): .token(token.kind, text)
      case .replacementCharacter: .replacementCharacter
      }
    }

    func fix(_ range: TextRange) -> [Fix] {
      switch self {
      case .entity(let reference): [.replacing(range, with: reference.character)]
      case .mojibake(let mojibake): [.replacing(range, with: mojibake.repaired)]
      case .token, .replacementCharacter: []
      }
    }
  }

  private static func debris(in text: [UInt8], at offset: Int, before end: Int) -> Debris? {
    switch text[offset] {
    case 0x26:
      return EntityReference(in: text.span, at: offset, before: end).map { .entity($0) }
    case 0xC3, 0xD0:
      guard Mojibake.isSuspect(in: text.span, at: offset, before: end) else { return nil }
      return Mojibake(in: text.span, at: offset, before: end).map { .mojibake($0) }
    case 0xEF:
      let isReplacement = offset + 2 < end && text[offset + 1] == 0xBF && text[offset + 2] == 0xBD
      return isReplacement ? .replacementCharacter(end: offset + 3) : nil
    default:
      return ProgramToken(in: text, at: offset, before: end).map { .token($0) }
    }
  }

  /// Whether a range touches a web or e-mail address, where such signs have a meaning.
  private static func isAddress(_ range: TextRange, in analysis: ArticleAnalysis) -> Bool {
    let tokens = analysis.tokens
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].start < range.end
      && (tokens[low].kind == .link || tokens[low].kind == .email)
  }

  // MARK: Sentences

  private func checkSentences(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let tokens = analysis.tokens
    for sentence in analysis.sentences where analysis.article.segments[sentence.segment].role != .code {
      let start = sentence.tokens.lowerBound
      guard let first = sentence.tokens.first(where: { tokens[$0].kind != .punctuation && tokens[$0].kind != .symbol }),
        first - start <= 3, isPhrase(from: first, to: sentence.tokens.upperBound, in: analysis)
      else { continue }
      // A colon ends what the program says; behind it stands the copy.
      let colon = (first..<sentence.tokens.upperBound)
        .first { tokens[$0].kind == .punctuation && analysis.codePoint(of: tokens[$0]) == 0x3A }
      let range = analysis.range(of: start..<(colon.map { $0 + 1 } ?? sentence.tokens.upperBound))
      guard !analysis.quotations.contain(analysis.range(of: first..<first + 1)), !analysis.isProtected(range) else {
        continue
      }
      report(.programSentence, at: range, fixes: [.removing(range, .needsReview)])
    }
  }

  /// Whether a sentence starts with the words of a program, possibly behind an interjection (`Sure, …`).
  private func isPhrase(from first: Int, to end: Int, in analysis: ArticleAnalysis) -> Bool {
    let tokens = analysis.tokens
    if MachinePhrase(at: tokens[first..<end])?.kind == .sentence { return true }
    for index in first + 1..<min(end, first + 4) where index + 1 < end {
      let isMark = [0x2C, 0x21, 0x3A, 0x2014, 0x2013].contains(analysis.codePoint(of: tokens[index]))
      if tokens[index].kind == .punctuation, isMark {
        return MachinePhrase(at: tokens[(index + 1)..<end])?.kind == .sentence
      }
    }
    return false
  }

  // MARK: Notes

  /// Reports remarks such as `[Translator's note: …]`, and the label alone.
  private func checkNotes(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let tokens = analysis.tokens
    let text = analysis.article.text
    for sentence in analysis.sentences where analysis.article.segments[sentence.segment].role != .code {
      var isStart = true
      let segment = analysis.segmentTokens[sentence.segment]
      for index in sentence.tokens {
        let sign = tokens[index].kind == .punctuation ? text[Int(tokens[index].start)] : 0
        let isBracket = sign == 0x5B || sign == 0x28
        if isStart, tokens[index].kind != .punctuation, tokens[index].kind != .symbol {
          isStart = false
          if let range = note(from: index, opening: nil, in: segment, of: analysis) {
            report(.note, at: range, fixes: [.removing(range, .needsReview)])
          }
        } else if isBracket, index + 1 < segment.upperBound,
          let range = note(from: index + 1, opening: index, in: segment, of: analysis)
        {
          isStart = false
          report(.note, at: range, fixes: [.removing(range, .needsReview)])
        }
      }
    }
  }

  /// The place of a remark whose label starts at a token.
  private func note(
    from first: Int, opening: Int?, in segment: Range<Int>, of analysis: ArticleAnalysis
  ) -> TextRange? {
    let tokens = analysis.tokens
    guard let phrase = MachinePhrase(at: tokens[first..<segment.upperBound]), phrase.kind == .note else { return nil }
    var end = first + phrase.tokenCount
    func mark(_ index: Int) -> UInt32 {
      index < segment.upperBound && tokens[index].kind == .punctuation ? analysis.codePoint(of: tokens[index]) : 0
    }
    // The period of an abbreviated label.
    if mark(end) == 0x2E { end += 1 }
    if let opening {
      let closing: UInt32 = analysis.codePoint(of: tokens[opening]) == 0x5B ? 0x5D : 0x29
      guard let close = (end..<segment.upperBound).first(where: { mark($0) == closing }) else { return nil }
      return unprotectedRange(opening..<close + 1, in: analysis)
    }
    let isLabel = end == segment.upperBound || [0x3A, 0x2014, 0x2013].contains(mark(end))
    return isLabel ? unprotectedRange(first..<segment.upperBound, in: analysis) : nil
  }

  private func unprotectedRange(_ tokens: Range<Int>, in analysis: ArticleAnalysis) -> TextRange? {
    let range = analysis.range(of: tokens)
    return analysis.isProtected(range) ? nil : range
  }

  // MARK: Loops

  private func checkLoops(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var words: [Int] = []
    for (index, tokens) in analysis.segmentTokens.enumerated() {
      let role = analysis.article.segments[index].role
      guard role.isProse, role != .quotation else { continue }
      for passage in RepeatedPassage.passages(in: analysis.tokens, of: tokens, words: &words) {
        let range = analysis.range(of: passage.tokens)
        guard !analysis.quotations.contain(range), !analysis.isProtected(range) else { continue }
        let surplus = TextRange(
          start: analysis.tokens[passage.surplus.lowerBound - 1].end, end: analysis.range(of: passage.surplus).end)
        report(.loop(passage.count), at: range, fixes: [.removing(surplus, .needsReview)])
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func entity(_ text: String) -> FindingMessage {
    "“\(text)” is a character reference of HTML; write the character"
  }

  fileprivate static func mojibake(_ text: String, _ repaired: String) -> FindingMessage {
    repaired.isEmpty
      ? "“\(text)” is left of a no-break space read in the wrong encoding; remove it"
      : "“\(text)” is “\(repaired)” read in the wrong encoding"
  }

  fileprivate static func token(_ kind: ProgramToken.Kind, _ text: String) -> FindingMessage {
    switch kind {
    case .modelToken: "“\(text)” is a token of a translation model; write the word that is missing"
    case .placeholder: "“\(text)” is a placeholder that nobody filled; write what belongs there"
    case .markup: "“\(text)” is markup that readers will see; remove it"
    }
  }

  fileprivate static let replacementCharacter: FindingMessage =
    "a character was lost when the text was read in the wrong encoding; write it again"
  fileprivate static let programSentence: FindingMessage =
    "the sentence was written by a translation program about its work; remove it"
  fileprivate static let note: FindingMessage = "a remark about the translation stands in the story; remove it"

  fileprivate static func loop(_ count: Int) -> FindingMessage {
    "the same words stand \(count) times in a row, a loop of the translation program; keep them once"
  }
}
