# SPDX-License-Identifier: Apache-2.0
"""Makes the generated glossaries: countries, currencies and cities.

Usage: python3 generate.py [--check] [NAME ...]

With --check nothing is written, and the exit status is 1 if a file differs from what would be made.
"""

import pathlib
import sys

import icu

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import canonical
import cities
import countries
import currencies
import demonyms
import exceptions
import geonames
import tables

# Another version of ICU has other names.
ICU_VERSION = "72"

NOTICE = ["Made by generate/generate.py; edit its tables, not this file."]


def make_countries():
    """Countries and territories, and behind them the adjectives and names of their inhabitants."""
    places = countries.concepts(geonames.countries(), members())
    exceptions.add(places)
    people = demonyms.concepts(country_names(places), {concept.id for concept in places})
    return canonical.document(
        "countries", "Countries, territories and their inhabitants", "Unicode-DFS-2016 AND Apache-2.0",
        countries.LANGUAGES, places + people,
        ["Countries and territories of ISO 3166-1 and Kosovo, and the adjectives and names of their inhabitants,",
         "of which a form is as good as the term.", "", *NOTICE,
         "Countries that were renamed or go by two names are in places.yml."])


def members():
    """The members of the United Nations: the lines of the table of demonyms but the last few."""
    return {cells[0] for _, cells in tables.rows("demonyms.tsv", 7)} - {"XK", "PS", "TW", "PR", "GL"} | {"GB", "US"}


def country_names(places):
    """The names of countries by language, those of CLDR and of places.yml included."""
    names = {}
    for code in countries.codes():
        for language in countries.LANGUAGES:
            names.setdefault(language, set()).add(
                countries.clean(icu.Locale("und_" + code).getDisplayCountry(icu.Locale(language)), language))
    for concept in places:
        for term in concept.terms:
            names[term.language].update([term.text, *term.forms])
    for concept in tables.shipped_names(tables.GLOSSARIES / "places.yml").values():
        for language, texts in concept["names"].items():
            names.setdefault(language, set()).update(texts)
    return names


def make_currencies():
    """Currencies in use."""
    return canonical.document(
        "currencies", "Currencies", "Unicode-DFS-2016 AND Apache-2.0", currencies.LANGUAGES, currencies.concepts(),
        ["Currencies of ISO 4217 that are in use.", "", *NOTICE])


def make_cities():
    """Cities."""
    concepts = cities.concepts()
    exceptions.add(concepts)
    return canonical.document(
        "cities", "Cities", "CC-BY-4.0 AND Unicode-DFS-2016 AND Apache-2.0", cities.LANGUAGES, concepts,
        ["Cities of the world with more than " + f"{cities.LEAST_POPULATION:,}" + " inhabitants and smaller ones with",
         "names in several languages. Contains data of GeoNames (https://www.geonames.org), CC BY 4.0.", "", *NOTICE,
         "Cities that places.yml has are left out."])


MAKERS = {"countries": make_countries, "currencies": make_currencies, "cities": make_cities}


def main(arguments):
    """Makes or checks the files named, or all."""
    check = "--check" in arguments
    names = [argument for argument in arguments if argument != "--check"] or list(MAKERS)
    if icu.ICU_VERSION.split(".")[0] != ICU_VERSION:
        print(f"warning: made with ICU {icu.ICU_VERSION}; the files are of ICU {ICU_VERSION}", file=sys.stderr)
    status = 0
    for name in names:
        text = MAKERS[name]()
        path = tables.GLOSSARIES / f"{name}.yml"
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path.name} differs from what generate.py makes", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except tables.TableError as error:
        sys.exit(str(error))
