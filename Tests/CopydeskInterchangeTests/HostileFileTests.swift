// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

@testable import CopydeskInterchange

/// Numbers that look random and are the same in each run.
private struct RandomNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct HostileFileTests {
  private static let samples: [(GlossaryFormat, String)] = [
    (
      .csv,
      "id;kind;en;forbidden:en;es;validity;note\r\ntren;organization;Tren|TdA;\"Aragua\nTrain\";Tren;2020-01-01/..;'=x\r\n"
    ),
    (.tsv, "id\tlanguage\tterm\tstatus\tforms\na\ten\tKyiv\tpreferred\tx\\|y|z\na\tru\tКиев\tadmitted\t\n"),
    (.omegaT, "# c\ntren\ttrain\tnote\ntren\tconvoy\n"), (.deepL, "tren,train,es,en\nZug,\"a \"\"b\"\"\",de,en\n"),
    (.google, "en,es,pos\ntrain,tren,noun\n"), (.amazon, "en,fr\nA,B\n"),
    (
      .valeSubstitution,
      "extends: substitution\nmessage: \"'%s'\"\nignorecase: true\nswap:\n  '(?:m[ae]n|wom[ae]n)(?!x)?': person|people\n  a: b\n"
    ),
    (.valeAccept, "Foo\n(?i)b[ao]r\nx+\n"), (.valeReject, "Foo\n"),
    (
      .prh,
      "version: 1\nrules:\n  - expected: $1の\n    pattern: /([^も])のの|(a)?b/i\n    regexpMustEmpty: $2\n    specs:\n      - {from: aのの, to: aの}\n  - JS\n"
    ),
  ]

  /// Bytes that mean something to one reader or another.
  private static let bytes = Array("\"',;\t\n\r|\\()[]{}?*+$^/:#-=@ a0é\u{0}\u{FEFF}".utf8)

  private func readAndWrite(_ bytes: [UInt8], _ format: GlossaryFormat) {
    guard let english = LanguageTag("en"), let spanish = LanguageTag("es"),
      let input = try? InputText.decoding(path: "file", bytes: bytes)
    else { return }
    let options = ImportOptions(sourceLanguage: english, targetLanguage: spanish)
    do throws(GlossaryError) {
      let imported = try GlossaryInterchange.read(input, format: format, options: options)
      let glossary = imported.document.glossary
      // What was read can be written in the same format and in the one that holds everything.
      #expect(GlossaryInterchange.write(glossary, format: format) != nil)
      let yaml = GlossaryWriter.write(glossary)
      #expect(throws: Never.self) { try GlossaryReader.read(InputText(path: "file", text: yaml)) }
    } catch {
      #expect(!error.mistakes.isEmpty)
      #expect(error.mistakes.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
    }
  }

  @Test(arguments: samples.indices) func `a damaged file is read or refused, with a place`(_ index: Int) {
    let (format, text) = HostileFileTests.samples[index]
    var random = RandomNumbers(state: UInt64(index) + 1)
    for _ in 0..<150 {
      var bytes = Array(text.utf8)
      for _ in 0...Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(HostileFileTests.bytes.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes[place] = HostileFileTests.bytes.randomElement(using: &random) ?? 0
        default: bytes.removeSubrange(place...)
        }
      }
      readAndWrite(bytes, format)
    }
  }

  @Test(arguments: GlossaryFormat.allCases) func `an empty file is read or refused`(_ format: GlossaryFormat) {
    readAndWrite([], format)
    readAndWrite([0x0A], format)
    readAndWrite([0xEF, 0xBB, 0xBF], format)
  }
}
