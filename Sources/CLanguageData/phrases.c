// SPDX-License-Identifier: Apache-2.0
#include "clanguagedata.h"

// Made from boilerplate/*.yml and networks.yml; see PhraseTableTests.
static const uint8_t phrases[] = {
#embed "phrases.table"
};

clanguagedata_file clanguagedata_phrase_table(void) {
  return (clanguagedata_file){"phrases.table", phrases, sizeof phrases};
}
