# SPDX-License-Identifier: Apache-2.0
"""Writes glossaries byte for byte as `copydesk glossary format` does."""

import unicodedata
from dataclasses import dataclass, field

LINE_LIMIT = 110
RESERVED = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"}


@dataclass
class Term:
    """A name in one language; `language` decides where it stands."""

    language: str
    text: str
    status: str = "preferred"
    type: str = "full"
    case: str = "permissive"
    forms: list = field(default_factory=list)
    exceptions: list = field(default_factory=list)


@dataclass
class Concept:
    """One thing with the terms that name it."""

    id: str
    kind: str
    domain: list
    definition: str
    source: str
    terms: list
    note: str = ""
    related: str = ""
    external_ids: dict = field(default_factory=dict)


def is_hidden(character):
    """Whether a reader of the file could overlook the character or take it for a plain space."""
    return character < " " or "\x7f" <= character < "\xa0" or unicodedata.category(character) in (
        "Zs", "Zl", "Zp", "Cf") and character != " "


def is_plain(text, in_brackets):
    """Whether every YAML reader takes the scalar for a text without quotation marks."""
    if not text or text != text.strip(" ") or text.endswith(":") or text[0] in "-?:,[]{}#&*!|>'\"%@`=<":
        return False
    if text.lower() in RESERVED or any(c.isdigit() for c in text) and all(c in "0123456789+,-.:E_e" for c in text):
        return False
    if ": " in text or " #" in text or in_brackets and any(c in ",[]{}" for c in text):
        return False
    return not any(is_hidden(c) for c in text)


def scalar(text, in_brackets=False):
    """A text as a YAML scalar."""
    if is_plain(text, in_brackets):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if any(is_hidden(c) for c in escaped):
        raise ValueError(f"unexpected hidden character in {text!r}")
    return f'"{escaped}"'


def sequence(key, items, indent):
    """A key with a list of texts, on one line if it is short enough."""
    joined = "[" + ", ".join(scalar(item, True) for item in items) + "]"
    if indent + len(key) + 2 + len(joined) <= LINE_LIMIT:
        return [f"{' ' * indent}{key}: {joined}"]
    return [f"{' ' * indent}{key}:"] + [f"{' ' * (indent + 2)}- {scalar(item)}" for item in items]


def term_lines(term):
    """A term as an item of the list of its language."""
    pairs = [("status", term.status, "preferred"), ("type", term.type, "full"), ("case", term.case, "permissive")]
    said = [f"{key}: {value}" for key, value, default in pairs if value != default]
    if not said and not term.forms and not term.exceptions:
        return [f"        - {scalar(term.text)}"]
    lines = [f"        - text: {scalar(term.text)}"] + [f"          {line}" for line in said]
    for key in ("forms", "exceptions"):
        if getattr(term, key):
            lines += sequence(key, getattr(term, key), 10)
    return lines


def concept_lines(concept, languages):
    """A concept as an item of the list of concepts."""
    lines = [f"  - id: {scalar(concept.id)}"]
    if concept.kind != "term":
        lines.append(f"    kind: {concept.kind}")
    lines += sequence("domain", concept.domain, 4)
    for key in ("definition", "source", "note"):
        if getattr(concept, key):
            lines.append(f"    {key}: {scalar(getattr(concept, key))}")
    if concept.related:
        lines.append(f"    relations: {{related: {scalar(concept.related, True)}}}")
    if concept.external_ids:
        joined = ", ".join(f"{scalar(k, True)}: {scalar(v, True)}" for k, v in concept.external_ids.items())
        lines.append(f"    external-ids: {{{joined}}}")
    lines.append("    terms:")
    for language in languages:
        terms = [term for term in concept.terms if term.language == language]
        if terms:
            lines.append(f"      {language}:")
            for term in terms:
                lines += term_lines(term)
    return lines


def document(identifier, title, license, languages, concepts, comments):
    """The text of a glossary file."""
    lines = [f"# {comment}".rstrip() for comment in comments]
    lines += [f"glossary: {identifier}", f"title: {scalar(title)}", f"license: {scalar(license)}"]
    lines += sequence("languages", languages, 0) + ["", "concepts:"]
    for number, concept in enumerate(concepts):
        if number:
            lines.append("")
        lines += concept_lines(concept, languages)
    return "\n".join(lines) + "\n"
