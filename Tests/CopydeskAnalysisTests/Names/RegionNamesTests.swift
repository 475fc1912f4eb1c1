// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLanguageData
import CopydeskTerminology
import CopydeskText
import Foundation
import Testing

@testable import CopydeskAnalysis

/// The names of regions that are compiled into the program.
@Suite struct RegionNamesTests {
  private static let records = ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1"

  @Test(.enabled(if: ICUVersion.icu == CLDRTable.icuVersion || records))
  func `the names compiled into the program are those of ICU`() throws {
    let block = CompiledGlossary.compile([RegionNames.glossary(in: RegionNames.compiledLanguages)])
    let bytes = Data(block.bytes(0..<block.count))
    let file = URL(filePath: #filePath).appending(
      path: "../../../../Sources/CLanguageData/glossaries/regions.compiled"
    ).standardized
    if Self.records { try bytes.write(to: file) }
    #expect(try Data(contentsOf: file) == bytes, "run make images")
  }

  @Test(arguments: RegionNames.plainRegions)
  func `a country's version of a language has the names of the language`(_ tag: String) throws {
    let plain = try #require(LanguageTag(tag))
    let base = try #require(RegionNames.compiledLanguage(of: plain))
    #expect(RegionNames.compiledLanguages.contains(base))
    for region in LocaleData.regionCodes {
      #expect(try LocaleData.regionName(region, in: tag) == LocaleData.regionName(region, in: base.tag))
    }
  }

  @Test func `names in a language that is not compiled come from ICU`() throws {
    let swedish = try #require(LanguageTag("sv"))
    let spanish = try #require(LanguageTag("es"))
    let (names, languages) = RegionNames.names(in: [swedish, spanish])
    var set = GlossarySet()
    set.append(names)
    #expect(languages == [swedish, spanish])
    let matcher = TermMatcher(set, language: swedish)
    let text = Array("Sverige".utf8)
    #expect(matcher.matches(in: text, tokens: Tokenizer(language: "sv").tokens(in: text)).count == 1)
  }
}
