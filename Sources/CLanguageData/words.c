// SPDX-License-Identifier: Apache-2.0
//
// The word tables, made by Scripts/generate-word-tables.py; words/README.md has layout and licence.
// They are read where they lie, so each starts at a cache line.
#include "clanguagedata.h"

_Alignas(64) static const uint8_t words_cs[] = {
#embed "words/cs.words"
};
_Alignas(64) static const uint8_t words_de[] = {
#embed "words/de.words"
};
_Alignas(64) static const uint8_t words_en[] = {
#embed "words/en.words"
};
_Alignas(64) static const uint8_t words_es[] = {
#embed "words/es.words"
};
_Alignas(64) static const uint8_t words_fr[] = {
#embed "words/fr.words"
};
_Alignas(64) static const uint8_t words_it[] = {
#embed "words/it.words"
};
_Alignas(64) static const uint8_t words_nl[] = {
#embed "words/nl.words"
};
_Alignas(64) static const uint8_t words_pl[] = {
#embed "words/pl.words"
};
_Alignas(64) static const uint8_t words_pt[] = {
#embed "words/pt.words"
};
_Alignas(64) static const uint8_t words_ru[] = {
#embed "words/ru.words"
};
_Alignas(64) static const uint8_t words_uk[] = {
#embed "words/uk.words"
};

#define ENTRY(language) {#language, words_##language, sizeof words_##language}

// Sorted by language.
static const clanguagedata_file tables[] = {
    ENTRY(cs),
    ENTRY(de),
    ENTRY(en),
    ENTRY(es),
    ENTRY(fr),
    ENTRY(it),
    ENTRY(nl),
    ENTRY(pl),
    ENTRY(pt),
    ENTRY(ru),
    ENTRY(uk),
};

size_t clanguagedata_word_table_count(void) { return sizeof tables / sizeof tables[0]; }

clanguagedata_file clanguagedata_word_table_at(size_t index) { return tables[index]; }
