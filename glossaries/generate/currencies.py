# SPDX-License-Identifier: Apache-2.0
"""Currencies of ISO 4217 in use, with the names that CLDR gives them."""

import re

import icu

import canonical
import tables

LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "ru", "uk", "cs", "nl", "pl"]

# What ICU answers for countries without a currency.
NOT_MONEY = {"XXX", "XDR"}

# Money of countries that use a neighbor's too, which ICU answers instead.
SECOND = {"LSL"}

# Retired since the data of this ICU, with the last day as legal tender.
RETIRED = {"ANG": "2025-06-30", "BGN": "2026-01-31", "CUC": "2021-06-30", "HRK": "2023-01-14", "SLL": "2024-03-31"}

# Codes that newspapers print and that are neither words nor better known as something else.
CODES = set("""EUR USD GBP JPY CNY CHF AUD NZD MXN BRL ARS CLP UYU PYG VES HUF PLN CZK DKK RUB UAH BYN KZT INR PKR LKR
BDT THB VND IDR MYR SGD HKD TWD KRW EGP DZD TND NGN GHS UGX TZS ZAR XOF XAF KWD QAR""".split())

# Abbreviations in the letters of the currency's own country.
SYMBOLS = {"PLN": "zł", "CZK": "Kč"}

PLURALS = ("one", "few", "many", "other")


def bundle(language):
    """ICU's currency names of a language."""
    return icu.ResourceBundle(f"icudt{icu.ICU_VERSION.split('.')[0]}l-curr", icu.Locale(language))


def entries(table):
    """The entries of a table of ICU by key."""
    return {entry.getKey(): entry for entry in (table.get(index) for index in range(table.getSize()))}


def in_use():
    """The codes of currencies that are legal tender somewhere, in alphabetical order."""
    found = {icu.NumberFormat.createCurrencyInstance(icu.Locale("und_" + code)).getCurrency()
             for code in icu.Locale.getISOCountries()}
    return sorted((found | SECOND) - NOT_MONEY - set(RETIRED))


def clean(name):
    """A name as running text has it."""
    return name.replace("’", "'").replace("ʼ", "'").replace("ʻ", "'").replace("\u00a0", " ")


def names_in_text(texts, language):
    """The forms of a name as running text writes them."""
    if language == "pt":
        return [text[0].lower() + text[1:] if text.split()[0] not in ("CFA", "CFP") else text for text in texts]
    if language == "de":
        found = []
        for text in texts:
            match = re.fullmatch(r"([A-ZÄÖÜ])(\w+)(er|es|e) (.+)", text)
            # Adjectives have case endings and a small initial.
            endings = (match[3], "en") if match else ()
            found += [match[1].lower() + match[2] + ending + " " + match[4] for ending in endings] or [text]
        return found
    return texts


def concepts():
    """The concepts."""
    units = {}
    codes = in_use()
    for number, cells in tables.rows("currency-units.tsv", 9):
        if cells[0] not in codes:
            raise tables.TableError(f"currency-units.tsv:{number}: {cells[0]} is no currency in use")
        units[cells[0]] = dict(zip(LANGUAGES, cells[1:]))
    by_hand = {}
    for number, (code, language, cell) in tables.rows("currencies.tsv", 3):
        if code not in codes or language not in LANGUAGES:
            raise tables.TableError(f"currencies.tsv:{number}: no currency {code} or no language {language}")
        by_hand[(code, language)] = [] if cell == "-" else tables.items(cell)
    names = {}
    for language in LANGUAGES:
        resource = bundle(language)
        names[language] = entries(resource.get("Currencies")), entries(resource.get("CurrencyPlurals"))
    result = []
    for code in codes:
        terms = []
        for language in LANGUAGES:
            display, plurals = names[language]
            if code not in plurals:
                continue
            keys = entries(plurals[code])
            texts = [clean(keys[key].getString()) for key in PLURALS if key in keys]
            texts = list(dict.fromkeys(by_hand.get((code, language), names_in_text(texts, language))))
            texts = [text for text in texts if "(" not in text and "/" not in text]
            if not texts:
                continue
            unit = tables.items(units.get(code, {}).get(language, ""))
            # CLDR calls some currencies by their unit alone.
            if unit and set(texts) & set(unit):
                forms = [text for text in dict.fromkeys(texts + unit) if text != texts[0]]
                terms.append(canonical.Term(language, texts[0], forms=forms))
            else:
                terms.append(canonical.Term(language, texts[0], forms=texts[1:]))
                if unit:
                    terms.append(canonical.Term(language, unit[0], "admitted", "short", forms=unit[1:]))
            if code in CODES:
                terms.append(canonical.Term(language, code, "admitted", "acronym", "exact"))
            if code in SYMBOLS:
                terms.append(canonical.Term(language, SYMBOLS[code], "admitted", "abbreviation", "exact"))
        english = terms[0].text
        result.append(canonical.Concept(
            tables.slug(english), "term", ["currency"], f"Currency with the ISO 4217 code {code}.",
            "Unicode CLDR currencies, through ICU"
            + ("; names of generate/tables" if code in units or any(key[0] == code for key in by_hand) else ""),
            terms, external_ids={"iso-4217": code}))
    return sorted(result, key=lambda concept: concept.id)
