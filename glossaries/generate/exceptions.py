# SPDX-License-Identifier: Apache-2.0
"""Longer names that hold the name of a place and are no translation's business."""

import tables


def words(text):
    """The words of a name, as far as comparing needs them."""
    return text.lower().replace("-", " ").replace("'", " ").split()


def contains(longer, shorter):
    """Whether a name has the words of another in a row, and more."""
    long, short = words(longer), words(shorter)
    return len(long) > len(short) and any(
        long[start:start + len(short)] == short for start in range(len(long) - len(short) + 1))


def add(concepts):
    """Gives the places of a glossary the exceptions of the table.

    The exceptions stand with the first term of each language, since copy in that language may hold the name in
    another, and with each further term that they contain.
    """
    by_id = {concept.id: concept for concept in concepts if concept.kind == "place"}
    for _, (identifier, cell) in tables.rows("exceptions.tsv", 2):
        if identifier not in by_id:
            continue
        concept = by_id[identifier]
        names = [name for term in concept.terms for name in [term.text, *term.forms]]
        found = [text for text in tables.items(cell) if any(contains(text, name) for name in names)]
        if len(found) < len(tables.items(cell)):
            raise tables.TableError(f"exceptions.tsv: {set(tables.items(cell)) - set(found)} have no name of {identifier}")
        seen = set()
        for term in concept.terms:
            own = [text for text in found if term.language not in seen
                   or any(contains(text, name) for name in [term.text, *term.forms])]
            seen.add(term.language)
            term.exceptions += [text for text in own if text not in term.exceptions]
