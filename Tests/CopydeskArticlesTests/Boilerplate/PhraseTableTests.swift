// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLanguageData
import CopydeskText
import CopydeskYAML
import Foundation
import Testing

@testable import CopydeskArticles

/// Compares the phrase table that is compiled in with the files it is made from.
///
/// After a change to the files run `COPYDESK_RECORD=1 swift test --filter PhraseTableTests`, build and
/// run the tests again.
@Suite struct PhraseTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/CLanguageData").standardized

  static let languages = ["cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"]

  private static let classes: [(key: String, class: PhraseClasses)] = [
    ("reaction-widget", .reactionWidget), ("share-bar", .shareBar), ("read-more", .readMore),
    ("read-more-prefix", .readMorePrefix), ("furniture", .furniture), ("keyword-line-prefix", .keywordLinePrefix),
    ("embed", .embed), ("embed-prefix", .embedPrefix), ("machine-residue", .machineResidue),
    ("translator-note", .translatorNote),
  ]

  @Test func `the phrase table is made from the phrase files`() throws {
    var phrases: [(key: UInt64, classes: PhraseClasses)] = []
    for name in try PhraseTableTests.texts("networks.yml", "networks") {
      phrases.append((try #require(BoilerplateLine.key(ofNetwork: name)), .network))
    }
    for language in PhraseTableTests.languages {
      for (key, classes) in PhraseTableTests.classes {
        for phrase in try PhraseTableTests.texts("boilerplate/\(language).yml", key) {
          if classes == .machineResidue || classes == .translatorNote {
            phrases += MachinePhrase.entries(ofPhrase: phrase, language: language, classes: classes)
          } else {
            phrases.append((try #require(BoilerplateLine.key(ofPhrase: phrase), "\(phrase)"), classes))
          }
        }
      }
    }
    let bytes = PhraseTable.encoded(phrases)
    let file = PhraseTableTests.folder.appending(path: "phrases.table")
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] != nil { try Data(bytes).write(to: file) }
    #expect(try Array(Data(contentsOf: file)) == bytes, "record the table again")
    #expect(PhraseTable.shared.count == (bytes.count - PhraseTable.headerSize) / 8, "build again")
  }

  @Test(arguments: languages)
  func `phrase files have the same keys in the same order`(_ language: String) throws {
    let keys = try PhraseTableTests.root("boilerplate/\(language).yml").entries?.map(\.key)
    #expect(keys == ["language"] + PhraseTableTests.classes.map(\.key))
  }

  @Test(arguments: languages)
  func `no phrase stands in two lists or twice in one`(_ language: String) throws {
    var seen: [UInt64: String] = [:]
    for key in ["reaction-widget", "share-bar", "read-more", "furniture", "embed"] {
      for phrase in try PhraseTableTests.texts("boilerplate/\(language).yml", key) {
        let hash = try #require(BoilerplateLine.key(ofPhrase: phrase))
        #expect(hash != BoilerplateLine.key(ofPhrase: "{network}"), "a network's name alone is no phrase")
        #expect(seen[hash] == nil, "\(phrase) and \(seen[hash] ?? "")")
        seen[hash] = phrase
      }
    }
  }

  @Test(arguments: languages)
  func `phrases are composed`(_ language: String) throws {
    let file = PhraseTableTests.folder.appending(path: "boilerplate/\(language).yml")
    #expect(try Normalization.isNormalized(Array(Data(contentsOf: file))))
  }

  private static func root(_ name: String) throws -> YAMLNode {
    try #require(try YAMLParser.parse(Array(Data(contentsOf: folder.appending(path: name)))))
  }

  private static func texts(_ name: String, _ key: String) throws -> [String] {
    let items = try #require(try root(name)[key]?.items, "\(name) lacks \(key)")
    return try items.map { try #require($0.text) }
  }
}
