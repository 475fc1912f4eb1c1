// SPDX-License-Identifier: Apache-2.0

/// Where a configuration says that the sources of articles stand.
///
/// A pattern with placeholders, such as `es/{name}.{ext}`, gives one path for each article. One without is a folder in
/// which the source has the article's name.
public struct SourcePattern: Hashable, Sendable {
  /// A part of an article's path.
  public enum Placeholder: String, CaseIterable, Sendable {
    /// The folder, counted from that of the configuration.
    case folder
    /// The name without extension and language.
    case name
    /// The extension.
    case ext
  }

  /// A part of a pattern.
  private enum Part: Hashable {
    case text(String)
    case placeholder(Placeholder)
  }

  /// The pattern as it is written.
  public let text: String
  /// Where the configuration has it, as `copydesk.yml:3:10`.
  public let place: String
  private let parts: [Part]

  /// What makes a pattern none.
  struct Mistake: Error {
    /// One clause that says what is wrong and what was expected.
    let message: String
  }

  init(_ text: String, place: String) throws(Mistake) {
    self.text = text
    self.place = place
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
        throw Mistake(message: "“\(text)” has a brace without partner; expected one such as “es/{name}.{ext}”")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard let placeholder = Placeholder(rawValue: name) else {
        let known = Placeholder.allCases.map { "“{\($0.rawValue)}”" }.joined(separator: ", ")
        throw Mistake(message: "unknown placeholder “{\(name)}”; expected one of \(known)")
      }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.placeholder(placeholder))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// Whether the pattern is a folder, in which sources are found by their names.
  public var isFolder: Bool {
    !parts.contains { if case .placeholder = $0 { true } else { false } }
  }

  /// The path for an article, counted from the folder of the configuration.
  public func path(_ value: (Placeholder) -> String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): value(placeholder)
      }
    }.joined()
  }
}
