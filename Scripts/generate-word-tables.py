#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes Sources/CLanguageData/words/LANGUAGE.words from the word lists of wordfreq.

    python3 -m venv .venv && .venv/bin/pip install wordfreq==3.1.1
    .venv/bin/python Scripts/generate-word-tables.py            # write the tables
    .venv/bin/python Scripts/generate-word-tables.py --check    # compare with what is there

The layout, the key of a word and the licence of the data are described in
Sources/CLanguageData/words/README.md. The output depends on nothing but the
version of wordfreq and this file.
"""

import argparse
import importlib.metadata
import math
import pathlib
import struct
import sys
import unicodedata

LANGUAGES = "cs de en es fr it nl pl pt ru uk".split()
WORDFREQ = "3.1.1"
WORDS = 64_000  # most frequent words kept for each language
SLOTS = 16  # four-byte slots in a bucket: one cache line
LOAD = 0.80  # share of slots in use
CYRILLIC = {"ru", "uk"}

# Languages in which a token ends behind the apostrophe of an elided word, as in l'heure, with the
# short words that wordfreq lists without that apostrophe.
ELIDED = {
    "fr": "c d j l m n qu s t".split(),
    "it": "c d l m n s t un v".split(),
}

MASK = (1 << 64) - 1


def simple_fold(character):
    """Simple case folding (statuses C and S of CaseFolding.txt) of one character."""
    folded = character.casefold()
    if len(folded) == 1:
        return folded
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character


def fold(word):
    composed = unicodedata.normalize("NFC", word)
    folded = "".join(simple_fold(character) for character in composed)
    folded = unicodedata.normalize("NFC", folded)
    return folded.replace("\u2019", "'").replace("\u02bc", "'")


def key(word):
    """The token key of CopydeskAnalysis: FNV-1a, 64 bit, and a final mix."""
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    value ^= value >> 32
    value = (value * 0xD6E8FEB86659FD93) & MASK
    return value ^ (value >> 32)


def is_word(word, language):
    """Whether the word is made of letters of the language's script (and inner apostrophes)."""
    script = "CYRILLIC" if language in CYRILLIC else "LATIN"
    letters = 0
    for character in word:
        if character == "'":
            continue
        if unicodedata.category(character)[0] == "M":
            continue
        if unicodedata.category(character)[0] != "L":
            return False
        if not unicodedata.name(character, "").startswith(script):
            return False
        letters += 1
    return letters > 0 and not word.startswith("'") and not word.endswith("'")


def frequencies(language):
    """Yields folded words with their frequency, added up over their spellings."""
    import wordfreq

    total = {}
    for index, words in enumerate(wordfreq.get_frequency_list(language, "large")):
        frequency = 10 ** (-index / 100)
        for word in words:
            folded = fold(word)
            if is_word(folded, language):
                total[folded] = total.get(folded, 0.0) + frequency
    if language == "de":  # wordfreq folds ß to ss, simple case folding does not
        for word, frequency in list(total.items()):
            start = word.find("ss")
            while start >= 0:
                spelling = word[:start] + "ß" + word[start + 2 :]
                total[spelling] = max(total.get(spelling, 0.0), frequency)
                start = word.find("ss", start + 1)
    if language in ELIDED:
        for word, frequency in list(total.items()):
            parts = word.split("'")
            if len(parts) == 2:
                for part in (parts[0] + "'", parts[1]):
                    total[part] = total.get(part, 0.0) + frequency
        for word in ELIDED[language]:
            total[word + "'"] = total.get(word + "'", 0.0) + total[word]
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:WORDS]


def level(frequency):
    """32 × the Zipf value (log10 of occurrences in a billion words), 1 … 255."""
    return max(1, min(255, round(32 * math.log10(frequency * 1e9))))


def table(language):
    ranked = frequencies(language)
    count = math.ceil(len(ranked) / (SLOTS * LOAD))
    buckets = [[] for _ in range(count)]
    seen = set()
    for word, frequency in ranked:  # most frequent first, so the scan meets common words first
        value = key(word)
        home = ((value >> 32) * count) >> 32
        check = value & 0xFFFFFF
        while len(buckets[home]) == SLOTS:
            home = (home + 1) % count
        if (home, check) in seen:  # the more frequent of two words that cannot be told apart
            continue
        seen.add((home, check))
        buckets[home].append(check << 8 | level(frequency))
    floor = level(ranked[-1][1])
    header = b"CDWT" + struct.pack("<HBBII", 1, SLOTS, floor, count, len(seen))
    body = b"".join(struct.pack(f"<{SLOTS}I", *(slots + [0] * (SLOTS - len(slots)))) for slots in buckets)
    header += b"Cyrl" if language in CYRILLIC else b"Latn"
    return header.ljust(64, b"\0") + body


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    arguments = parser.parse_args()
    version = importlib.metadata.version("wordfreq")
    if version != WORDFREQ:
        sys.exit(f"wordfreq {version} is installed; the tables are made from {WORDFREQ}")
    folder = pathlib.Path(__file__).resolve().parent.parent / "Sources/CLanguageData/words"
    stale = []
    for language in arguments.languages:
        path = folder / f"{language}.words"
        data = table(language)
        if arguments.check:
            if not path.exists() or path.read_bytes() != data:
                stale.append(path.name)
        else:
            path.write_bytes(data)
            print(f"{path.name}: {len(data):,} bytes")
    if stale:
        sys.exit("out of date: " + ", ".join(stale))


if __name__ == "__main__":
    main()
