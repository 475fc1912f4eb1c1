// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskLinting
import Foundation
import Testing

@testable import CopydeskProject

/// Compiled glossaries kept between runs.
@Suite struct GlossaryCacheTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "copydesk-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private let block = CompiledGlossary.compile([
    Glossary(id: "a", concepts: [Concept(id: "x", terms: [])])
  ])

  @Test func `what is kept is found again`() throws {
    try withFolder { folder in
      let cache = GlossaryCache(folder: "\(folder)/copydesk")
      #expect(cache.glossary("x.glossary") == nil)
      cache.keep(block, as: "x.glossary")
      #expect(cache.glossary("x.glossary") != nil)
    }
  }

  @Test func `a damaged file counts as missing`() throws {
    try withFolder { folder in
      let cache = GlossaryCache(folder: "\(folder)/copydesk")
      cache.keep(block, as: "x.glossary")
      let file = URL(filePath: "\(folder)/copydesk/x.glossary")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count - 1] ^= 1
      try bytes.write(to: file)
      #expect(cache.glossary("x.glossary") == nil)
      try Data("something else".utf8).write(to: file)
      #expect(cache.glossary("x.glossary") == nil)
    }
  }

  @Test func `a name says all that the glossary is made of`() {
    let cache = GlossaryCache(folder: "/x")
    let names: Set = [
      cache.name(of: [1, 2], reading: ["a.yml", "en"]), cache.name(of: [1, 3], reading: ["a.yml", "en"]),
      cache.name(of: [1, 2], reading: ["a.csv", "en"]), cache.name(of: [1, 2], reading: ["a.yml", "de"]),
    ]
    #expect(names.count == 4)
  }

  @Test func `a folder that cannot be made keeps nothing`() {
    let cache = GlossaryCache(folder: "/proc/copydesk/none")
    cache.keep(block, as: "x.glossary")
    #expect(cache.glossary("x.glossary") == nil)
  }
}
