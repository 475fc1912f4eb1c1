// SPDX-License-Identifier: Apache-2.0
#include "clanguagedata.h"

// One line a file; keep sorted by name. The first argument names the array, the second the file.
#define COPYDESK_DATA_FILES(X)                                      \
  X(borrowed_phrases, "borrowed-phrases.txt")                       \
  X(caption_labels, "caption-labels.yml")                           \
  X(dates, "dates.txt")                                             \
  X(foreign_notations, "foreign-notations.yml")                     \
  X(html_entities, "html-entities.txt")                             \
  X(inflection_cs, "inflections/cs.txt")                            \
  X(inflection_de, "inflections/de.txt")                            \
  X(inflection_en, "inflections/en.txt")                            \
  X(inflection_es, "inflections/es.txt")                            \
  X(inflection_fr, "inflections/fr.txt")                            \
  X(inflection_it, "inflections/it.txt")                            \
  X(inflection_nl, "inflections/nl.txt")                            \
  X(inflection_pl, "inflections/pl.txt")                            \
  X(inflection_pt, "inflections/pt.txt")                            \
  X(inflection_ru, "inflections/ru.txt")                            \
  X(inflection_uk, "inflections/uk.txt")                            \
  X(language_cs, "languages/cs.yml")                                \
  X(language_de, "languages/de.yml")                                \
  X(language_en, "languages/en.yml")                                \
  X(language_es, "languages/es.yml")                                \
  X(language_fr, "languages/fr.yml")                                \
  X(language_it, "languages/it.yml")                                \
  X(language_nl, "languages/nl.yml")                                \
  X(language_pl, "languages/pl.yml")                                \
  X(language_pt, "languages/pt.yml")                                \
  X(language_ru, "languages/ru.yml")                                \
  X(language_uk, "languages/uk.yml")                                \
  X(lexicon_name_words, "lexicons/name-words.tsv")                  \
  X(quantity_ar_cldr, "quantities/ar.cldr.txt")                     \
  X(quantity_ar, "quantities/ar.txt")                               \
  X(quantity_cs_cldr, "quantities/cs.cldr.txt")                     \
  X(quantity_cs, "quantities/cs.txt")                               \
  X(quantity_de_cldr, "quantities/de.cldr.txt")                     \
  X(quantity_de, "quantities/de.txt")                               \
  X(quantity_en_cldr, "quantities/en.cldr.txt")                     \
  X(quantity_en, "quantities/en.txt")                               \
  X(quantity_es_cldr, "quantities/es.cldr.txt")                     \
  X(quantity_es, "quantities/es.txt")                               \
  X(quantity_fa, "quantities/fa.txt")                               \
  X(quantity_fr_cldr, "quantities/fr.cldr.txt")                     \
  X(quantity_fr, "quantities/fr.txt")                               \
  X(quantity_he_cldr, "quantities/he.cldr.txt")                     \
  X(quantity_he, "quantities/he.txt")                               \
  X(quantity_hi_cldr, "quantities/hi.cldr.txt")                     \
  X(quantity_hi, "quantities/hi.txt")                               \
  X(quantity_it_cldr, "quantities/it.cldr.txt")                     \
  X(quantity_it, "quantities/it.txt")                               \
  X(quantity_ja_cldr, "quantities/ja.cldr.txt")                     \
  X(quantity_ja, "quantities/ja.txt")                               \
  X(quantity_ko_cldr, "quantities/ko.cldr.txt")                     \
  X(quantity_ko, "quantities/ko.txt")                               \
  X(quantity_nl_cldr, "quantities/nl.cldr.txt")                     \
  X(quantity_nl, "quantities/nl.txt")                               \
  X(quantity_pl_cldr, "quantities/pl.cldr.txt")                     \
  X(quantity_pl, "quantities/pl.txt")                               \
  X(quantity_pt_cldr, "quantities/pt.cldr.txt")                     \
  X(quantity_pt, "quantities/pt.txt")                               \
  X(quantity_ru_cldr, "quantities/ru.cldr.txt")                     \
  X(quantity_ru, "quantities/ru.txt")                               \
  X(quantity_th, "quantities/th.txt")                               \
  X(quantity_tr_cldr, "quantities/tr.cldr.txt")                     \
  X(quantity_tr, "quantities/tr.txt")                               \
  X(quantity_uk_cldr, "quantities/uk.cldr.txt")                     \
  X(quantity_uk, "quantities/uk.txt")                               \
  X(quantity_zh_cldr, "quantities/zh.cldr.txt")                     \
  X(quantity_zh, "quantities/zh.txt")                               \
  X(style_news_de, "styles/news-de.yml")                            \
  X(style_news_en_gb, "styles/news-en-gb.yml")                      \
  X(style_news_en_us, "styles/news-en-us.yml")                      \
  X(style_news_es, "styles/news-es.yml")                            \
  X(style_news_es_mx, "styles/news-es-mx.yml")                      \
  X(style_news_fr, "styles/news-fr.yml")                            \
  X(style_news_it, "styles/news-it.yml")                            \
  X(style_news_pt, "styles/news-pt.yml")                            \
  X(style_news_ru, "styles/news-ru.yml")                            \
  X(style_news_uk, "styles/news-uk.yml")                            \
  X(times, "times.txt")

static const uint8_t borrowed_phrases[] = {
#embed "borrowed-phrases.txt"
};

static const uint8_t caption_labels[] = {
#embed "caption-labels.yml"
};

static const uint8_t dates[] = {
#embed "dates.txt"
};

static const uint8_t foreign_notations[] = {
#embed "foreign-notations.yml"
};

static const uint8_t html_entities[] = {
#embed "html-entities.txt"
};

static const uint8_t inflection_cs[] = {
#embed "inflections/cs.txt"
};

static const uint8_t inflection_de[] = {
#embed "inflections/de.txt"
};

static const uint8_t inflection_en[] = {
#embed "inflections/en.txt"
};

static const uint8_t inflection_es[] = {
#embed "inflections/es.txt"
};

static const uint8_t inflection_fr[] = {
#embed "inflections/fr.txt"
};

static const uint8_t inflection_it[] = {
#embed "inflections/it.txt"
};

static const uint8_t inflection_nl[] = {
#embed "inflections/nl.txt"
};

static const uint8_t inflection_pl[] = {
#embed "inflections/pl.txt"
};

static const uint8_t inflection_pt[] = {
#embed "inflections/pt.txt"
};

static const uint8_t inflection_ru[] = {
#embed "inflections/ru.txt"
};

static const uint8_t inflection_uk[] = {
#embed "inflections/uk.txt"
};

static const uint8_t language_cs[] = {
#embed "languages/cs.yml"
};

static const uint8_t language_de[] = {
#embed "languages/de.yml"
};

static const uint8_t language_en[] = {
#embed "languages/en.yml"
};

static const uint8_t language_es[] = {
#embed "languages/es.yml"
};

static const uint8_t language_fr[] = {
#embed "languages/fr.yml"
};

static const uint8_t language_it[] = {
#embed "languages/it.yml"
};

static const uint8_t language_nl[] = {
#embed "languages/nl.yml"
};

static const uint8_t language_pl[] = {
#embed "languages/pl.yml"
};

static const uint8_t language_pt[] = {
#embed "languages/pt.yml"
};

static const uint8_t language_ru[] = {
#embed "languages/ru.yml"
};

static const uint8_t language_uk[] = {
#embed "languages/uk.yml"
};

static const uint8_t lexicon_name_words[] = {
#embed "lexicons/name-words.tsv"
};

static const uint8_t quantity_ar_cldr[] = {
#embed "quantities/ar.cldr.txt"
};

static const uint8_t quantity_ar[] = {
#embed "quantities/ar.txt"
};

static const uint8_t quantity_cs_cldr[] = {
#embed "quantities/cs.cldr.txt"
};

static const uint8_t quantity_cs[] = {
#embed "quantities/cs.txt"
};

static const uint8_t quantity_de_cldr[] = {
#embed "quantities/de.cldr.txt"
};

static const uint8_t quantity_de[] = {
#embed "quantities/de.txt"
};

static const uint8_t quantity_en_cldr[] = {
#embed "quantities/en.cldr.txt"
};

static const uint8_t quantity_en[] = {
#embed "quantities/en.txt"
};

static const uint8_t quantity_es_cldr[] = {
#embed "quantities/es.cldr.txt"
};

static const uint8_t quantity_es[] = {
#embed "quantities/es.txt"
};

static const uint8_t quantity_fa[] = {
#embed "quantities/fa.txt"
};

static const uint8_t quantity_fr_cldr[] = {
#embed "quantities/fr.cldr.txt"
};

static const uint8_t quantity_fr[] = {
#embed "quantities/fr.txt"
};

static const uint8_t quantity_he_cldr[] = {
#embed "quantities/he.cldr.txt"
};

static const uint8_t quantity_he[] = {
#embed "quantities/he.txt"
};

static const uint8_t quantity_hi_cldr[] = {
#embed "quantities/hi.cldr.txt"
};

static const uint8_t quantity_hi[] = {
#embed "quantities/hi.txt"
};

static const uint8_t quantity_it_cldr[] = {
#embed "quantities/it.cldr.txt"
};

static const uint8_t quantity_it[] = {
#embed "quantities/it.txt"
};

static const uint8_t quantity_ja_cldr[] = {
#embed "quantities/ja.cldr.txt"
};

static const uint8_t quantity_ja[] = {
#embed "quantities/ja.txt"
};

static const uint8_t quantity_ko_cldr[] = {
#embed "quantities/ko.cldr.txt"
};

static const uint8_t quantity_ko[] = {
#embed "quantities/ko.txt"
};

static const uint8_t quantity_nl_cldr[] = {
#embed "quantities/nl.cldr.txt"
};

static const uint8_t quantity_nl[] = {
#embed "quantities/nl.txt"
};

static const uint8_t quantity_pl_cldr[] = {
#embed "quantities/pl.cldr.txt"
};

static const uint8_t quantity_pl[] = {
#embed "quantities/pl.txt"
};

static const uint8_t quantity_pt_cldr[] = {
#embed "quantities/pt.cldr.txt"
};

static const uint8_t quantity_pt[] = {
#embed "quantities/pt.txt"
};

static const uint8_t quantity_ru_cldr[] = {
#embed "quantities/ru.cldr.txt"
};

static const uint8_t quantity_ru[] = {
#embed "quantities/ru.txt"
};

static const uint8_t quantity_th[] = {
#embed "quantities/th.txt"
};

static const uint8_t quantity_tr_cldr[] = {
#embed "quantities/tr.cldr.txt"
};

static const uint8_t quantity_tr[] = {
#embed "quantities/tr.txt"
};

static const uint8_t quantity_uk_cldr[] = {
#embed "quantities/uk.cldr.txt"
};

static const uint8_t quantity_uk[] = {
#embed "quantities/uk.txt"
};

static const uint8_t quantity_zh_cldr[] = {
#embed "quantities/zh.cldr.txt"
};

static const uint8_t quantity_zh[] = {
#embed "quantities/zh.txt"
};

static const uint8_t style_news_de[] = {
#embed "styles/news-de.yml"
};

static const uint8_t style_news_en_gb[] = {
#embed "styles/news-en-gb.yml"
};

static const uint8_t style_news_en_us[] = {
#embed "styles/news-en-us.yml"
};

static const uint8_t style_news_es[] = {
#embed "styles/news-es.yml"
};

static const uint8_t style_news_es_mx[] = {
#embed "styles/news-es-mx.yml"
};

static const uint8_t style_news_fr[] = {
#embed "styles/news-fr.yml"
};

static const uint8_t style_news_it[] = {
#embed "styles/news-it.yml"
};

static const uint8_t style_news_pt[] = {
#embed "styles/news-pt.yml"
};

static const uint8_t style_news_ru[] = {
#embed "styles/news-ru.yml"
};

static const uint8_t style_news_uk[] = {
#embed "styles/news-uk.yml"
};

static const uint8_t times[] = {
#embed "times.txt"
};

#define ENTRY(symbol, path) {path, symbol, sizeof symbol},

static const clanguagedata_file files[] = {COPYDESK_DATA_FILES(ENTRY)};

size_t clanguagedata_count(void) { return sizeof files / sizeof files[0]; }

clanguagedata_file clanguagedata_at(size_t index) { return files[index]; }
