// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import CopydeskYAML

/// What makes a language or style file unusable, and where.
public struct DataFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the file.
  public let path: String
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in code points.
  public let column: Int
  /// One clause that says what is wrong and what was expected.
  public let message: String

  /// Creates an error.
  public init(path: String, line: Int, column: Int, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }

  /// Path, line, column and message, as `house.yml:3:5: …`.
  public var description: String { "\(path):\(line):\(column): \(message)" }
}

/// Reads the keys of one mapping of a data file and refuses what it does not know.
struct DataFileReader {
  private let path: String
  private let entries: [YAMLEntry]
  private let start: YAMLMark

  /// Parses a file whose root is a mapping with the keys given, and no others.
  init(_ bytes: [UInt8], path: String, keys: [String]) throws(DataFileError) {
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLParser.parse(bytes)
    } catch {
      throw DataFileError(path: path, line: error.mark.line, column: error.mark.column, message: error.message)
    }
    guard let root else {
      throw DataFileError(path: path, line: 1, column: 1, message: "the file is empty; expected keys and values")
    }
    try self.init(root, path: path, keys: keys)
  }

  private init(_ node: YAMLNode, path: String, keys: [String]) throws(DataFileError) {
    guard let entries = node.entries else {
      throw DataFileReader.error("expected keys and values", at: node.start, path: path)
    }
    for entry in entries where !keys.contains(entry.key) {
      throw DataFileReader.error(
        "unknown key “\(entry.key)”\(Suggestion.clause(for: entry.key, among: keys))", at: entry.keyStart, path: path)
    }
    self.path = path
    self.entries = entries
    start = node.start
  }

  /// Whether the file has a key that it may leave out.
  func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The mapping under a key.
  func mapping(_ key: String, keys: [String]) throws(DataFileError) -> DataFileReader {
    try DataFileReader(node(key), path: path, keys: keys)
  }

  /// The text under a key.
  func text(_ key: String) throws(DataFileError) -> String {
    let node = try node(key)
    guard let text = node.text, !text.isEmpty else {
      throw error("expected a text for “\(key)”", at: node)
    }
    return text
  }

  /// The texts listed under a key; an empty list is allowed.
  func texts(_ key: String) throws(DataFileError) -> [String] {
    let list = try node(key)
    return try texts(of: list, key: key)
  }

  /// The lists of two texts listed under a key.
  func pairs(_ key: String) throws(DataFileError) -> [(first: String, second: String)] {
    let list = try node(key)
    guard let items = list.items else { throw error("expected a list of pairs for “\(key)”", at: list) }
    var pairs: [(first: String, second: String)] = []
    for item in items {
      let texts = try texts(of: item, key: key)
      guard texts.count == 2 else { throw error("expected two marks, opening and closing", at: item) }
      pairs.append((texts[0], texts[1]))
    }
    return pairs
  }

  /// The switch under a key.
  func flag(_ key: String) throws(DataFileError) -> Bool {
    try choice(key, of: [("true", true), ("false", false)])
  }

  /// The whole number under a key.
  func number(_ key: String, in range: ClosedRange<Int>) throws(DataFileError) -> Int {
    let node = try node(key)
    guard let text = node.text, let number = Int(text), range.contains(number) else {
      throw error("expected a number from \(range.lowerBound) to \(range.upperBound) for “\(key)”", at: node)
    }
    return number
  }

  /// The value whose name stands under a key.
  func choice<Value>(_ key: String, of choices: [(name: String, value: Value)]) throws(DataFileError) -> Value {
    let node = try node(key)
    let text = node.text ?? ""
    guard let choice = choices.first(where: { $0.name == text }) else {
      let names = choices.map(\.name)
      throw error(
        "unknown value “\(text)” for “\(key)”\(Suggestion.clause(for: text, among: names)); expected "
          + names.joined(separator: ", "), at: node)
    }
    return choice.value
  }

  /// The language tag under a key.
  func languageTag(_ key: String) throws(DataFileError) -> LanguageTag {
    let text = try text(key)
    guard let tag = LanguageTag(text) else {
      throw error("“\(text)” is no language tag; expected one such as en-US", at: try node(key))
    }
    return tag
  }

  private func node(_ key: String) throws(DataFileError) -> YAMLNode {
    guard let entry = entries.first(where: { $0.key == key }) else {
      throw DataFileReader.error("the key “\(key)” is missing", at: start, path: path)
    }
    return entry.value
  }

  private func texts(of list: YAMLNode, key: String) throws(DataFileError) -> [String] {
    guard let items = list.items else { throw error("expected a list for “\(key)”", at: list) }
    var texts: [String] = []
    texts.reserveCapacity(items.count)
    for item in items {
      guard let text = item.text, !text.isEmpty else { throw error("expected a text in “\(key)”", at: item) }
      texts.append(text)
    }
    return texts
  }

  private func error(_ message: String, at node: YAMLNode) -> DataFileError {
    DataFileReader.error(message, at: node.start, path: path)
  }

  private static func error(_ message: String, at mark: YAMLMark, path: String) -> DataFileError {
    DataFileError(path: path, line: mark.line, column: mark.column, message: message)
  }
}

/// Proposes the name that somebody who mistyped one probably meant.
enum Suggestion {
  /// `; did you mean “…”?` for the nearest name, or nothing if none is near.
  static func clause(for text: String, among names: [String]) -> String {
    let nearest = names.map { (name: $0, distance: distance(text, $0)) }.min { $0.distance < $1.distance }
    guard let nearest, nearest.distance <= max(1, nearest.name.utf8.count / 3) else { return "" }
    return "; did you mean “\(nearest.name)”"
  }

  /// The number of bytes to insert, delete or replace.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
