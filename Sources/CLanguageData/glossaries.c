// SPDX-License-Identifier: Apache-2.0
//
// The shipped glossaries and CLDR's names of regions, made by `make images`. They are read where they
// lie. All glossaries/*.yml go into one block, so a new one needs no line here.
#include "clanguagedata.h"

_Alignas(64) static const uint8_t glossaries[] = {
#embed "glossaries/glossaries.compiled"
};
_Alignas(64) static const uint8_t regions[] = {
#embed "glossaries/regions.compiled"
};

clanguagedata_file clanguagedata_glossaries(void) {
  return (clanguagedata_file){"glossaries.compiled", glossaries, sizeof glossaries};
}

clanguagedata_file clanguagedata_regions(void) {
  return (clanguagedata_file){"regions.compiled", regions, sizeof regions};
}
