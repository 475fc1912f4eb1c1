// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText
internal import Synchronization

/// What a word can mean in a date.
public struct DateWordSense: Hashable, Sendable {
  /// The grammatical form of a name.
  public enum Form: UInt8, Sendable {
    /// As written behind a day: `марта`, `March`.
    case inDate
    /// As written alone, where that differs: `март`.
    case alone
    /// Shortened: `Mar.`.
    case short
    /// Another case of the word: `марте`, `пятницу`.
    case inflected
  }

  /// The languages in which the word means this.
  public fileprivate(set) var languages: LanguageSet
  /// The month 1...12, or the weekday from 0 for Sunday.
  public let value: Int
  /// Whether it is a month; otherwise it is a weekday.
  public let isMonth: Bool
  /// The grammatical form.
  public let form: Form
}

/// Month and weekday names of all supported languages in one table.
///
/// A word of an article costs one probe; nearly all end at an empty slot.
public struct DateLexicon: Sendable {
  /// Open addressing over token keys: the index of the first sense plus one, 0 for an empty slot.
  private var slots: [UInt16]
  private var keys: [UInt64]
  private var senses: [DateWordSense] = []
  /// For each sense the next one of the same word plus one, or 0.
  private var next: [UInt16] = []
  private static let mask = 4095

  /// The lexicon for a target language: the supported languages, and the target if it is none of them.
  public static func lexicon(for language: String) -> DateLexicon {
    if !LanguageSet(language).isDisjoint(with: .known) { return common }
    return others.withLock { cache in
      if let known = cache[language] { return known }
      var lexicon = common
      lexicon.addNames(ofICULocale: language)
      cache[language] = lexicon
      return lexicon
    }
  }

  private static let common = DateLexicon()
  private static let others = Mutex<[String: DateLexicon]>([:])

  private init() {
    slots = Array(repeating: 0, count: DateLexicon.mask + 1)
    keys = Array(repeating: 0, count: DateLexicon.mask + 1)
    senses.reserveCapacity(1400)
    next.reserveCapacity(1400)
    add(table: CLDRTable.dateNames)
    add(table: DateLexicon.additions)
  }

  /// Whether a word may stand for a month or weekday.
  @inline(__always)
  func firstSense(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & DateLexicon.mask
    while slots[slot] != 0 {
      if keys[slot] == key { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & DateLexicon.mask
    }
    return nil
  }

  /// Whether a word names a weekday in some language.
  static func isWeekday(_ key: UInt64) -> Bool { common.senses(of: key).contains { !$0.isMonth } }

  /// Everything a word can mean.
  public func senses(of key: UInt64) -> [DateWordSense] {
    guard let first = firstSense(of: key) else { return [] }
    var result: [DateWordSense] = []
    var index = first
    while true {
      result.append(senses[index])
      guard next[index] != 0 else { return result }
      index = Int(next[index]) - 1
    }
  }

  private mutating func insert(_ key: UInt64, _ sense: DateWordSense) {
    var slot = Int(truncatingIfNeeded: key) & DateLexicon.mask
    while slots[slot] != 0, keys[slot] != key { slot = (slot + 1) & DateLexicon.mask }
    guard slots[slot] != 0 else {
      keys[slot] = key
      slots[slot] = UInt16(senses.count + 1)
      senses.append(sense)
      next.append(0)
      return
    }
    var index = Int(slots[slot]) - 1
    while true {
      let known = senses[index]
      if known.isMonth == sense.isMonth, known.value == sense.value {
        // The fuller form wins: `May` is no abbreviation, `april` needs no second entry.
        if known.form == sense.form
          || !known.languages.isDisjoint(with: sense.languages) && known.form.rawValue < sense.form.rawValue
        {
          senses[index].languages.formUnion(sense.languages)
          return
        }
      }
      guard next[index] != 0 else { break }
      index = Int(next[index]) - 1
    }
    next[index] = UInt16(senses.count + 1)
    senses.append(sense)
    next.append(0)
  }

  /// Adds lines of `language|kind|name|…`; a name may be several words, of which the first counts.
  private mutating func add(table: String) {
    let characters = CharacterTable.shared
    let bytes = Array(table.utf8)
    let text = bytes.span
    var offset = 0
    while offset < bytes.count {
      var fields: [String] = []
      while fields.count < 2, offset < bytes.count {
        let start = offset
        while offset < bytes.count, bytes[offset] != 0x7C { offset += 1 }
        fields.append(String(decoding: bytes[start..<offset], as: UTF8.self))
        offset += 1
      }
      guard fields.count == 2 else { return }
      let language = LanguageSet(fields[0])
      let isMonth = !fields[1].hasSuffix("weekdays")
      let form: DateWordSense.Form =
        switch fields[1] {
        case "months-in-date", "weekdays": .inDate
        case "months-alone": .alone
        case "inflected-months", "inflected-weekdays": .inflected
        default: .short
        }
      var index = 0
      lines: while offset < bytes.count {
        var key = TokenKey()
        var isFirstWord = true
        var hasLetter = false
        var hasSecondWord = false
        while offset < bytes.count, text[offset] != 0x7C, text[offset] != 0x0A {
          let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
          offset += length
          let info = characters.info(of: codePoint)
          if codePoint == 0x2F {
            // `/` separates forms of one name.
            insert(
              key.value,
              DateWordSense(languages: language, value: isMonth ? index + 1 : index, isMonth: isMonth, form: form))
            key = TokenKey()
            isFirstWord = true
            hasLetter = false
          } else if isFirstWord, info.isLetter || info.kind == .apostrophe {
            key.add(codePoint: info.folded)
            hasLetter = true
          } else {
            isFirstWord = false
            if info.isLetter { hasSecondWord = true }
          }
        }
        if hasLetter {
          // Half a name, such as `segunda` of `segunda-feira`, is also another word: it does not count alone.
          let form = hasSecondWord ? .inflected : form
          insert(
            key.value,
            DateWordSense(languages: language, value: isMonth ? index + 1 : index, isMonth: isMonth, form: form))
        }
        index += 1
        let endsLine = offset < bytes.count && text[offset] == 0x0A
        offset += 1
        if endsLine { break lines }
      }
    }
  }

  private mutating func addNames(ofICULocale locale: String) {
    let kinds: [(String, LocaleData.DateNames)] = [
      ("months-in-date", .monthsInDate), ("months-alone", .monthsAlone), ("short-months", .shortMonthsInDate),
      ("weekdays", .weekdaysAlone), ("short-weekdays", .shortWeekdaysAlone),
    ]
    guard let names = try? LocaleData.names(kinds.map { $0.1 }, locale: locale) else { return }
    for (kind, list) in zip(kinds, names) {
      add(table: "\(locale)|\(kind.0)|\(list.joined(separator: "|"))")
    }
  }

  /// Names that newspapers write and CLDR does not list.
  ///
  /// Longer abbreviations (AP, EFE), Austrian months, accents left out, and the grammatical cases of
  /// Slavic names (nominative and genitive are CLDR's). Written for this project.
  private static let additions = """
    en|short-months|||||||||Sept
    en|short-weekdays|||Tues|Weds|Thur/Thurs
    es|months-in-date|||||||||setiembre
    es|short-months|ene|feb|mar|abr|may|jun|jul|ago|set/sept|oct|nov|dic
    es|inflected-weekdays||||miercoles|||sabado
    pt|months-in-date|||marco
    pt|inflected-weekdays|||terca||||sabado
    fr|short-months||fev||||||aout|||nov|dec
    fr|inflected-months||fevrier||||||aout||||decembre
    it|short-months|genn|febbr|||||||sett
    de|months-in-date|Jänner|Feber
    de|short-months|Jän|Febr|Mrz||||||Sept
    de|inflected-weekdays|Sonntags/Sonntagabend/Sonntagmorgen|Montags/Montagabend/Montagmorgen|Dienstags/Dienstagabend/Dienstagmorgen|Mittwochs/Mittwochabend/Mittwochmorgen|Donnerstags/Donnerstagabend/Donnerstagmorgen|Freitags/Freitagabend/Freitagmorgen|Samstags/Sonnabends/Sonnabend/Samstagabend/Samstagmorgen
    nl|short-months|||mrt
    ru|inflected-months|январе/январю/январём/январем|феврале/февралю/февралём/февралем|марте/марту/мартом|апреле/апрелю/апрелем|мае/маю/маем|июне/июню/июнем|июле/июлю/июлем|августе/августу/августом|сентябре/сентябрю/сентябрём/сентябрем|октябре/октябрю/октябрём/октябрем|ноябре/ноябрю/ноябрём/ноябрем|декабре/декабрю/декабрём/декабрем
    ru|inflected-weekdays|воскресенья/воскресенью/воскресеньем|понедельника/понедельнику/понедельником|вторника/вторнику/вторником|среду/среды/среде/средой|четверга/четвергу/четвергом|пятницу/пятницы/пятнице/пятницей|субботу/субботы/субботе/субботой
    uk|inflected-months|січні/січню/січнем|лютому/лютим|березні/березню/березнем|квітні/квітню/квітнем|травні/травню/травнем|червні/червню/червнем|липні/липню/липнем|серпні/серпню/серпнем|вересні/вересню/вереснем|жовтні/жовтню/жовтнем|листопаді/листопаду/листопадом|грудні/грудню/груднем
    uk|inflected-weekdays|неділю/неділі/неділею|понеділка/понеділку/понеділком|вівторка/вівторку/вівторком|середу/середи/середі/середою|четверга/четвергу/четвергом|п'ятницю/п'ятниці/п'ятницею|суботу/суботи/суботі/суботою
    cs|inflected-months|lednu/lednem|únoru/únorem|březnu/březnem|dubnu/dubnem|květnu/květnem|červnu/červnem|červenci/červencem|srpnu/srpnem|zářím|říjnu/říjnem|listopadu/listopadem|prosinci/prosincem
    cs|inflected-weekdays|neděli/nedělí||úterka|středu/středy/středou|čtvrtka/čtvrtku|pátku|sobotu/soboty/sobotě
    pl|inflected-months|styczniu/styczniem|lutym|marcu/marcem|kwietniu/kwietniem|maju/majem|czerwcu/czerwcem|lipcu/lipcem|sierpniu/sierpniem|wrześniu/wrześniem|październiku/październikiem|listopadzie/listopadem|grudniu/grudniem
    pl|inflected-weekdays|niedzielę/niedzieli|poniedziałku|wtorku|środę/środy|czwartku|piątku|sobotę/soboty
    """
}
