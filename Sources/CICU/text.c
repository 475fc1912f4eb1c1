// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>

// MARK: Break iterators

struct cicu_breaks {
  UBreakIterator *iterator;
  UText text;
};

cicu_breaks *cicu_breaks_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_breaks *breaks = calloc(1, sizeof *breaks);
  if (breaks == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = iterator;
  breaks->text = (UText)UTEXT_INITIALIZER;
  return breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void cicu_breaks_set_text(cicu_breaks *breaks, const uint8_t *text, int64_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&breaks->text, (const char *)text, length, &error);
  if (U_SUCCESS(error)) ubrk_setUText(breaks->iterator, &breaks->text, &error);
  if (U_SUCCESS(error)) ubrk_first(breaks->iterator);
  *status = error;
}

int32_t cicu_breaks_next(cicu_breaks *breaks) { return ubrk_next(breaks->iterator); }

bool cicu_breaks_is_word(cicu_breaks *breaks) {
  return ubrk_getRuleStatus(breaks->iterator) >= UBRK_WORD_NONE_LIMIT;
}

// MARK: Conversion between UTF-8 and ICU's UTF-16

typedef struct {
  UChar *units;
  int32_t length;
} utf16_text;

static utf16_text utf16_from_utf8(const uint8_t *text, int32_t length, UErrorCode *error) {
  utf16_text result = {NULL, 0};
  if (U_FAILURE(*error)) return result;
  // UTF-16 never needs more units than UTF-8 needs bytes.
  result.units = malloc(((size_t)length + 1) * sizeof(UChar));
  if (result.units == NULL) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return result;
  }
  u_strFromUTF8(result.units, length + 1, &result.length, (const char *)text, length, error);
  return result;
}

// Writes as many bytes as fit and returns the number needed; too little room is no failure.
static int32_t utf8_from_utf16(const UChar *units, int32_t length, uint8_t *output, int32_t capacity,
                               UErrorCode *error) {
  if (U_FAILURE(*error)) return 0;
  int32_t needed = 0;
  u_strToUTF8((char *)output, capacity, &needed, units, length, error);
  if (*error == U_BUFFER_OVERFLOW_ERROR || *error == U_STRING_NOT_TERMINATED_WARNING) *error = U_ZERO_ERROR;
  return needed;
}

// MARK: Normalization

bool cicu_nfc_is_normalized(const uint8_t *text, int32_t length, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  utf16_text source = utf16_from_utf8(text, length, &error);
  bool result = U_SUCCESS(error) && unorm2_isNormalized(nfc, source.units, source.length, &error);
  free(source.units);
  *status = error;
  return result;
}

int32_t cicu_nfc_normalize(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t needed = 0;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  utf16_text source = utf16_from_utf8(text, length, &error);
  if (U_SUCCESS(error)) {
    // NFC at most triples the number of UTF-16 units (UAX 15, maximum expansion factors).
    int32_t room = source.length * 3 + 1;
    UChar *buffer = malloc((size_t)room * sizeof(UChar));
    if (buffer == NULL) {
      error = U_MEMORY_ALLOCATION_ERROR;
    } else {
      int32_t count = unorm2_normalize(nfc, source.units, source.length, buffer, room, &error);
      needed = utf8_from_utf16(buffer, count, output, capacity, &error);
      free(buffer);
    }
  }
  free(source.units);
  *status = error;
  return needed;
}

bool cicu_nfc_has_boundary_before(uint32_t code_point) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  return U_SUCCESS(error) && unorm2_hasBoundaryBefore(nfc, (UChar32)code_point);
}

bool cicu_nfc_is_plain(uint32_t code_point) {
  return u_getIntPropertyValue((UChar32)code_point, UCHAR_NFC_QUICK_CHECK) == UNORM_YES &&
         u_getCombiningClass((UChar32)code_point) == 0;
}

// MARK: Case

int32_t cicu_map_case(int32_t mapping, const char *locale, const uint8_t *text, int32_t length,
                      uint8_t *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UCaseMap *map = ucasemap_open(locale, 0, &error);
  int32_t needed = 0;
  if (U_SUCCESS(error)) {
    char *destination = (char *)output;
    const char *source = (const char *)text;
    switch (mapping) {
      case 0: needed = ucasemap_utf8ToLower(map, destination, capacity, source, length, &error); break;
      case 1: needed = ucasemap_utf8ToUpper(map, destination, capacity, source, length, &error); break;
      default: needed = ucasemap_utf8FoldCase(map, destination, capacity, source, length, &error); break;
    }
    ucasemap_close(map);
  }
  if (error == U_BUFFER_OVERFLOW_ERROR || error == U_STRING_NOT_TERMINATED_WARNING) error = U_ZERO_ERROR;
  *status = error;
  return needed;
}

// MARK: Transliteration

struct cicu_transliterator {
  UTransliterator *value;
};

cicu_transliterator *cicu_transliterator_open(const char *identifier, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[256];
  int32_t length = 0;
  u_strFromUTF8(name, 256, &length, identifier, -1, &error);
  UTransliterator *value = NULL;
  if (U_SUCCESS(error)) value = utrans_openU(name, length, UTRANS_FORWARD, NULL, 0, NULL, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_transliterator *result = malloc(sizeof *result);
  if (result == NULL) {
    utrans_close(value);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  result->value = value;
  return result;
}

void cicu_transliterator_close(cicu_transliterator *transliterator) {
  utrans_close(transliterator->value);
  free(transliterator);
}

int32_t cicu_transliterate(cicu_transliterator *transliterator, const uint8_t *text, int32_t length,
                           uint8_t *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  utf16_text source = utf16_from_utf8(text, length, &error);
  int32_t needed = 0;
  int32_t room = source.length * 4 + 16;
  while (U_SUCCESS(error)) {
    UChar *buffer = malloc((size_t)room * sizeof(UChar));
    if (buffer == NULL) {
      error = U_MEMORY_ALLOCATION_ERROR;
      break;
    }
    memcpy(buffer, source.units, (size_t)source.length * sizeof(UChar));
    int32_t count = source.length;
    int32_t limit = source.length;
    utrans_transUChars(transliterator->value, buffer, &count, room, 0, &limit, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR) {
      free(buffer);
      room = count + 16;
      error = U_ZERO_ERROR;
      continue;
    }
    needed = utf8_from_utf16(buffer, count, output, capacity, &error);
    free(buffer);
    break;
  }
  free(source.units);
  *status = error;
  return needed;
}

// MARK: Confusables

struct cicu_spoof {
  USpoofChecker *value;
};

cicu_spoof *cicu_spoof_open(int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  USpoofChecker *value = uspoof_open(&error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_spoof *spoof = malloc(sizeof *spoof);
  if (spoof == NULL) {
    uspoof_close(value);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  spoof->value = value;
  return spoof;
}

void cicu_spoof_close(cicu_spoof *spoof) {
  uspoof_close(spoof->value);
  free(spoof);
}

int32_t cicu_spoof_skeleton(cicu_spoof *spoof, const uint8_t *text, int32_t length, uint8_t *output,
                            int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t needed = uspoof_getSkeletonUTF8(spoof->value, 0, (const char *)text, length, (char *)output,
                                          capacity, &error);
  if (error == U_BUFFER_OVERFLOW_ERROR || error == U_STRING_NOT_TERMINATED_WARNING) error = U_ZERO_ERROR;
  *status = error;
  return needed;
}

// MARK: Character sets

int32_t cicu_detect_charset(const uint8_t *text, int32_t length, char *name, int32_t capacity,
                            int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t confidence = -1;
  if (capacity > 0) name[0] = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_SUCCESS(error)) {
    ucsdet_setText(detector, (const char *)text, length, &error);
    const UCharsetMatch *match = ucsdet_detect(detector, &error);
    if (U_SUCCESS(error) && match != NULL) {
      const char *found = ucsdet_getName(match, &error);
      confidence = ucsdet_getConfidence(match, &error);
      if (U_SUCCESS(error) && strlen(found) < (size_t)capacity) strcpy(name, found);
    }
    ucsdet_close(detector);
  }
  *status = error;
  return U_FAILURE(error) ? -1 : confidence;
}

int32_t cicu_decode(const char *charset, const uint8_t *text, int32_t length, uint8_t *output,
                    int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t needed = 0;
  UConverter *converter = ucnv_open(charset, &error);
  if (U_SUCCESS(error)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    int32_t room = length + 16;
    UChar *units = malloc((size_t)room * sizeof(UChar));
    if (units == NULL) {
      error = U_MEMORY_ALLOCATION_ERROR;
    } else {
      int32_t count = ucnv_toUChars(converter, units, room, (const char *)text, length, &error);
      needed = utf8_from_utf16(units, count, output, capacity, &error);
      free(units);
    }
    ucnv_close(converter);
  }
  *status = error;
  return needed;
}
