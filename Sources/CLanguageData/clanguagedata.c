// SPDX-License-Identifier: Apache-2.0
#include "clanguagedata.h"

// One line a file; keep sorted by name. The first argument names the array, the second the file.
#define COPYDESK_DATA_FILES(X)                        \
  X(glossary_places, "glossaries/places.yml")

static const uint8_t glossary_places[] = {
#embed "../../glossaries/places.yml"
};

#define ENTRY(symbol, path) {path, symbol, sizeof symbol},

static const clanguagedata_file files[] = {COPYDESK_DATA_FILES(ENTRY)};

size_t clanguagedata_count(void) { return sizeof files / sizeof files[0]; }

clanguagedata_file clanguagedata_at(size_t index) { return files[index]; }
