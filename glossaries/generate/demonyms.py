# SPDX-License-Identifier: Apache-2.0
"""Adjectives and names of inhabitants of countries, from the table of demonyms and rules of inflection."""

import canonical
import countries
import tables

LANGUAGES = ["en", "es", "fr", "de", "pt", "it"]


def english(word):
    """The word and, behind “+s”, its plural."""
    return [word[:-2], word[:-2] + "s"] if word.endswith("+s") else [word]


def spanish(word):
    """Masculine and feminine, singular and plural."""
    endings = [("és", "esa eses esas"), ("án", "ana anes anas"), ("ón", "ona ones onas"), ("ín", "ina ines inas")]
    for ending, others in endings:
        if word.endswith(ending):
            return [word] + [word[:-2] + other for other in others.split()]
    if word.endswith(("í", "ú")):
        return [word, word + "es", word + "s"]
    if word.endswith("ol"):
        return [word, word + "a", word + "es", word + "as"]
    if word.endswith("o"):
        return [word] + [word[:-1] + ending for ending in ("a", "os", "as")]
    return [word] if word.endswith("s") else [word, word + ("s" if word[-1] in "aei" else "es")]


def portuguese(word):
    """Masculine and feminine, singular and plural."""
    if word.endswith("ês"):
        return [word] + [word[:-2] + ending for ending in ("esa", "eses", "esas")]
    if word.endswith("o"):
        return [word] + [word[:-1] + ending for ending in ("a", "os", "as")]
    return [word, word + "s"]


def italian(word):
    """Masculine and feminine, singular and plural."""
    if word.endswith("o"):
        if word.endswith(("co", "go")):
            raise tables.TableError(f"demonyms.tsv: {word} needs its plurals")
        return [word] + [word[:-1] + ending for ending in ("a", "i", "e")]
    if word.endswith(("ta", "ga")):
        return [word] + [word[:-1] + ending for ending in ("i", "e")]
    return [word, word[:-1] + "i"] if word.endswith("e") else [word]


def french(word):
    """Masculine and feminine, singular and plural."""
    if word.endswith("en"):
        feminine = word + "ne"
    else:
        feminine = word if word.endswith("e") else word + "e"
    plural = word if word.endswith("s") else word + "s"
    return list(dict.fromkeys([word, feminine, plural, feminine + "s"]))


def german(word):
    """All cases of an adjective, or of the names of men and women."""
    if word.endswith("sch"):
        return [word] + [word + ending for ending in ("e", "en", "er", "es", "em")]
    if word.endswith("er"):
        return [word] + [word + ending for ending in ("n", "s", "in", "innen")]
    if word.endswith("e"):
        return [word] + [word + "n", word[:-1] + "in", word[:-1] + "innen"]
    raise tables.TableError(f"demonyms.tsv: {word} needs its forms")


RULES = {"en": english, "es": spanish, "fr": french, "de": german, "pt": portuguese, "it": italian}


def words(cell, language):
    """The term and its forms."""
    found = []
    for word in cell.split(","):
        found += word.split("|") if "|" in word else RULES[language](word)
    return list(dict.fromkeys(found))


def concepts(place_names, countries_here):
    """The concepts.

    - countries_here: the ids of the countries in the same glossary.
    - place_names: the names of countries by language, so that a form such as “argentina” is told from
      Argentina by its capital.
    """
    result = []
    known = set(countries.codes()) | {"XK"}
    for number, cells in tables.rows("demonyms.tsv", 7):
        code = cells[0]
        if code not in known:
            raise tables.TableError(f"demonyms.tsv:{number}: unknown country {code}")
        terms = []
        for language, cell in zip(LANGUAGES, cells[1:]):
            if not cell:
                continue
            forms = words(cell, language)
            term = canonical.Term(language, forms[0], forms=forms[1:])
            names = {name.lower() for name in place_names[language]}
            if any(form.lower() in names and form[0].islower() for form in forms):
                # At the start of a sentence only the forms that are no country's name are sure.
                capitals = [form[0].upper() + form[1:] for form in forms if form.lower() not in names]
                term.case = "exact"
                term.forms += [form for form in capitals if form not in forms]
            terms.append(term)
        name = countries.english(code)
        result.append(canonical.Concept(
            "demonym-" + tables.slug(name), "term", ["demonym"], f"Of {article(name)}, or a person from there.",
            "Written by hand in generate/tables/demonyms.tsv", terms,
            related=tables.slug(name) if tables.slug(name) in countries_here else ""))
    return sorted(result, key=lambda concept: concept.id)


def article(name):
    """An English country name with the article that running text gives it."""
    name = name.replace("’", "'").replace(" & ", " and ").replace("Myanmar (Burma)", "Myanmar")
    takes = name.endswith(("Republic", "Islands", "States", "Emirates", "Kingdom", "lands", "Philippines", "Maldives",
                           "Bahamas", "Seychelles", "Comoros", "Territories", "Gambia")) or name in ("DR Congo", "Republic of the Congo")
    return ("the " if takes else "") + name
