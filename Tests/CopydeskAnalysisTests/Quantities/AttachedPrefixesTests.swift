// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CopydeskAnalysis

/// Quantities of languages that write prepositions, articles and “and” together with the word behind them, and of
/// others that write from right to left or with digits of their own.
@Suite struct AttachedPrefixesTests {
  typealias Case = QuantityReaderTests.Case

  @Test(arguments: [
    Case("ar", "قُتل خمسة وعشرون شخصا", "خمسة وعشرون = number 25"),
    Case("ar", "وعشرون شخصا بثلاثة أيام", "وعشرون = number 20", "بثلاثة أيام = number 3 day"),
    Case("ar", "بعشرين مليون دولار", "بعشرين مليون دولار = number 20000000 $"),
    Case("ar", "بلغت ألفين وخمسمئة", "ألفين وخمسمئة = number 2500"),
    Case("ar", "مليون وثلاثمئة ألف نسمة", "مليون وثلاثمئة ألف = number 1300000"),
    Case("ar", "كلف مليونين ونصف", "مليونين ونصف = number 2500000"),
    Case("ar", "بعد عامين", "عامين = number 2 year"),
    Case("ar", "حوالي 25 ثم ب30 شخصا", "25 = number 25 about", "30 = number 30"),
    Case("ar", "بنسبة ٢٥٪ و٣٫٥ في المئة", "٢٥٪ = number 25 %", "٣٫٥ في المئة = number 3.5 %"),
    Case("ar", "١٬٢٠٠ شخص", "١٬٢٠٠ = number 1200"),
    Case("he", "ב-17 ערים ול-30 איש", "17 = number 17", "30 = number 30"),
    Case("he", "כ-50 איש", "50 = number 50 about"),
    Case("he", "ב־2.5 מיליון דולר", "2.5 מיליון דולר = number 2500000 $"),
    Case("he", "עשרים וחמישה אנשים", "עשרים וחמישה = number 25"),
    Case("he", "אלפיים ושלוש מאות", "אלפיים ושלוש מאות = number 2300"),
    Case("he", "לפני שנתיים וחצי", "שנתיים וחצי = number 2.5 year"),
    Case("he", "בשלושה ימים", "בשלושה ימים = number 3 day"),
    Case("he", "עלה מיליון שקל", "מיליון שקל = number 1000000 ILS"),
    Case("he", "250 ק“ג", "250 ק“ג = number 250 kilogram"),
    Case("hi", "१२ लोग", "१२ = number 12"),
    Case("hi", "5 करोड़ रुपये", "5 करोड़ रुपये = number 50000000 INR"),
    Case("hi", "ढाई लाख लोग", "ढाई लाख = number 250000"),
    Case("hi", "पच्चीस हज़ार और 10 प्रतिशत", "पच्चीस हज़ार = number 25000", "10 प्रतिशत = number 10 %"),
    Case("fa", "بیست و پنج نفر و ۱۲ درصد", "بیست و پنج = number 25", "۱۲ درصد = number 12 %"),
    Case("fa", "حدود ۲٫۵ میلیون دلار", "۲٫۵ میلیون دلار = number 2500000 $ about"),
    Case("th", "ใช้เงิน 2.5 ล้านบาท", "2.5 ล้านบาท = number 2500000 THB"),
    Case("th", "มีผู้เสียชีวิต ๒๕ คน", "๒๕ = number 25"),
    Case("tr", "%25 ve yüzde 30", "%25 = number 25 %", "yüzde 30 = number 30 %"),
    Case("tr", "2,5 milyar dolar", "2,5 milyar dolar = number 2500000000 $"),
  ])
  func `numbers are read by value`(_ item: Case) throws {
    #expect(try QuantityReaderTests.quantities(item.copy, item.language) == item.quantities)
  }
}
