// SPDX-License-Identifier: Apache-2.0

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

  @Test(arguments: names)
  func `the image compiled into the program is that of the glossary`(_ name: String) throws {
    let glossary = try GlossaryReader.read(Self.yaml(name)).glossary
    let image = GlossaryImage.write(glossary)
    let file = Self.root.appending(path: "Sources/CLanguageData/glossaries/\(name).image")
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" { try Data(image).write(to: file) }
    #expect(GlossaryImage.read(image) == glossary)
    #expect(
      try [UInt8](Data(contentsOf: file)) == image,
      "run COPYDESK_RECORD=1 swift test --filter ShippedGlossaryTests")
  }

  @Test(arguments: names)
  func `a shipped glossary is in canonical form`(_ name: String) throws {
    let input = try Self.yaml(name)
    #expect(try GlossaryWriter.format(input) == String(decoding: input.bytes, as: UTF8.self))
  }

  @Test(arguments: names)
  func `terms of other languages are left out`(_ name: String) throws {
    let glossary = try #require(ShippedGlossary.terms(of: name) { $0.language == "en" })
    #expect(!glossary.concepts.isEmpty)
    #expect(glossary.concepts.allSatisfy { $0.terms.allSatisfy { $0.language.language == "en" } })
  }

  @Test func `bytes that are no image read as nothing`() {
    let image = GlossaryImage.write(Glossary(id: "x", concepts: [Concept(id: "y", terms: [])]))
    #expect(GlossaryImage.read([]) == nil)
    #expect(GlossaryImage.read(Array(image.dropLast())) == nil)
    #expect(GlossaryImage.read(image + [0]) != nil)
  }
}
