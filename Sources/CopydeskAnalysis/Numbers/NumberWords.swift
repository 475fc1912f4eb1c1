// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Words around numbers that tell what a number is, in all supported languages at once.
///
/// A wrong language's word does no harm here: nobody writes `Uhr` behind a number in Spanish, unless it was left over.
/// Written for this project.
public enum NumberWords {
  /// Millions and more, with their abbreviations.
  public static let scales = keys(
    """
    million millions billion billions trillion trillions bn mn tn m millón millones billón billones mil miles
    milliard milliards mille md mds mio mrd millionen milliarde milliarden billion billionen
    milhão milhões bilhão bilhões bilião mi bi tri trilhão trilhões milione milioni miliardo miliardi mln mld
    миллион миллиона миллионов миллионам миллионами миллионах миллиард миллиарда миллиардов миллиардам триллион триллиона
    триллионов тысяча тысячи тысяч млн млрд трлн тыс мільйон мільйона мільйони мільйонів мільйонам мільярд мільярда
    мільярди мільярдів трильйон трильйона трильйонів тисяч тисячі тисяча тис
    milion milionu miliony milionů milionech milionům miliarda miliardy miliard miliardu mil tis bilion bilionu bilionů
    miljoen miljard biljoen milionów miliona miliardów tysięcy tysiące tys
    """)

  /// Percentages in words.
  public static let percents = keys(
    """
    percent percentage pc pp ciento cento cent prozent prozentpunkte prozentpunkten процент процента процентов
    відсоток відсотка відсотків процентів procent procenta procento pct
    """)

  /// Units of measure, points of a judge, and names of currencies, behind which decimals are usual.
  public static let units = keys(
    """
    s sec secs second seconds ms minute minutes min mins hour hours h m km cm mm metre metres meter meters kilometre
    kilometres kilometer kilometers mile miles inch inches foot feet ft mph kmh kph g kg mg t ton tons tonne tonnes gram
    grams kilogram kilograms kilo kilos lb lbs pound pounds ounce ounces oz l ml litre litres liter liters gallon gallons
    ha hectare hectares acre acres ghz mhz khz hz w kw mw gw kwh mwh gwh twh terawatt terawatts gigawatt gigawatts megawatt megawatts kilowatt kilowatts v kv gb tb mb degree degrees °c point points
    gr grs segundo segundos minuto minutos hora horas metro metros kilómetro kilómetros quilômetro quilômetros quilómetro
    quilómetros centímetro centímetros milímetro milímetros gramo gramos kilogramo kilogramos quilo quilos tonelada
    toneladas litro litros hectárea hectáreas hectare grado grados grau graus punto puntos ponto pontos milla millas milha
    milhas pulgada pulgadas seconde secondes minute mètre mètres kilomètre kilomètres centimètre centimètres millimètre
    millimètres gramme grammes kilogramme kilogrammes tonnes litres degré degrés point pouces mille milles sekunde sekunden
    minuten stunde stunden metern kilometern zentimeter millimeter gramm kilogramm tonnen liter hektar grad punkt punkte
    punkten meilen zoll secondo secondi minuti ore metri chilometro chilometri centimetri millimetri grammi chilogrammi
    chili tonnellata tonnellate litri ettari gradi punti miglia pollici
    секунда секунды секунд минута минуты минут час часа часов метр метра метров километр километра километров сантиметр
    сантиметра сантиметров миллиметра миллиметров грамм грамма граммов килограмм килограмма килограммов тонна тонны тонн
    литр литра литров гектар гектара гектаров градус градуса градусов балл балла баллов очко очка очков м км см мм кг г т
    га л с сек мин ч миля мили миль дюйм дюйма дюймов
    секунди хвилина хвилини хвилин година години годин метри метрів кілометр кілометра кілометри кілометрів сантиметри
    сантиметрів міліметрів грами грамів кілограм кілограма кілограмів тонни тон літр літра літрів гектара гектарів
    градуси градусів бал бала балів очок сек хв год милі миль дюймів
    sekund sekundy minuta minuty minut hodina hodiny hodin metr metru metry metrů kilometr kilometru kilometry kilometrů
    centimetr centimetru centimetry centimetrů milimetrů gramů kilogram kilogramu kilogramů tun tuny tuna litr litru litrů
    hektar hektaru hektarů stupně stupňů bod bodu body bodů mil míle palce palců metrów kilometrów ton litrów punktów stopni
    """)

  /// Units that sport and science give with three decimals: seconds, points, degrees, ratios.
  public static let preciseUnits = keys(
    """
    s sec secs second seconds ms min mins minute minutes point points degree degrees times ghz mhz khz hz average rating
    ratio grade gpa segundo segundos punto puntos ponto pontos seconde secondes sekunde sekunden punkt punkte punkten
    secondo secondi punti grad grado grados grau graus degré degrés gradi секунда секунды секунд секунди сек с балл балла
    баллов бал бала балів очко очка очков очок раз раза градус градуса градусов градуси градусів sekund sekundy bod bodu
    body bodů stupně stupňů punktów veces vezes fois mal volte krát разів рази
    """)

  /// Names of currencies; a price with three decimals is rarer than a price in thousands.
  public static let currencies = keys(
    """
    dollar dollars euro euros pound pounds peso pesos ruble rubles rouble roubles yuan yen rupee rupees real reais cents cent
    pence franc francs usd eur gbp dólar dólares euros peso dollaro dollari dollaren eurů koruna koruny korun kč рубль рубля
    рублей доллар доллара долларов евро гривна гривен гривня гривні гривень долар долара доларів євро dolar dolaru dolary
    dolarů libra libras livre livres pfund франков фунт фунтов фунтів złoty złotych bolívar bolívares bitcoin bitcoins
    """)

  /// Words before a number that names rather than counts: sections, versions, channels.
  public static let references = keys(
    """
    tables tabelas figuras tabellen abbildungen tableaux tablas проект проекта проекту проекте проектом проєкт проєкту
    article articles art section sections sect sec chapter ch paragraph para page pages p pp figure fig table version
    versions v ver volume vol issue number no nos nr n item clause rule level route channel ref isbn ios android windows
    usb html web bluetooth python java firmware artículo artículos sección capítulo cap párrafo página pág versión número
    núm ley decreto norma resolución apartado inciso fracción artigo artigos seção capítulo parágrafo versão lei articolo
    articoli sezione capitolo paragrafo versione legge comma alinéa chapitre paragraphe verset loi décret norme rubrique
    artikel abschnitt kapitel absatz ziffer seite nummer vers tabelle abbildung stufe klasse norm статья статьи статье
    статью ст пункт пункта пункту п пп версия версии версию глава главы часть части раздел раздела закон закона номер
    рис таблица статьей статьёй статьям статьями статьях статей пунктом пунктами пунктов пунктах версией версиях
    главе главой частью ч частей разделе разделом стаття статтею статтям статтями статтях статей пунктом пунктами
    пунктів пунктах версією розділі розділу розділом частиною частини ч статті статтю версія версії розділ частина частини номер článek článku čl bod bodu kapitola
    odstavec odstavce odstavci verze verzi verzí článkem článcích bodem kapitole kapitoly strana str číslo č obr tabulka norma ustawa artykuł rozdział wersja punkt
    """)

  /// Words and abbreviations behind a time of day written with a period.
  public static let clockUnits = keys(
    """
    uhr h hs hrs hora horas heure heures ore hodin hodině hodiny hod ч час часа часов часу год годині години годин uur pm am
    gmt utc msk мск godz godzinie noon
    """)

  /// Words before a time of day.
  public static let clockPrepositions = keys("um gegen ab at las às as alle dalle ore в о об ve v kl godz om")

  /// Words before a day written as `17.3`.
  public static let dayPrepositions = keys(
    "am vom zum bis seit el del al le du au il dne от с до по від до з od do dnia na")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { TokenKey.key(of: $0) })
  }
}
