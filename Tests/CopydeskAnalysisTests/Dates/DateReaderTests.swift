// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskText
import Testing

@Suite struct DateReaderTests {
  /// Copy with its dates: the text, then weekday, first day, day, month and year with `-` for what is missing.
  struct Case: CustomTestStringConvertible, Sendable {
    let copy: String
    var language = "en"
    let dates: [String]
    var testDescription: String { "\(language): \(copy)" }
  }

  private func analysis(_ copy: String, _ language: String) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language))))
  }

  @Test(arguments: [
    Case(copy: "It was Monday, March 17, 2025, at last.", dates: ["Monday, March 17, 2025: 1 - 17 3 2025"]),
    Case(
      copy: "It was on Sept. 11 and the 4th of July.",
      dates: ["Sept. 11: - - 11 9 -", "4th of July: - - 4 7 -"]),
    Case(
      copy: "From March 17–19 to 20-22 April 2025.",
      dates: ["March 17–19: - 17 19 3 -", "20-22 April 2025: - 20 22 4 2025"]),
    Case(
      copy: "On 2025-03-17 (Monday) and 3/17/2025.",
      dates: ["2025-03-17 (Monday): 1 - 17 3 2025", "3/17/2025: - - 17 3 2025"]),
    Case(copy: "In March 2025 they march 12.5 miles.", dates: ["March 2025: - - - 3 2025"]),
    Case(copy: "On Sunday, 24/7 coverage began.", dates: []),
    Case(copy: "A March 17-year-old won 3-1 April games.", dates: []),
    Case(copy: "At 9 March 17, 2025.", dates: ["March 17, 2025: - - 17 3 2025"]),
    Case(
      copy: "El lunes 17 de marzo del 2025, el 1.º de mayo.", language: "es",
      dates: ["lunes 17 de marzo del 2025: 1 - 17 3 2025", "1.º de mayo: - - 1 5 -"]),
    Case(
      copy: "Am Montag, den 17. März 2025, vom 3. bis 5. Mai.", language: "de",
      dates: ["Montag, den 17. März 2025: 1 - 17 3 2025", "3. bis 5. Mai: - 3 5 5 -"]),
    Case(
      copy: "Am 17.3.2025, im Jänner 2020.", language: "de",
      dates: ["17.3.2025: - - 17 3 2025", "Jänner 2020: - - - 1 2020"]),
    Case(
      copy: "Le lundi 17 mars 2025, le 1er mai.", language: "fr",
      dates: ["lundi 17 mars 2025: 1 - 17 3 2025", "1er mai: - - 1 5 -"]),
    Case(
      copy: "Na segunda-feira, 17 de março de 2025.", language: "pt-BR",
      dates: ["segunda-feira, 17 de março de 2025: 1 - 17 3 2025"]),
    Case(
      copy: "Lunedì 17 marzo 2025 e l’11 aprile.", language: "it",
      dates: ["Lunedì 17 marzo 2025: 1 - 17 3 2025", "11 aprile: - - 11 4 -"]),
    Case(
      copy: "В пятницу, 17 марта 2025 года, и 9-го мая.", language: "ru",
      dates: ["пятницу, 17 марта 2025: 5 - 17 3 2025", "9-го мая: - - 9 5 -"]),
    Case(
      copy: "У п’ятницю, 17 березня 2025 року.", language: "uk",
      dates: ["п’ятницю, 17 березня 2025: 5 - 17 3 2025"]),
    Case(
      copy: "V pondělí 17. března 2025 a 17. 3. 2025.", language: "cs",
      dates: ["pondělí 17. března 2025: 1 - 17 3 2025", "17. 3. 2025: - - 17 3 2025"]),
    Case(copy: "W piątek, 17 marca 2025 r.", language: "pl", dates: ["piątek, 17 marca 2025: 5 - 17 3 2025"]),
    Case(copy: "Op maandag 17 maart 2025.", language: "nl", dates: ["maandag 17 maart 2025: 1 - 17 3 2025"]),
    Case(
      copy: "Back in сентября and in enero 2007.",
      dates: ["сентября: - - - 9 -", "enero 2007: - - - 1 2007"]),
    Case(copy: "Hasta el 3 de setiembre.", language: "es", dates: ["3 de setiembre: - - 3 9 -"]),
    Case(copy: "Il 3 sett. 2025.", language: "it", dates: ["3 sett. 2025: - - 3 9 2025"]),
    Case(copy: "The 17th of March; it closed on the 17th.", dates: ["17th of March: - - 17 3 -", "17th: - - 17 - -"]),
    Case(
      copy: "From Friday, 28 February–3 March 2025.",
      dates: ["Friday, 28 February: 5 - 28 2 -", "3 March 2025: - - 3 3 2025"]),
    Case(
      copy: "Am 3.10., bis 31.12. und So, 23.08.", language: "de",
      dates: [
        "3.10.: - - 3 10 -", "31.12.: - - 31 12 -", "So, 23.08.: 0 - 23 8 -",
      ]),
    Case(
      copy: "See you Monday, 10/31, or Mo, 7 October.", language: "en-US",
      dates: [
        "Monday, 10/31: 1 - 31 10 -", "Mo, 7 October: 1 - 7 10 -",
      ]),
  ])
  func `dates of European copy are read with their parts`(_ item: Case) throws { try expectDates(item) }

  @Test(arguments: [
    Case(copy: "17 Mart 2025 günü.", language: "tr", dates: ["17 Mart 2025: - - 17 3 2025"]),
    Case(
      copy: "17 Mart’ta ve 18 Mart 2025 Salı günü.", language: "tr",
      dates: ["17 Mart: - - 17 3 -", "18 Mart 2025 Salı: 2 - 18 3 2025"]),
    Case(
      copy: "يوم الاثنين، ١٧ مارس ٢٠٢٥، و18 شباط/فبراير 2025.", language: "ar",
      dates: ["الاثنين، ١٧ مارس ٢٠٢٥: 1 - 17 3 2025", "18 شباط/فبراير 2025: - - 18 2 2025"]),
    Case(
      copy: "في 3 تشرين الأول 2025 و4 كانون الثاني.", language: "ar",
      dates: ["3 تشرين الأول 2025: - - 3 10 2025", "4 كانون الثاني: - - 4 1 -"]),
    Case(
      copy: "ביום שני, 17 במרץ 2025, וב-18 במרץ.", language: "he",
      dates: ["ביום שני, 17 במרץ 2025: 1 - 17 3 2025", "18 במרץ: - - 18 3 -"]),
    Case(copy: "सोमवार, १७ मार्च २०२५ को।", language: "hi", dates: ["सोमवार, १७ मार्च २०२५: 1 - 17 3 2025"]),
    Case(
      copy: "2025年3月17日星期一，以及3月18日（周二）。", language: "zh",
      dates: ["2025年3月17日星期一: 1 - 17 3 2025", "3月18日（周二）: 2 - 18 3 -"]),
    Case(
      copy: "3月17日（月）から19日まで、2025年3月17日月曜日に。", language: "ja",
      dates: ["3月17日（月）: 1 - 17 3 -", "19日: - - 19 - -", "2025年3月17日月曜日: 1 - 17 3 2025"]),
    Case(copy: "3月17日至19日，3月20-21日，历时3日。", language: "zh", dates: ["3月17日至19日: - 17 19 3 -", "3月20-21日: - 20 21 3 -"]),
    Case(
      copy: "2025년 3월 17일 월요일과 2025. 3. 18.에.", language: "ko",
      dates: ["2025년 3월 17일 월요일: 1 - 17 3 2025", "2025. 3. 18: - - 18 3 2025"]),
    Case(copy: "3일간, 3日間, 3个月。", language: "zh", dates: []),
  ])
  func `dates of other languages are read with their parts`(_ item: Case) throws { try expectDates(item) }

  @Test(arguments: [
    Case(copy: "令和7年3月17日と平成31年に。", language: "ja", dates: ["令和7年3月17日: - - 17 3 2025", "平成31年: - - - - 2019"]),
    Case(copy: "民國114年3月17日", language: "zh-TW", dates: ["民國114年3月17日: - - 17 3 2025"]),
    Case(copy: "In Reiwa 7 and in B.E. 2568.", dates: ["Reiwa 7: - - - - 2025", "B.E. 2568: - - - - 2025"]),
    Case(copy: "On 17 Ramadan 1446 AH he died.", dates: ["17 Ramadan 1446 AH: - - 17 3 2025"]),
    Case(
      copy: "On 27 Esfand 1403 in Tehran, in 1446 AH.",
      dates: ["27 Esfand 1403: - - 17 3 2025", "1446 AH: - - - - 2024"]),
    Case(copy: "في 17 رمضان 1446 هـ", language: "ar", dates: ["17 رمضان 1446 هـ: - - 17 3 2025"]),
    Case(copy: "During Ramadan 17 people fasted; Tir 5, Dey 3.", dates: []),
  ])
  func `years of other calendars have their Gregorian value`(_ item: Case) throws { try expectDates(item) }

  @Test func `a span that writes its year once has it at both ends`() throws {
    let dates = try analysis("From 28 February–3 March 2025.", "en").dates
    #expect(dates.map(\.calendarDate?.description) == ["2025-02-28", "2025-03-03"])
  }

  private func expectDates(_ item: Case) throws {
    let analysis = try analysis(item.copy, item.language)
    let dates = analysis.dates.map { date in
      let parts = [date.weekday, date.firstDay, date.day, date.month, date.year].map { $0.map { "\($0.value)" } ?? "-" }
      return "\(analysis.string(in: date.range)): \(parts.joined(separator: " "))"
    }
    #expect(dates == item.dates)
  }

  @Test func `a date of digits keeps every reading that is a day`() throws {
    let analysis = try analysis("Then 03/04/2025, 17/03/2025, 03/17/2025, 31/02/2025 and 2025-03-17.", "en")
    #expect(
      analysis.dates.map(\.numericReadings) == [[.dayFirst, .monthFirst], .dayFirst, .monthFirst, [], .yearFirst])
  }

  @Test(arguments: [
    "Big news. — Ana Ruiz (@anaruiz) March 17, 2025",
    "Gran noticia. — Ana Ruiz (@anaruiz) 17 de marzo de 2025",
  ])
  func `the signature of a pasted post dates the article`(_ post: String) throws {
    let analysis = try analysis("A story of May 3, 2026.\n\n\(post)", "en")
    #expect(analysis.dateLowerBound == CalendarDate(year: 2025, month: 3, day: 17))
  }

  @Test func `copy without a signed post has no lower bound`() throws {
    #expect(try analysis("On March 17, 2025, he left (again) on May 3, 2026.", "en").dateLowerBound == nil)
  }
}
