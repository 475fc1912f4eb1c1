// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskLanguageData
internal import CopydeskText
internal import CopydeskYAML

/// Recognizes the label that CMS exports put before a caption or picture credit, such as `Foto:`.
enum CaptionLabel {
  /// The labels of all languages, lower case; read when the first line with a colon comes along.
  private static let labels: Set<String> = {
    guard let file = EmbeddedFile.named("caption-labels.yml"), let root = try? YAMLParser.parse(file.bytes) else {
      return []
    }
    return Set((root.items ?? []).compactMap(\.text))
  }()

  private static let longest = 40

  /// Whether text starts with a label and a colon, possibly behind an opening parenthesis.
  static func starts(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    var start = Int(range.start)
    let end = min(Int(range.end), start + longest)
    if start < end, bytes[start] == 0x28 || bytes[start] == 0x5B { start += 1 }
    guard let colon = bytes[start..<max(start, end)].firstIndex(of: 0x3A), colon > start else { return false }
    let label = String(decoding: bytes[TextLines.trimmed(start, colon, in: bytes).offsets], as: UTF8.self)
    return labels.contains(label.lowercased())
  }
}
