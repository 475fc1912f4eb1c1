// SPDX-License-Identifier: Apache-2.0
//
// Generated from CLDR through ICU by `COPYDESK_RECORD=1 swift test --filter CLDRTableTests`. Do not edit.
// CLDR data is under the Unicode License, https://www.unicode.org/license.txt

/// CLDR facts that every run needs, written down so that no run waits for ICU to load them.
///
/// Opening ICU's number and date formats takes about 1 ms for one locale and 3 ms for eleven.
enum CLDRTable {
  /// The ICU the table was made with.
  static let icuVersion = "72.1"

  /// Locale, decimal sign, grouping sign, patterns for a date in words and a date in digits.
  static let conventions = """
    en|.|,|MMMM d, y|M/d/y
    en-AE|.|,|d MMMM y|dd/MM/y
    en-AG|.|,|d MMMM y|dd/MM/y
    en-AI|.|,|d MMMM y|dd/MM/y
    en-AT|,|.|d MMMM y|dd/MM/y
    en-AU|.|,|d MMMM y|dd/MM/y
    en-BB|.|,|d MMMM y|dd/MM/y
    en-BE|,|.|d MMMM y|d/M/y
    en-BM|.|,|d MMMM y|dd/MM/y
    en-BS|.|,|d MMMM y|dd/MM/y
    en-BW|.|,|d MMMM y|dd/MM/y
    en-BZ|.|,|d MMMM y|dd/MM/y
    en-CC|.|,|d MMMM y|dd/MM/y
    en-CH|.|’|d MMMM y|dd.MM.y
    en-CK|.|,|d MMMM y|dd/MM/y
    en-CM|.|,|d MMMM y|dd/MM/y
    en-CX|.|,|d MMMM y|dd/MM/y
    en-CY|.|,|d MMMM y|dd/MM/y
    en-DE|,|.|d MMMM y|dd/MM/y
    en-DG|.|,|d MMMM y|dd/MM/y
    en-DK|,|.|d MMMM y|dd/MM/y
    en-DM|.|,|d MMMM y|dd/MM/y
    en-ER|.|,|d MMMM y|dd/MM/y
    en-FI|,|\u{A0}|d MMMM y|dd/MM/y
    en-FJ|.|,|d MMMM y|dd/MM/y
    en-FK|.|,|d MMMM y|dd/MM/y
    en-FM|.|,|d MMMM y|dd/MM/y
    en-GB|.|,|d MMMM y|dd/MM/y
    en-GD|.|,|d MMMM y|dd/MM/y
    en-GG|.|,|d MMMM y|dd/MM/y
    en-GH|.|,|d MMMM y|dd/MM/y
    en-GI|.|,|d MMMM y|dd/MM/y
    en-GM|.|,|d MMMM y|dd/MM/y
    en-GY|.|,|d MMMM y|dd/MM/y
    en-HK|.|,|d MMMM y|d/M/y
    en-IE|.|,|d MMMM y|d/M/y
    en-IL|.|,|d MMMM y|dd/MM/y
    en-IM|.|,|d MMMM y|dd/MM/y
    en-IN|.|,|d MMMM y|d/M/y
    en-IO|.|,|d MMMM y|dd/MM/y
    en-JE|.|,|d MMMM y|dd/MM/y
    en-JM|.|,|d MMMM y|dd/MM/y
    en-KE|.|,|d MMMM y|dd/MM/y
    en-KI|.|,|d MMMM y|dd/MM/y
    en-KN|.|,|d MMMM y|dd/MM/y
    en-KY|.|,|d MMMM y|dd/MM/y
    en-LC|.|,|d MMMM y|dd/MM/y
    en-LR|.|,|d MMMM y|dd/MM/y
    en-LS|.|,|d MMMM y|dd/MM/y
    en-MG|.|,|d MMMM y|dd/MM/y
    en-MO|.|,|d MMMM y|dd/MM/y
    en-MS|.|,|d MMMM y|dd/MM/y
    en-MT|.|,|d MMMM y|dd/MM/y
    en-MU|.|,|d MMMM y|dd/MM/y
    en-MV|.|,|d MMMM y|dd/MM/y
    en-MW|.|,|d MMMM y|dd/MM/y
    en-MY|.|,|d MMMM y|dd/MM/y
    en-NA|.|,|d MMMM y|dd/MM/y
    en-NF|.|,|d MMMM y|dd/MM/y
    en-NG|.|,|d MMMM y|dd/MM/y
    en-NL|,|.|d MMMM y|dd/MM/y
    en-NR|.|,|d MMMM y|dd/MM/y
    en-NU|.|,|d MMMM y|dd/MM/y
    en-NZ|.|,|d MMMM y|d/MM/y
    en-PG|.|,|d MMMM y|dd/MM/y
    en-PK|.|,|d MMMM y|dd/MM/y
    en-PN|.|,|d MMMM y|dd/MM/y
    en-PW|.|,|d MMMM y|dd/MM/y
    en-RW|.|,|d MMMM y|dd/MM/y
    en-SB|.|,|d MMMM y|dd/MM/y
    en-SC|.|,|d MMMM y|dd/MM/y
    en-SD|.|,|d MMMM y|dd/MM/y
    en-SE|,|\u{A0}|d MMMM y|y-MM-dd
    en-SG|.|,|d MMMM y|dd/MM/y
    en-SH|.|,|d MMMM y|dd/MM/y
    en-SI|,|.|d MMMM y|dd/MM/y
    en-SL|.|,|d MMMM y|dd/MM/y
    en-SS|.|,|d MMMM y|dd/MM/y
    en-SX|.|,|d MMMM y|dd/MM/y
    en-SZ|.|,|d MMMM y|dd/MM/y
    en-TC|.|,|d MMMM y|dd/MM/y
    en-TK|.|,|d MMMM y|dd/MM/y
    en-TO|.|,|d MMMM y|dd/MM/y
    en-TT|.|,|d MMMM y|dd/MM/y
    en-TV|.|,|d MMMM y|dd/MM/y
    en-TZ|.|,|d MMMM y|dd/MM/y
    en-UG|.|,|d MMMM y|dd/MM/y
    en-VC|.|,|d MMMM y|dd/MM/y
    en-VG|.|,|d MMMM y|dd/MM/y
    en-VU|.|,|d MMMM y|dd/MM/y
    en-WS|.|,|d MMMM y|dd/MM/y
    en-ZA|,|\u{A0}|d MMMM y|y/MM/dd
    en-ZM|.|,|d MMMM y|dd/MM/y
    en-ZW|.|,|d MMMM y|d/M/y
    es|,|.|d 'de' MMMM 'de' y|d/M/y
    es-BR|.|,|d 'de' MMMM 'de' y|d/M/y
    es-BZ|.|,|d 'de' MMMM 'de' y|d/M/y
    es-CL|,|.|d 'de' MMMM 'de' y|dd-MM-y
    es-CR|,|\u{A0}|d 'de' MMMM 'de' y|d/M/y
    es-CU|.|,|d 'de' MMMM 'de' y|d/M/y
    es-DO|.|,|d 'de' MMMM 'de' y|d/M/y
    es-GT|.|,|d 'de' MMMM 'de' y|d/M/y
    es-HN|.|,|d 'de' MMMM 'de' y|d/M/y
    es-MX|.|,|d 'de' MMMM 'de' y|d/M/y
    es-NI|.|,|d 'de' MMMM 'de' y|d/M/y
    es-PA|.|,|d 'de' MMMM 'de' y|MM/dd/y
    es-PE|.|,|d 'de' MMMM 'de' y|d/M/y
    es-PR|.|,|d 'de' MMMM 'de' y|MM/dd/y
    es-SV|.|,|d 'de' MMMM 'de' y|d/M/y
    es-US|.|,|d 'de' MMMM 'de' y|d/M/y
    es-419|.|,|d 'de' MMMM 'de' y|d/M/y
    fr|,|\u{202F}|d MMMM y|dd/MM/y
    fr-CA|,|\u{A0}|d MMMM y|y-MM-dd
    fr-CH|,|\u{202F}|d MMMM y|dd.MM.y
    fr-LU|,|.|d MMMM y|dd/MM/y
    fr-MA|,|.|d MMMM y|dd/MM/y
    de|,|.|d. MMMM y|d.M.y
    de-AT|,|\u{A0}|d. MMMM y|d.M.y
    de-CH|.|’|d. MMMM y|d.M.y
    de-LI|.|’|d. MMMM y|d.M.y
    pt|,|.|d 'de' MMMM 'de' y|dd/MM/y
    pt-AO|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-CH|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-CV|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-FR|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-GQ|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-GW|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-LU|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-MO|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-MZ|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-PT|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-ST|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    pt-TL|,|\u{A0}|d 'de' MMMM 'de' y|dd/MM/y
    it|,|.|d MMMM y|d/M/y
    it-CH|.|’|d MMMM y|d/M/y
    ru|,|\u{A0}|d MMMM y\u{202F}'г'.|dd.MM.y
    uk|,|\u{A0}|d MMMM y\u{202F}'р'.|dd.MM.y
    cs|,|\u{A0}|d. MMMM y|d. M. y
    nl|,|.|d MMMM y|d-M-y
    nl-BE|,|.|d MMMM y|d/M/y
    pl|,|\u{A0}|d MMMM y|d.MM.y
    tr|,|.|d MMMM y|dd.MM.y
    ar|٫|٬|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-AE|.|,|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-DZ|,|.|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-EH|.|,|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-LY|,|.|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-MA|,|.|d MMMM y|d\u{200F}/M\u{200F}/y
    ar-SA|٫|٬|d MMMM y G|d\u{200F}/M\u{200F}/y G
    ar-TN|,|.|d MMMM y|d\u{200F}/M\u{200F}/y
    he|.|,|d בMMMM y|d.M.y
    hi|.|,|d MMMM y|d/M/y
    zh|.|,|y年M月d日|y/M/d
    zh-HK|.|,|y年M月d日|d/M/y
    zh-MO|.|,|y年M月d日|d/M/y
    zh-SG|.|,|y年M月d日|y年M月d日
    ja|.|,|y年M月d日|y/M/d
    ko|.|,|y년 MMMM d일|y. M. d.
    """

  /// Language, kind, names from January or from Sunday on.
  static let dateNames = """
    en|months-in-date|January|February|March|April|May|June|July|August|September|October|November|December
    en|months-alone|January|February|March|April|May|June|July|August|September|October|November|December
    en|short-months-in-date|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
    en|short-months-alone|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
    en|weekdays|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday
    en|short-weekdays|Sun|Mon|Tue|Wed|Thu|Fri|Sat
    es|months-in-date|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
    es|months-alone|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
    es|short-months-in-date|ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic
    es|short-months-alone|ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic
    es|weekdays|domingo|lunes|martes|miércoles|jueves|viernes|sábado
    es|short-weekdays|dom|lun|mar|mié|jue|vie|sáb
    fr|months-in-date|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
    fr|months-alone|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
    fr|short-months-in-date|janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
    fr|short-months-alone|janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
    fr|weekdays|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi
    fr|short-weekdays|dim.|lun.|mar.|mer.|jeu.|ven.|sam.
    de|months-in-date|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
    de|months-alone|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
    de|short-months-in-date|Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.
    de|short-months-alone|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez
    de|weekdays|Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag
    de|short-weekdays|So|Mo|Di|Mi|Do|Fr|Sa
    pt|months-in-date|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
    pt|months-alone|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
    pt|short-months-in-date|jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
    pt|short-months-alone|jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
    pt|weekdays|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado
    pt|short-weekdays|dom.|seg.|ter.|qua.|qui.|sex.|sáb.
    it|months-in-date|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
    it|months-alone|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
    it|short-months-in-date|gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
    it|short-months-alone|gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
    it|weekdays|domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato
    it|short-weekdays|dom|lun|mar|mer|gio|ven|sab
    ru|months-in-date|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
    ru|months-alone|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь
    ru|short-months-in-date|янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.
    ru|short-months-alone|янв.|февр.|март|апр.|май|июнь|июль|авг.|сент.|окт.|нояб.|дек.
    ru|weekdays|воскресенье|понедельник|вторник|среда|четверг|пятница|суббота
    ru|short-weekdays|вс|пн|вт|ср|чт|пт|сб
    uk|months-in-date|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
    uk|months-alone|січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень
    uk|short-months-in-date|січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.
    uk|short-months-alone|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру
    uk|weekdays|неділя|понеділок|вівторок|середа|четвер|пʼятниця|субота
    uk|short-weekdays|нд|пн|вт|ср|чт|пт|сб
    cs|months-in-date|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
    cs|months-alone|leden|únor|březen|duben|květen|červen|červenec|srpen|září|říjen|listopad|prosinec
    cs|short-months-in-date|led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|lis|pro
    cs|short-months-alone|led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|lis|pro
    cs|weekdays|neděle|pondělí|úterý|středa|čtvrtek|pátek|sobota
    cs|short-weekdays|ne|po|út|st|čt|pá|so
    nl|months-in-date|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
    nl|months-alone|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
    nl|short-months-in-date|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec
    nl|short-months-alone|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec
    nl|weekdays|zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag
    nl|short-weekdays|zo|ma|di|wo|do|vr|za
    pl|months-in-date|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia
    pl|months-alone|styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień
    pl|short-months-in-date|sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru
    pl|short-months-alone|sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru
    pl|weekdays|niedziela|poniedziałek|wtorek|środa|czwartek|piątek|sobota
    pl|short-weekdays|niedz.|pon.|wt.|śr.|czw.|pt.|sob.
    tr|months-in-date|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
    tr|months-alone|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
    tr|short-months-in-date|Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara
    tr|short-months-alone|Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara
    tr|weekdays|Pazar|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi
    tr|short-weekdays|Paz|Pzt|Sal|Çar|Per|Cum|Cmt
    ar|months-in-date|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    ar|months-alone|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    ar|short-months-in-date|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    ar|short-months-alone|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    ar|weekdays|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت
    ar|short-weekdays|الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت
    he|months-in-date|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
    he|months-alone|ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
    he|short-months-in-date|ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳
    he|short-months-alone|ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳
    he|weekdays|יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת
    he|short-weekdays|יום א׳|יום ב׳|יום ג׳|יום ד׳|יום ה׳|יום ו׳|שבת
    hi|months-in-date|जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर
    hi|months-alone|जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्तूबर|नवंबर|दिसंबर
    hi|short-months-in-date|जन॰|फ़र॰|मार्च|अप्रैल|मई|जून|जुल॰|अग॰|सित॰|अक्तू॰|नव॰|दिस॰
    hi|short-months-alone|जन॰|फ़र॰|मार्च|अप्रैल|मई|जून|जुल॰|अग॰|सित॰|अक्तू॰|नव॰|दिस॰
    hi|weekdays|रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार
    hi|short-weekdays|रवि|सोम|मंगल|बुध|गुरु|शुक्र|शनि
    zh|months-in-date|一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
    zh|months-alone|一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
    zh|short-months-in-date|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    zh|short-months-alone|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    zh|weekdays|星期日|星期一|星期二|星期三|星期四|星期五|星期六
    zh|short-weekdays|周日|周一|周二|周三|周四|周五|周六
    ja|months-in-date|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    ja|months-alone|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    ja|short-months-in-date|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    ja|short-months-alone|1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    ja|weekdays|日曜日|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日
    ja|short-weekdays|日|月|火|水|木|金|土
    ko|months-in-date|1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
    ko|months-alone|1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
    ko|short-months-in-date|1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
    ko|short-months-alone|1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
    ko|weekdays|일요일|월요일|화요일|수요일|목요일|금요일|토요일
    ko|short-weekdays|일|월|화|수|목|금|토
    """
}
