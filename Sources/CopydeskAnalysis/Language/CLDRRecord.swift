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
    let table = Array(CLDRTable.conventions.utf8)
    let prefix = Array("\(locale)|".utf8)
    var start = 0
    while start < table.count {
      var end = start
      while end < table.count, table[end] != 0x0A { end += 1 }
      if table[start..<end].starts(with: prefix) {
        let fields = table[(start + prefix.count)..<end].split(separator: 0x7C, omittingEmptySubsequences: false)
        return fields.count == 4 ? fields.map { String(decoding: $0, as: UTF8.self) } : nil
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
