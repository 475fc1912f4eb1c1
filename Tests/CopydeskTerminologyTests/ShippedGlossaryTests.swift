// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskTerminology
import CopydeskText
import Foundation
import Testing

/// The shipped glossaries and what is compiled into the program of them.
@Suite struct ShippedGlossaryTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "glossaries").path)) ?? []
    return files.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) }.sorted()
  }()

  private static func yaml(_ name: String) throws -> InputText {
    let path = "glossaries/\(name).yml"
    return InputText(path: path, bytes: [UInt8](try Data(contentsOf: root.appending(path: path))))
  }

  @Test func `the block compiled into the program is that of the glossaries`() throws {
    let glossaries = try Self.names.map { try GlossaryReader.read(Self.yaml($0)).glossary.approved }
    let block = CompiledGlossary.compile(glossaries)
    let bytes = block.bytes(0..<block.count)
    let file = Self.root.appending(path: "Sources/CLanguageData/glossaries/glossaries.compiled")
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" { try Data(bytes).write(to: file) }
    #expect(try Data(contentsOf: file) == Data(bytes), "run make images")
    #expect(glossaries.map(\.id) == Self.names)
  }

  @Test func `the program has all glossaries`() {
    #expect(ShippedGlossary.names == Self.names)
  }

  @Test(arguments: names)
  func `a shipped glossary is in canonical form`(_ name: String) throws {
    let input = try Self.yaml(name)
    #expect(try GlossaryWriter.format(input) == String(decoding: input.bytes, as: UTF8.self))
  }

  @Test(arguments: names)
  func `terms of other languages are left out when a glossary is read`(_ name: String) throws {
    let glossary = try #require(ShippedGlossary.terms(of: name) { $0.language == "en" })
    #expect(!glossary.concepts.isEmpty)
    #expect(glossary.concepts.allSatisfy { $0.terms.allSatisfy { $0.language.language == "en" } })
  }
}
