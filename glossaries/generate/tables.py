# SPDX-License-Identifier: Apache-2.0
"""Reads the hand-written tables."""

import pathlib
import re
import unicodedata

TABLES = pathlib.Path(__file__).parent / "tables"
GLOSSARIES = pathlib.Path(__file__).parent.parent


class TableError(Exception):
    """A line of a table that cannot be right."""


def rows(name, columns):
    """The lines of a table as lists of cells, filled up to the number of columns, with their line numbers."""
    for number, line in enumerate((TABLES / name).read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns or unicodedata.normalize("NFC", line) != line:
            raise TableError(f"{name}:{number}: expected at most {columns} cells in normalization form C")
        yield number, [cell.strip() for cell in cells] + [""] * (columns - len(cells))


def items(cell):
    """The parts of a cell that holds a list."""
    return [item.strip() for item in cell.split("|") if item.strip()]


def plain(text):
    """A text in Latin letters without diacritics."""
    text = text.translate(str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
                                         "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "a", "Ə": "A",
                                         "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H"}))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text):
    """A concept's id from an English name."""
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "").replace(".", "")).strip("-")


def shipped_names(path):
    """The ids of a glossary's concepts with their texts by language: preferred and admitted terms and forms.

    This reads the canonical form only, which is all that this folder holds.
    """
    concepts, concept, language, in_list = {}, None, None, None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := re.fullmatch(r"  - id: (.*)", line):
            concept = concepts.setdefault(match[1].strip('"'), {"kind": "term", "names": {}})
        elif match := re.fullmatch(r"    kind: (\w+)", line):
            concept["kind"] = match[1]
        elif match := re.fullmatch(r"      ([a-z]{2,3}(?:-\w+)*):", line):
            language, in_list = match[1], None
        elif match := re.fullmatch(r"        - (?:text: )?(.*)", line):
            concept["names"].setdefault(language, []).append(match[1].strip('"'))
            in_list = None
        elif match := re.fullmatch(r"          (forms|exceptions|scopes|validity):(?: \[(.*)\])?.*", line):
            in_list = match[1]
            if match[1] == "forms" and match[2]:
                concept["names"][language] += [item.strip().strip('"') for item in match[2].split(",")]
        elif (match := re.fullmatch(r"            - (.*)", line)) and in_list == "forms":
            concept["names"][language].append(match[1].strip('"'))
    return concepts
