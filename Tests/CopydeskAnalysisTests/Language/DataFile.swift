// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskYAML
import Testing

/// An embedded YAML file, as the argument of a test.
struct DataFile: CustomTestStringConvertible {
  let file: EmbeddedFile

  static let languages = below("languages/")
  static let styles = below("styles/")

  private static func below(_ folder: String) -> [DataFile] {
    EmbeddedFile.all.filter { $0.name.hasPrefix(folder) }.map(DataFile.init)
  }

  var testDescription: String { file.name }

  func root() throws -> YAMLNode { try #require(try YAMLParser.parse(file.bytes)) }

  /// The lists of texts in the file with their keys.
  func lists() throws -> [(key: String, texts: [String])] { DataFile.lists(in: try root(), key: "") }

  private static func lists(in node: YAMLNode, key: String) -> [(key: String, texts: [String])] {
    if let items = node.items { return [(key, items.compactMap(\.text))] }
    return node.entries?.flatMap { lists(in: $0.value, key: $0.key) } ?? []
  }
}
