// SPDX-License-Identifier: Apache-2.0

/// An example sentence of one of LanguageTool's rules.
struct LanguageToolExample: Decodable {
  /// A language, or a private variety such as `de-DE-x-simple-language`.
  var moduleLanguage: String
  /// The file of the rule, which for rules of a region lies in a folder of that region.
  var file: String
  /// What the example was collected for: `date`, `number`, `unit` and so on.
  var group: String
  var rule: String
  var filter: [String]?
  var isBad: Bool
  /// Code points.
  var marker: [Int]?
  var text: String

  private enum CodingKeys: String, CodingKey {
    case file, group, rule, filter, marker, text
    case moduleLanguage = "lang"
    case isBad = "bad"
  }

  /// The language with the region that the rule is for, if it is for one.
  var language: String {
    let folder = file.split(separator: "/").dropLast().last.map(String.init) ?? ""
    return folder.hasPrefix("\(moduleLanguage)-") ? folder : moduleLanguage
  }

  /// The marked span in UTF-16 code units.
  var span: Range<Int>? {
    guard let marker else { return nil }
    let scalars = text.unicodeScalars
    func offset(_ count: Int) -> Int {
      scalars.prefix(count).reduce(0) { $0 + UTF16.width($1) }
    }
    guard marker.count == 2, marker[0] <= marker[1] else { return 0..<text.utf16.count }
    return offset(marker[0])..<offset(marker[1])
  }
}
