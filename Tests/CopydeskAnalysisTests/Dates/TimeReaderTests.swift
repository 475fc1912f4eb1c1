// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskLanguageData
import CopydeskText
import Testing

@testable import CopydeskAnalysis

@Suite struct TimeReaderTests {
  /// Copy with its times: the text, then each time as `18:30`, with `?` if it may be of either half of the day.
  struct Case: CustomTestStringConvertible, Sendable {
    let copy: String
    var language = "en"
    var source: String?
    let times: [String]
    var testDescription: String { "\(language): \(copy)" }
  }

  private func analysis(_ copy: String, _ language: String, source: String? = nil) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(
      article,
      context: AnalysisContext(
        language: try #require(LanguageTag(language)), sourceLanguage: source.flatMap { LanguageTag($0) }))
  }

  private static func clock(_ time: TimeMention.Time) -> String {
    guard let minutes = time.minutes else { return "none" }
    let minute = minutes % 60
    return "\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)\(time.isAmbiguous ? "?" : "")"
  }

  private func expectTimes(_ item: Case) throws {
    let analysis = try analysis(item.copy, item.language, source: item.source)
    let times = analysis.times.map { mention in
      "\(analysis.string(in: mention.range)): \(mention.times.map { Self.clock($0) }.joined(separator: " "))"
    }
    #expect(times == item.times)
  }

  @Test(arguments: [
    Case(copy: "It began at 6:30 p.m. and ended at 8pm.", times: ["6:30 p.m.: 18:30", "8pm: 20:00"]),
    Case(copy: "At 8 p.m. ET (0000 GMT) it rained.", times: ["8 p.m. ET: 20:00", "0000 GMT: 0:00"]),
    Case(copy: "From 9 to 11 a.m. and 11-1 p.m.", times: ["9 to 11 a.m.: 9:00 11:00", "11-1 p.m.: 11:00 13:00"]),
    Case(copy: "At 18:30 or 6:30.", times: ["18:30: 18:30", "6:30: 6:30?"]),
    Case(copy: "Closed at noon, opened at midnight.", times: ["noon: 12:00", "midnight: 0:00"]),
    Case(copy: "At 12 a.m. and 12 p.m. and 12 noon.", times: ["12 a.m.: 0:00", "12 p.m.: 12:00", "12 noon: 12:00"]),
    Case(copy: "By six o’clock, or at 7 in the evening.", times: ["six o’clock: 6:00?", "7 in the evening: 19:00"]),
    Case(copy: "The race took 2:03:59; see John 3:16, won 3:2.", times: []),
    Case(copy: "It cost 18.30 and 6.5 p.m", times: []),
    Case(copy: "A 6.30pm kick-off, 18h30 in Paris.", times: ["6.30pm: 18:30", "18h30: 18:30"]),
    Case(copy: "We met at 25:00 and 14:30 p.m.", times: ["25:00: none", "14:30 p.m.: 14:30"]),
    Case(copy: "Held for about 16 hours, by 16 hours; it began at 1830 hours.", times: ["1830 hours: 18:30"]),
    Case(copy: "It came after 13:10 minutes, until 15:16 minutes.", times: []),
    Case(copy: "Three died, 8 in the morning raid.", times: []),
    Case(copy: "Midnight Oil played the post-midnight slot.", times: []),
  ])
  func `times of English copy are read by value`(_ item: Case) throws { try expectTimes(item) }

  @Test(arguments: [
    Case(
      copy: "Empezó a las 20:00 horas y acabó a las 8 de la tarde.", language: "es",
      times: ["20:00 horas: 20:00", "8 de la tarde: 20:00"]),
    Case(copy: "A las ocho y media de la noche.", language: "es", times: ["ocho y media de la noche: 20:30"]),
    Case(copy: "Durante 18 horas, hace 3 horas.", language: "es", times: []),
    Case(copy: "A las 6:30 p. m. (hora local).", language: "es-MX", times: ["6:30 p. m. (hora local): 18:30"]),
    Case(
      copy: "À 18h30, puis à 18 h 30 et à 20 heures.", language: "fr",
      times: ["18h30: 18:30", "18 h 30: 18:30", "20 heures: 20:00"]),
    Case(copy: "Un vol de 18 heures ; entre 9 h et 11 h.", language: "fr", times: ["9 h: 9:00", "11 h: 11:00"]),
    Case(copy: "De 9 h à 17 h, un délai de 9 h.", language: "fr", times: ["9 h à 17 h: 9:00 17:00"]),
    Case(copy: "Vers midi, l’après-midi, à minuit.", language: "fr", times: ["midi: 12:00", "minuit: 0:00"]),
    Case(
      copy: "Um 18 Uhr, 18.30 Uhr und 18 Uhr 45.", language: "de",
      times: ["18 Uhr: 18:00", "18.30 Uhr: 18:30", "18 Uhr 45: 18:45"]),
    Case(copy: "Von 9 bis 17 Uhr, um 6 am Montag.", language: "de", times: ["9 bis 17 Uhr: 9:00 17:00"]),
    Case(copy: "Um 8 Uhr abends (MEZ).", language: "de", times: ["8 Uhr abends (MEZ): 20:00"]),
    Case(
      copy: "Às 18h30, às 20h e às 8 da noite.", language: "pt-BR",
      times: ["18h30: 18:30", "20h: 20:00", "8 da noite: 20:00"]),
    Case(copy: "Alle 18.30 e alle ore 20; per 2 ore.", language: "it", times: ["18.30: 18:30", "20: 20:00"]),
    Case(
      copy: "В 18:00, в 7 часов утра и в 18.30 по московскому времени.", language: "ru",
      times: ["18:00: 18:00", "7 часов утра: 7:00", "18.30 по московскому времени: 18:30"]),
    Case(copy: "Через 3 дня, за 18 часов.", language: "ru", times: []),
    Case(
      copy: "О 18:00, о 8-й годині, о 20.30.", language: "uk",
      times: ["18:00: 18:00", "8-й годині: 8:00", "20.30: 20:30"]),
    Case(
      copy: "V 18.30 a v 18 hodin, 20:00.", language: "cs", times: ["18.30: 18:30", "18 hodin: 18:00", "20:00: 20:00"]),
    Case(copy: "O godz. 18 i o 18.30.", language: "pl", times: ["18: 18:00", "18.30: 18:30"]),
    Case(copy: "Om 20.00 uur en 18 uur later.", language: "nl", times: ["20.00 uur: 20:00"]),
  ])
  func `times of European copy are read by value`(_ item: Case) throws { try expectTimes(item) }

  @Test(arguments: [
    Case(copy: "会议于下午6点30分开始，18时结束。", language: "zh", times: ["下午6点30分: 18:30", "18时: 18:00"]),
    Case(copy: "股市下跌6点，用了3小时，晚上8时半。", language: "zh", times: ["晚上8时半: 20:30"]),
    Case(copy: "午後6時30分に始まり、18時間続いた。", language: "ja", times: ["午後6時30分: 18:30"]),
    Case(copy: "오후 6시 30분에 시작해 3시간 걸렸다.", language: "ko", times: ["오후 6시 30분: 18:30"]),
    Case(copy: "بدأ الاجتماع الساعة 6 مساءً.", language: "ar", times: ["6 مساءً: 18:00"]),
    Case(copy: "الساعة ٦:٣٠ صباحا.", language: "ar", times: ["٦:٣٠ صباحا: 6:30"]),
    Case(copy: "ב-18:30 ובשעה 20:00.", language: "he", times: ["18:30: 18:30", "20:00: 20:00"]),
    Case(copy: "शाम 6 बजे और सुबह 9:30 बजे।", language: "hi", times: ["शाम 6 बजे: 18:00", "सुबह 9:30 बजे: 9:30"]),
    Case(copy: "Saat 18.30'da ve sabah 9'da.", language: "tr", times: ["18.30: 18:30", "sabah 9: 9:00"]),
  ])
  func `times of other scripts are read by value`(_ item: Case) throws { try expectTimes(item) }

  @Test func `a zone has its distance from UTC`() throws {
    let times = try analysis("At 8 p.m. ET and 18:00 GMT.", "en").times
    #expect(times.map { $0.zone?.offsets ?? [] } == [[-300, -240], [0]])
  }

  @Test func `digits with a colon alone are no certain time`() throws {
    let times = try analysis("They led 18:16, then met at 18:16.", "en").times
    #expect(times.map(\.hasEvidence) == [false, true])
  }

  @Test func `every line of the table is used`() throws {
    let file = try #require(EmbeddedFile.named("times.txt"))
    let lines = file.bytes.split(separator: 0x0A).filter { $0.first != 0x23 }
    let unread = lines.filter { line in
      let lexicon = TimeLexicon(Array(line))
      return lexicon.entries.isEmpty && lexicon.twelveHourLanguages.isEmpty && lexicon.hourSignLanguages.isEmpty
        && lexicon.forms.isEmpty
    }
    #expect(unread.map { String(decoding: $0, as: UTF8.self) } == [])
  }

  @Test func `a source's dates and times are read in its own language`() throws {
    let source = try ArticleReader.read(InputText(path: "a.txt", text: "Am 17. März um 18.30 Uhr."), as: .text)
    let copy = try ArticleReader.read(InputText(path: "b.txt", text: "On March 17 at 6:30 p.m."), as: .text)
    let context = AnalysisContext(
      language: try #require(LanguageTag("en")), sourceLanguage: LanguageTag("de"))
    let analysis = ArticleAnalysis(
      copy, context: context,
      source: SourceCopy(source, alignment: SegmentAlignment(sourceCount: 1, targetCount: 1)))
    let read = try #require(analysis.source)
    #expect(read.dates.map(\.day?.value) == [17])
    #expect(read.times.map(\.time.minutes) == [1110])
    #expect(analysis.times.map(\.time.minutes) == [1110])
  }
}
