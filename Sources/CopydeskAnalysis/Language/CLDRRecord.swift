// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// What CLDR says of one locale's numbers and dates.
struct CLDRRecord: Sendable {
  let decimal: NumberSign
  let grouping: NumberSign
  /// The pattern of a long date, such as `d 'de' MMMM 'de' y`.
  let longDate: String
  /// The pattern of a date in digits.
  let numericDate: String

  /// The record of a locale: from the built-in table, for languages outside of it from ICU.
  init(_ tag: LanguageTag) {
    let region = tag.region.map { "\(tag.language)-\($0)" }
    let line = region.flatMap { CLDRRecord.line(of: $0) } ?? CLDRRecord.line(of: tag.language)
    self.init(fields: line ?? CLDRRecord.fields(fromICU: tag.tag))
  }

  private init(fields: [String]) {
    func sign(_ text: String, default fallback: NumberSign) -> NumberSign {
      text.unicodeScalars.first.flatMap { NumberSign(codePoint: $0.value) } ?? fallback
    }
    decimal = sign(fields[0], default: .period)
    grouping = sign(fields[1], default: .comma)
    longDate = fields[2]
    numericDate = fields[3]
  }

  private static func line(of locale: String) -> [String]? {
    let fields = fields(in: CLDRTable.conventions, behind: "\(locale)|")
    return fields?.count == 4 ? fields : nil
  }

  /// The fields of the table's first line that starts with a prefix, without those of the prefix.
  static func fields(in table: String, behind prefix: String) -> [String]? {
    let table = Array(table.utf8)
    let prefix = Array(prefix.utf8)
    let bytes = table.span
    var start = 0
    while start < bytes.count {
      var matched = 0
      while matched < prefix.count, start + matched < bytes.count, bytes[start + matched] == prefix[matched] {
        matched += 1
      }
      var end = start + matched
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      if matched == prefix.count {
        return table[(start + matched)..<end].split(separator: 0x7C, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
      start = end + 1
    }
    return nil
  }

  private static func fields(fromICU locale: String) -> [String] {
    [
      (try? LocaleData.symbol(.decimal, locale: locale)) ?? ".",
      (try? LocaleData.symbol(.grouping, locale: locale)) ?? ",",
      (try? LocaleData.datePattern(skeleton: "yMMMMd", locale: locale)) ?? "y MMMM d",
      (try? LocaleData.datePattern(skeleton: "yMd", locale: locale)) ?? "y-MM-dd",
    ]
  }
}
