// SPDX-License-Identifier: Apache-2.0
//
// Data files compiled into the program: language data, house styles, word tables, shipped glossaries.

#ifndef CLANGUAGEDATA_H
#define CLANGUAGEDATA_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct {
  // Path below the data folder, such as "languages/en.yml".
  const char *name;
  const uint8_t *bytes;
  size_t length;
} clanguagedata_file;

size_t clanguagedata_count(void);
clanguagedata_file clanguagedata_at(size_t index);

// The word tables; their names are language subtags such as "en".
size_t clanguagedata_word_table_count(void);
clanguagedata_file clanguagedata_word_table_at(size_t index);

// The phrases of content management systems, networks and translation programs, hashed and sorted.
clanguagedata_file clanguagedata_phrase_table(void);

// The shipped glossaries, compiled, and CLDR's names of regions in the same form.
clanguagedata_file clanguagedata_glossaries(void);
clanguagedata_file clanguagedata_regions(void);

#pragma clang assume_nonnull end

#endif
