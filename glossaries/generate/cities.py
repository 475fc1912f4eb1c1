# SPDX-License-Identifier: Apache-2.0
"""Cities, with names from CLDR's exemplar cities, GeoNames and hand-written tables."""

import collections
import math
import re

import icu

import canonical
import countries
import geonames
import tables

LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "ru", "uk"]
LATIN = LANGUAGES[:6]

# From how many inhabitants on a city is in the glossary: fewer where newspapers name more of them, and where
# GeoNames does not count districts as cities.
CONTINENT_POPULATION = {"EU": 60_000, "NA": 100_000, "SA": 100_000, "OC": 100_000, "AF": 200_000, "AS": 200_000,
                        "AN": 200_000}
COUNTRY_POPULATION = {"CN": 400_000, "IN": 200_000, "BR": 150_000, "MX": 150_000}

# Countries whose own language is written in Latin letters: newspapers in other such languages take over the
# name of a city if they have none of their own.
LATIN_COUNTRIES = set("""
AR BO CL CO CR CU DO EC ES GT HN MX NI PA PE PR PY SV UY VE GQ
BR PT AO MZ CV GW ST
FR BE CH LU CI SN CM CD CG GA BF BJ TG ML NE TD GN MG HT DZ MA TN BI RW CF DJ
US GB CA AU NZ IE ZA NG GH KE UG TZ ZM ZW SL LR GM MW BW NA JM TT BB BS GY LS SZ SS PG FJ
DE AT IT NL DK SE NO FI IS PL CZ SK HU RO HR SI BA RS ME XK AL LT LV EE TR VN ID MY PH SG BN SR MT
AD LI MC SM AX FO GL GG JE IM AG DM KN LC VC BM KY VG VI TC AI MS AW CW SX BQ BL MF MQ GP GF PM
RE YT MU SC KM PF NC CK NU PN FM NR SB KI MH PW WS TO TV VU AS GU MP NF
""".split())

# Countries whose cities the languages of Europe write in one romanization.
ROMANIZED_COUNTRIES = set("CN TW JP KR IN PK BD LK NP".split())

# The least of these figures, for the comment of the file.
LEAST_POPULATION = 60_000

# A populated place this near to a far bigger one is a district of it, in km.
DISTRICT_DISTANCE = {"US": 8, "CA": 8}
DISTRICT_FACTOR = 2.5

# Names with these words are English; other languages translate them or leave the words out.
ENGLISH_WORDS = re.compile(r"^(New|North|South|East|West|Greater|Central) |\b(City|District|Town)$")
ENGLISH_COUNTRIES = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA"}

# English names that take an article.
ARTICLE = re.compile(r"^(United|Netherlands|Philippines|Dominican|Democratic|Central African|Republic|Palestinian|"
                     r"Czech Republic|Gambia|Bahamas|Maldives|Comoros|Isle of|Northern Mariana|Faroe|Cayman|Marshall|"
                     r"Falkland|Solomon|British Virgin|U\.S\. Virgin|Turks)")

# GeoNames' romanizations that an English newspaper writes without their signs.
PLAIN_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})


def variants(city):
    """All names GeoNames has for a city."""
    return {name.translate(PLAIN_SIGNS) for name in [city["name"], *city["alternatenames"]]}


def distance(left, right):
    """The distance of two cities in km, near enough for districts."""
    y = (left["latitude"] - right["latitude"]) * 111.2
    x = (left["longitude"] - right["longitude"]) * 111.2 * math.cos(math.radians(left["latitude"]))
    return math.hypot(x, y)


class Districts:
    """Tells districts from cities."""

    def __init__(self, cities):
        self.cells = collections.defaultdict(list)
        for city in cities:
            if city["population"] >= 200_000:
                self.cells[self.cell(city)].append(city)

    @staticmethod
    def cell(city):
        return round(city["latitude"] * 2), round(city["longitude"] * 2)

    def contain(self, city):
        """Whether the city is a district of a bigger one."""
        row, column = self.cell(city)
        limit = DISTRICT_DISTANCE.get(city["countrycode"], 13)
        near = (other for x in (-1, 0, 1) for y in (-1, 0, 1) for other in self.cells[(row + x, column + y)])
        return any(
            other is not city and other["countrycode"] == city["countrycode"]
            and other["population"] >= DISTRICT_FACTOR * city["population"] and distance(city, other) < limit
            for other in near)


class Exemplars:
    """CLDR's exemplar cities of time zones by GeoNames id."""

    # Zones whose exemplar has another spelling than GeoNames' name of the city.
    SPELLED = {"Africa/El_Aaiun": "Laayoune", "Africa/Ndjamena": "N'Djamena", "America/St_Johns": "St. John's",
               "Europe/Tirane": "Tirana"}

    def __init__(self, cities):
        self.names = {language: icu.TimeZoneNames.createInstance(icu.Locale(language)) for language in LANGUAGES}
        by_name = collections.defaultdict(list)
        for city in cities:
            by_name[tables.plain(city["name"])].append(city)
        self.zones = {}
        for zone in sorted(icu.TimeZone.createEnumeration()):
            if "/" not in zone or zone.startswith(("Etc/", "SystemV/", "US/")):
                continue
            name = self.SPELLED.get(zone) or self.names["en"].getExemplarLocationName(zone)
            found = [city for city in by_name[tables.plain(name)] if city["timezone"] == zone]
            if found:
                self.zones.setdefault(max(found, key=lambda city: city["population"])["geonameid"], zone)

    def name(self, city, language):
        """The exemplar's name, or nothing."""
        zone = self.zones.get(city["geonameid"])
        return self.names[language].getExemplarLocationName(zone).translate(PLAIN_SIGNS) if zone else ""


def table_names(cities):
    """The names of cities.tsv and cyrillic.tsv by GeoNames id and language: lists of status and texts, or nothing."""
    by_key = collections.defaultdict(list)
    for city in cities:
        by_key[(city["countrycode"], city["name"])].append(city)
    found = {}
    for table, languages in (("cities.tsv", LANGUAGES), ("cyrillic.tsv", ["ru", "uk"])):
        for number, cells in tables.rows(table, 2 + len(languages)):
            candidates = by_key.get((cells[0], cells[1]))
            if not candidates:
                raise tables.TableError(f"{table}:{number}: GeoNames has no city {cells[1]} in {cells[0]}")
            city = max(candidates, key=lambda city: city["population"])
            known = variants(city)
            names = found.setdefault(city["geonameid"], {})
            for language, cell in zip(languages, cells[2:]):
                if not cell:
                    continue
                if language in names:
                    raise tables.TableError(f"{table}:{number}: {cells[1]} has two lines for {language}")
                status = "admitted" if cell.startswith("~") else "preferred"
                texts = [] if cell == "-" else tables.items(cell.removeprefix("~"))
                for text in texts:
                    if text.startswith("!") == (text.removeprefix("!") in known):
                        raise tables.TableError(
                            f"{table}:{number}: GeoNames {'knows' if text[0] == '!' else 'does not know'} {text}")
                names[language] = status, [text.removeprefix("!") for text in texts]
    return found


class Taken:
    """The places of the hand-written glossaries, which are left out here."""

    def __init__(self):
        self.names = set()
        self.places = []
        for file in ("places.yml", "countries.yml", "latin-america-us.yml"):
            for concept in tables.shipped_names(tables.GLOSSARIES / file).values():
                texts = {text for texts in concept["names"].values() for text in texts}
                if concept["kind"] == "place":
                    self.names |= {text.lower() for text in texts}
                    if file == "places.yml" and concept["names"].get("en"):
                        self.places.append((concept["names"]["en"][0], texts))
        self.by_english = collections.defaultdict(list)
        for name, texts in self.places:
            self.by_english[name].append(texts)

    def has(self, city, known):
        """Whether a place of the glossaries is the city, or has its name."""
        if city["name"].lower() in self.names or tables.plain(city["name"]).lower() in self.names:
            return True
        return any(
            len(texts & known) >= 0.6 * len(texts)
            for name in known if name in self.by_english for texts in self.by_english[name])


def selected():
    """The cities of the glossary in order of population, one for each name."""
    cities = sorted(geonames.cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    by_country = geonames.countries()
    exemplars, hand, districts, taken = Exemplars(cities), table_names(cities), Districts(cities), Taken()
    left_out = set()
    for number, (country, names) in tables.rows("left-out.tsv", 2):
        left_out |= {(country, name) for name in tables.items(names)}
    names, result = set(), []
    for city in cities:
        code, name = city["countrycode"], city["name"]
        least = COUNTRY_POPULATION.get(code) or CONTINENT_POPULATION[by_country[code]["continentcode"]]
        is_known = city["geonameid"] in exemplars.zones or name == by_country[code]["capital"]
        in_table = city["geonameid"] in hand
        if city["population"] < least and not is_known and not in_table or (code, name) in left_out:
            continue
        if in_table and not any(texts for _, texts in hand[city["geonameid"]].values()) and (
                len(hand[city["geonameid"]]) >= len(LATIN)):
            continue
        if not is_known and not in_table and districts.contain(city):
            continue
        if name in names or taken.has(city, variants(city)):
            continue
        names.add(name)
        result.append(city)
    return result, exemplars, hand


def latin_term(city, language, exemplars):
    """The name of a city in a language with Latin letters where no table has one."""
    name = city["name"].translate(PLAIN_SIGNS)
    if city["countrycode"] == "RO":
        # GeoNames has the letters with cedillas that stood in for Romanian's own before Unicode had those.
        name = name.translate(str.maketrans("şţŞŢ", "șțȘȚ"))
    if city["countrycode"] == "RU":
        name = name.replace("'", "")
    known = variants(city)
    exemplar = exemplars.name(city, language)
    code = city["countrycode"]
    if exemplar and (exemplar in known or language == "en"):
        texts = [exemplar] + [name] * (language == "en" and tables.plain(name) == tables.plain(exemplar))
    elif code in LATIN_COUNTRIES:
        texts = [name]
    elif code in ROMANIZED_COUNTRIES:
        texts = [romanized(name, known)]
    elif language == "en":
        texts = [romanized(name, known)]
    else:
        return None
    if language != "en" and code not in ENGLISH_COUNTRIES and ENGLISH_WORDS.search(texts[0]):
        return None
    if not re.fullmatch(r"[A-Za-zÀ-ɏẠ-ỹ '.-]+", texts[0]) or tables.plain(texts[0])[0].islower():
        return None
    plain = tables.plain(texts[0])
    if plain != texts[0] and (plain in known or language == "en"):
        texts.append(plain)
    if city["countrycode"] == "RO" and city["name"] != name:
        texts.append(city["name"])
    texts = list(dict.fromkeys(texts))
    return canonical.Term(language, texts[0], forms=texts[1:])


def cyrillic_name(city, language, known):
    """The name of a Russian or Ukrainian city in its country's language: the one GeoNames' name romanizes."""
    if (city["countrycode"], language) not in (("RU", "ru"), ("UA", "uk")):
        return ""
    letters, scheme = {
        "ru": ("[А-ЯЁа-яё -]+", "Russian-Latin/BGN"), "uk": ("[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ' -]+", "Ukrainian-Latin/BGN")
    }[language]
    transliterator = icu.Transliterator.createInstance(scheme, icu.UTransDirection.FORWARD)

    def key(text):
        text = re.sub("[^a-z]", "", tables.plain(text).lower())
        return re.sub("(y|i)+", "i", text)

    found = [name for name in sorted(known)
             if re.fullmatch(letters, name) and key(transliterator.transliterate(name)) == key(city["name"])]
    # Of two spellings the one with ё is the fuller one; newspapers write е.
    plain = {name.replace("ё", "е") for name in found}
    return plain.pop() if len(plain) == 1 else ""


def romanized(name, known):
    """A romanization as newspapers print it."""
    plain = re.sub(r"-(si|shi|gun)$", "", tables.plain(name))
    for sign in ("'", ""):
        if plain.replace("'", sign) in known:
            return plain.replace("'", sign)
    return plain.replace("'", "") if plain.replace("'", "") in known else plain


def concepts():
    """The concepts."""
    cities, exemplars, hand = selected()
    result, ids = [], set()
    for city in cities:
        terms = []
        by_hand = hand.get(city["geonameid"], {})
        for language in LANGUAGES:
            if language in by_hand:
                status, texts = by_hand[language]
                if texts:
                    terms.append(canonical.Term(language, texts[0], status, forms=texts[1:]))
            elif language in LATIN:
                if term := latin_term(city, language, exemplars):
                    terms.append(term)
            elif name := exemplars.name(city, language) or cyrillic_name(city, language, variants(city)):
                if re.fullmatch(r"[А-ЯЁІЇЄҐа-яёіїєґ' -]+", name):
                    terms.append(canonical.Term(language, name))
        if not terms:
            continue
        country = countries.english(city["countrycode"]).replace("’", "'").replace(" & ", " and ")
        country = country.replace("DR Congo", "Democratic Republic of the Congo").replace(" (Burma)", "")
        english = next((term.text for term in terms if term.language == "en"), city["name"])
        identifier = tables.slug(english)
        if identifier in ids:
            continue
        ids.add(identifier)
        sources = [f"GeoNames {city['geonameid']}, CC BY 4.0"]
        if city["geonameid"] in exemplars.zones:
            sources.append("Unicode CLDR exemplar cities, through ICU")
        if by_hand:
            sources.append("names chosen in generate/tables")
        result.append(canonical.Concept(
            identifier, "place", ["city"],
            f"City in {'the ' if ARTICLE.match(country) else ''}{country}.", "; ".join(sources), terms,
            external_ids={"geonames": str(city["geonameid"])}))
    return sorted(result, key=lambda concept: concept.id)
