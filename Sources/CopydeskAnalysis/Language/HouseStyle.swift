// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskLanguageData
public import CopydeskText
internal import Synchronization

/// The conventions of an outlet where language alone does not decide.
public struct HouseStyle: Hashable, Sendable {
  /// An opening and a closing quotation mark; straight marks open and close alike.
  public struct QuotationMarks: Hashable, Sendable {
    /// The mark that opens.
    public let opening: String
    /// The mark that closes.
    public let closing: String

    /// Creates a pair.
    public init(opening: String, closing: String) {
      self.opening = opening
      self.closing = closing
    }
  }

  /// How headlines and subheadings are capitalized.
  public enum HeadingCase: String, CaseIterable, Sendable {
    /// Like a sentence.
    case sentence
    /// Every important word with a capital.
    case title
    /// Either way, but one way in an article.
    case either
  }

  /// How dates of digits alone read.
  public enum NumericDateOrder: String, CaseIterable, Sendable {
    /// `17/03/2025`.
    case dayFirst = "day-first"
    /// `03/17/2025`.
    case monthFirst = "month-first"
    /// `2025-03-17`.
    case yearFirst = "year-first"
    /// No date of digits alone.
    case avoid
  }

  /// The name by which configuration chooses the style, such as `news-en-us`.
  public let name: String
  /// The name for people.
  public let title: String
  /// The language and region it is for.
  public let language: LanguageTag
  /// The conventions it follows, for people.
  public let source: String
  /// The accepted patterns of written dates in CLDR's letters, the preferred first.
  public let dateFormats: [String]
  /// The sign before the fraction.
  public let decimalSeparator: String
  /// The accepted signs between groups of digits, the preferred first.
  public let groupingSeparators: [String]
  /// How many digits must stand before the last group for it to be set off: with 2, `5000` but `12.000`.
  public let minimumGroupingDigits: Int
  /// The accepted marks of a quotation, the preferred first.
  public let primaryQuotationMarks: [QuotationMarks]
  /// The accepted marks of a quotation inside a quotation, the preferred first.
  public let secondaryQuotationMarks: [QuotationMarks]
  /// How headings are capitalized.
  public let headingCase: HeadingCase
  /// How dates of digits alone read.
  public let numericDates: NumericDateOrder
  /// How the time of day is written, or `nil` to leave it to the language.
  public let timeForm: TimeForm?
  /// How numbers are set; asks for nothing if the file has no `numbers`.
  public let numbers: NumberStyle

  /// Reads a style file.
  ///
  /// - Throws: ``DataFileError`` with the place of the first mistake.
  public init(yaml bytes: [UInt8], path: String) throws(DataFileError) {
    let file = try DataFileReader(bytes, path: path, keys: HouseStyle.keys)
    let marks = try file.mapping("quotation-marks", keys: ["primary", "secondary"])
    name = try file.text("style")
    title = try file.text("title")
    language = try file.languageTag("language")
    source = try file.text("source")
    dateFormats = try file.texts("date-formats")
    decimalSeparator = try file.text("decimal-separator")
    groupingSeparators = try file.texts("grouping-separators")
    minimumGroupingDigits = try file.number("minimum-grouping-digits", in: 1...4)
    primaryQuotationMarks = try marks.pairs("primary").map { QuotationMarks(opening: $0.first, closing: $0.second) }
    secondaryQuotationMarks = try marks.pairs("secondary")
      .map { QuotationMarks(opening: $0.first, closing: $0.second) }
    headingCase = try file.choice("heading-case", of: HeadingCase.allCases.map { ($0.rawValue, $0) })
    numericDates = try file.choice("numeric-dates", of: NumericDateOrder.allCases.map { ($0.rawValue, $0) })
    timeForm =
      file.has("time-format")
      ? try file.choice("time-format", of: TimeForm.allCases.map { ($0.rawValue, $0) }) : nil
    numbers =
      file.has("numbers") ? try NumberStyle(file.mapping("numbers", keys: NumberStyle.keys)) : NumberStyle.neutral
  }

  /// The keys of a style file in their order.
  static let keys = [
    "style", "title", "language", "source", "date-formats", "decimal-separator", "grouping-separators",
    "minimum-grouping-digits", "quotation-marks", "heading-case", "numeric-dates", "time-format",
    "numbers",
  ]
}

extension HouseStyle {
  /// The names of the styles that come with Copydesk, sorted.
  public static let shippedNames: [String] = EmbeddedFile.all.map(\.name).filter { $0.hasPrefix(folder) }
    .map { String($0.dropFirst(folder.count).dropLast(".yml".count)) }.sorted()

  /// The shipped style of that name, or `nil` if there is none.
  ///
  /// A file is read when its style is first asked for, which takes about 0.1 ms.
  public static func shipped(named name: String) -> HouseStyle? {
    cache.withLock { cache in
      if let style = cache[name] { return style }
      let path = "\(folder)\(name).yml"
      guard let file = EmbeddedFile.named(path) else { return nil }
      do throws(DataFileError) {
        let style = try HouseStyle(yaml: file.bytes, path: path)
        cache[name] = style
        return style
      } catch {
        preconditionFailure("an embedded style file cannot be read: \(error)")
      }
    }
  }

  /// The shipped style for copy in a language when configuration names none, or `nil` if no style is for it.
  ///
  /// The style of the region, or else of the language, or else of the region where most of its readers live.
  public static func shipped(for language: LanguageTag) -> HouseStyle? {
    if let region = language.region, let style = shipped(named: "news-\(language.language)-\(region.lowercased())") {
      return style
    }
    if let style = shipped(named: "news-\(language.language)") { return style }
    guard let likely = try? LocaleData.likelyTag(language.language), let region = LanguageTag(likely)?.region else {
      return nil
    }
    return shipped(named: "news-\(language.language)-\(region.lowercased())")
  }

  private static let folder = "styles/"
  private static let cache = Mutex<[String: HouseStyle]>([:])
}
