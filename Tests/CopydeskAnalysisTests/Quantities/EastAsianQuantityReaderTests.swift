// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

@Suite struct EastAsianQuantityReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let language: String
    let copy: String
    /// The quantities, each with its text.
    let quantities: [String]
    var testDescription: String { "\(language): \(copy)" }

    init(_ language: String, _ copy: String, _ quantities: String...) {
      self.language = language
      self.copy = copy
      self.quantities = quantities
    }
  }

  private static func quantities(_ copy: String, _ language: String) throws -> [String] {
    let text = Array(copy.utf8)
    let tag = try #require(LanguageTag(language))
    let tokens = Tokenizer(language: language).tokens(in: text)
    let conventions = LocaleConventions.conventions(for: tag, houseStyle: nil)
    let segments = [0..<tokens.count]
    let numbers = NumberReader.numbers(
      in: text, tokens: tokens, segments: segments, conventions: conventions.numbers, dates: [])
    let quantities = QuantityReader.quantities(
      in: text, tokens: tokens, segments: segments, lexicon: QuantityLexicon.lexicon(for: language), numbers: numbers,
      dates: [], times: [], conventions: conventions.numbers)
    for quantity in quantities {
      let touched = tokens.indices.filter { tokens[$0].range.overlaps(quantity.range) }
      #expect(touched.first == quantity.tokens.lowerBound && touched.last == quantity.tokens.upperBound - 1)
    }
    return quantities.map { "\(String(decoding: text[$0.range.offsets], as: UTF8.self)) = \($0)" }
  }

  @Test(arguments: [
    Case("zh", "造成二十五人死亡", "二十五人 = number 25"),
    Case("zh", "人口一百二十万。", "一百二十万 = number 1200000"),
    Case("zh", "投资3亿5000万元。", "3亿5000万元 = number 350000000 -YUAN"),
    Case("zh", "价值1.5万亿美元的", "1.5万亿美元 = number 1500000000000 USD"),
    Case("zh", "共两万五千名学生", "两万五千名 = number 25000"),
    Case("zh", "花了两万五", "两万五 = number 25000"),
    Case("zh", "一百零五家公司", "一百零五家 = number 105"),
    Case("zh", "壹佰贰拾元整", "壹佰贰拾元 = number 120 -YUAN"),
    Case("zh", "上涨百分之二十五", "百分之二十五 = number 25 %"),
    Case("zh", "上涨百分之3.5。", "百分之3.5 = number 3.5 %"),
    Case("zh", "三分之一的人", "三分之一 = fraction 1/3"),
    Case("zh", "七成受访者", "七成 = number 70 %"),
    Case("zh", "上升１２％", "１２％ = number 12 %"),
    Case("zh", "上升0.25个百分点", "0.25个百分点 = number 0.25 percentage-point"),
    Case("zh", "约1,200人", "1,200人 = number 1200 about"),
    Case("zh", "20多万人", "20多万人 = number 200000 about"),
    Case("zh", "300余名", "300余名 = number 300 about"),
    Case("zh", "近 300 万选民", "300 万 = number 3000000 about"),
    Case("zh", "200 多万美元", "200 多万美元 = number 2000000 USD about"),
    Case("zh", "时速约120公里", "120公里 = number 120 kilometer-per-hour about"),
    Case("zh", "基准为3.70%-4.20%", "3.70% = number 3.7 % from", "4.20% = number 4.2 % to"),
    Case("zh", "2400兆瓦和5千米", "2400兆瓦 = number 2400 megawatt", "5千米 = number 5 kilometer"),
    Case("zh", "近百人受伤", "百人 = number 100 about"),
    Case("zh", "三点五亿元", "三点五亿元 = number 350000000 -YUAN"),
    Case("zh", "用了两个半小时", "两个半小时 = number 2.5 hour"),
    Case("zh", "工作了3年半", "3年半 = number 3.5 year"),
    Case("zh", "3个小时后", "3个小时 = number 3 hour"),
    Case("zh", "10至15人", "10 = number 10 from", "15人 = number 15 to"),
    Case("zh", "2~3万人", "2 = number 2 or 20000 from", "3万人 = number 30000 to"),
    Case("zh", "以3比2获胜", "3 = score 3", "2 = score 2"),
    Case("zh", "第二十五届奥运会", "第二十五届 = ordinal 25"),
    Case("zh", "20世纪90年代", "20世纪 = century 20", "90年代 = decade 90 or 1990"),
    Case(
      "zh", "2025年3月17日下午3点30分",
      "2025年 = year 2025", "3月 = date 3", "17日 = date 17", "3点 = time 3", "30分 = time 30"),
    Case("zh", "二〇二五年", "二〇二五年 = year 2025"),
    Case("zh", "气温零下5摄氏度", "5摄氏度 = number 5 or -5 celsius"),
    Case("zh", "人民币5000元", "人民币5000元 = number 5000 CNY"),
    Case("zh", "$500万", "$500万 = number 5000000 $"),
    Case("zh", "5G网络和COVID-19", "5 = code 5", "19 = code 19"),
  ])
  func `Chinese numbers are read by value`(_ item: Case) throws {
    #expect(try Self.quantities(item.copy, item.language) == item.quantities)
  }

  @Test(arguments: [
    "一些人一起走", "统一的标准", "三星和三菱", "十分重要", "百度与万科", "千万不要", "两岸关系", "四川和九寨沟", "七夕节", "五角大楼",
    "数十万人", "十几个人", "几百人", "三四个人", "一名男子", "第一线", "万一下雨", "成千上万的人", "唯一的办法",
  ])
  func `Chinese words are no numbers`(_ copy: String) throws {
    #expect(try Self.quantities(copy, "zh") == [])
  }

  @Test(arguments: [
    Case("ja", "1億2000万円の予算", "1億2000万円 = number 120000000 JPY"),
    Case("ja", "1.2兆円", "1.2兆円 = number 1200000000000 JPY"),
    Case("ja", "3万5000人が参加", "3万5000人 = number 35000"),
    Case("ja", "２割が反対", "２割 = number 20 %"),
    Case("ja", "３分の１が", "３分の１ = fraction 1/3"),
    Case("ja", "約50人", "50人 = number 50 about"),
    Case("ja", "100人以上", "100人以上 = number 100 about"),
    Case("ja", "１・５倍", "１・５倍 = number 1.5"),
    Case("ja", "2万6469・89ドル", "2万6469・89ドル = number 26469.89 $"),
    Case("ja", "23（大正12）年の", "23 = year 1923 or 23", "大正12 = year 1923 or 12"),
    Case("ja", "電話は０９０・８８５９・５９２８", "０９０ = code 90", "８８５９ = number 8859", "５９２８ = number 5928"),
    Case("ja", "25日に発表", "25日 = ordinal 25"),
    Case("ja", "登録者数30万人", "30万人 = number 300000"),
    Case("ja", "1万0363・18と続落", "1万0363・18 = number 10363.18"),
    Case("ja", "1825～69年", "1825 = year 1825 from", "69年 = number 69 or 1869 year to"),
    Case("ja", "1 万 5 千ドル", "1 万 5 千ドル = number 15000 $"),
    Case("ja", "04～05年の事件", "04 = number 4 or 2004 year from", "05年 = number 5 or 2005 year to"),
    Case("ja", "時速12マイルで", "12マイル = number 12 mile-per-hour"),
    Case("ja", "二十五歳", "二十五歳 = number 25 year"),
    Case("ja", "午後3時30分", "3時 = time 3", "30分 = time 30"),
    Case("ja", "3時間半", "3時間半 = number 3.5 hour"),
    Case("ja", "令和7年度", "令和7年度 = year 2025 or 7"),
    Case("ja", "3位に入った", "3位 = ordinal 3"),
    Case("ja", "30代の男性", "30代 = decade 30"),
    Case("ja", "2対1で", "2 = score 2", "1 = score 1"),
    Case("ja", "0.5ポイント", "0.5ポイント = number 0.5 percentage-point"),
    Case("ja", "500万ポンド", "500万ポンド = number 5000000 -POUND"),
    Case("ja", "10日間", "10日間 = number 10 day"),
  ])
  func `Japanese numbers are read by value`(_ item: Case) throws {
    #expect(try Self.quantities(item.copy, item.language) == item.quantities)
  }

  @Test(arguments: [
    "一般の人", "一部の人", "三菱と万博", "十分な", "千葉と九州と四国", "八百屋", "五十嵐さん", "数十人", "数10人", "何千人", "十数人", "百貨店", "統一する",
  ])
  func `Japanese words are no numbers`(_ copy: String) throws {
    #expect(try Self.quantities(copy, "ja") == [])
  }

  @Test(arguments: [
    Case("ko", "1억 2000만 원을", "1억 2000만 원 = number 120000000 KRW"),
    Case("ko", "2만5천명이", "2만5천명 = number 25000"),
    Case("ko", "만 5천 명", "만 5천 명 = number 15000"),
    Case("ko", "세 명이 숨졌다", "세 명 = number 3"),
    Case("ko", "스무 살", "스무 살 = number 20 year"),
    Case("ko", "스물다섯 살", "스물다섯 살 = number 25 year"),
    Case("ko", "100여 명", "100여 명 = number 100 about"),
    Case("ko", "약 30%", "30% = number 30 % about"),
    Case("ko", "3분의 1", "3분의 1 = fraction 1/3"),
    Case("ko", "2025년 3월 17일", "2025년 = year 2025", "3월 = date 3", "17일 = date 17"),
    Case("ko", "오후 6시 30분", "6시 = time 6", "30분 = time 30"),
    Case("ko", "코로나19 확진자", "19 = code 19"),
    Case("ko", "3조 5천억 달러", "3조 5천억 달러 = number 3500000000000 $"),
    Case("ko", "0.5%포인트", "0.5%포인트 = number 0.5 percentage-point"),
    Case("ko", "2위를 차지", "2위 = ordinal 2"),
    Case("ko", "3대 2로", "3 = score 3", "2 = score 2"),
    Case("ko", "차량 3대가", "3대 = number 3"),
    Case("ko", "두 시간 반", "두 시간 반 = number 2.5 hour"),
  ])
  func `Korean numbers are read by value`(_ item: Case) throws {
    #expect(try Self.quantities(item.copy, item.language) == item.quantities)
  }

  @Test(arguments: ["세계 각국", "두바이에서", "만약 그렇다면", "수백 명", "네이버와 이천시", "한 명도"])
  func `Korean words are no numbers`(_ copy: String) throws {
    #expect(try Self.quantities(copy, "ko") == [])
  }
}
