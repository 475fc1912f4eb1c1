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

// UTF-8 as a state machine whose state is a shift count (after Per Vognsen's "shift-based DFAs"): one load
// and one shift a byte, whatever the text. Words of Cyrillic between spaces ran at half the speed
// with branches.
enum {
  ACCEPT = 0,
  REJECT = 6,
  NEED1 = 12,
  NEED2 = 18,
  NEED3 = 24,
  AFTER_E0 = 30,
  AFTER_ED = 36,
  AFTER_F0 = 42,
  AFTER_F4 = 48
};

#define ROW(accept, need1, need2, need3, e0, ed, f0, f4)                                          \
  ((uint64_t)(accept) << ACCEPT | (uint64_t)REJECT << REJECT | (uint64_t)(need1) << NEED1 |       \
   (uint64_t)(need2) << NEED2 | (uint64_t)(need3) << NEED3 | (uint64_t)(e0) << AFTER_E0 |         \
   (uint64_t)(ed) << AFTER_ED | (uint64_t)(f0) << AFTER_F0 | (uint64_t)(f4) << AFTER_F4)
#define LEAD(next) ROW(next, REJECT, REJECT, REJECT, REJECT, REJECT, REJECT, REJECT)

// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
static const uint64_t utf8_rows[256] = {
    [0x00 ... 0x7F] = LEAD(ACCEPT),
    [0x80 ... 0x8F] = ROW(REJECT, ACCEPT, NEED1, NEED2, REJECT, NEED1, REJECT, NEED2),
    [0x90 ... 0x9F] = ROW(REJECT, ACCEPT, NEED1, NEED2, REJECT, NEED1, NEED2, REJECT),
    [0xA0 ... 0xBF] = ROW(REJECT, ACCEPT, NEED1, NEED2, NEED1, REJECT, NEED2, REJECT),
    [0xC0 ... 0xC1] = LEAD(REJECT),
    [0xC2 ... 0xDF] = LEAD(NEED1),
    [0xE0] = LEAD(AFTER_E0),
    [0xE1 ... 0xEC] = LEAD(NEED2),
    [0xED] = LEAD(AFTER_ED),
    [0xEE ... 0xEF] = LEAD(NEED2),
    [0xF0] = LEAD(AFTER_F0),
    [0xF1 ... 0xF3] = LEAD(NEED3),
    [0xF4] = LEAD(AFTER_F4),
    [0xF5 ... 0xFF] = LEAD(REJECT),
};

size_t cicu_utf8_valid_prefix(const uint8_t *text, size_t length) {
  uint64_t state = ACCEPT;
  size_t valid = 0;  // Everything before is valid and ends with a whole character.
  while (valid < length) {
    size_t i = valid;
    while (i + 8 <= length) {
      uint64_t word;
      memcpy(&word, text + i, 8);
      if (word & 0x8080808080808080u) break;
      i += 8;
    }
    valid = i;
    size_t end = length - i > 64 ? i + 64 : length;
    state = ACCEPT;
    for (; i < end; i++) state = utf8_rows[text[i]] >> (state & 63);
    // A character that the block cuts ends in one of the next three bytes.
    for (; i < length && (state & 63) > REJECT; i++) state = utf8_rows[text[i]] >> (state & 63);
    if ((state & 63) != ACCEPT) break;
    valid = i;
  }
  if (valid == length) return length;
  // The broken block again, a character at a time, for the place.
  state = ACCEPT;
  for (size_t i = valid; i < length; i++) {
    if ((state & 63) == ACCEPT) valid = i;
    state = utf8_rows[text[i]] >> (state & 63);
    if ((state & 63) == REJECT) return valid;
  }
  return (state & 63) == ACCEPT ? length : valid;
}

int32_t cicu_detect_charset(const uint8_t *text, int32_t length, char *name, int32_t capacity,
                            int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t confidence = -1;
  if (capacity > 0) name[0] = 0;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_SUCCESS(error)) {
    ucsdet_setText(detector, (const char *)text, length, &error);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
    for (int32_t i = 0; U_SUCCESS(error) && i < count; i++) {
      const char *found = ucsdet_getName(matches[i], &error);
      // ICU sees EBCDIC (IBM420, IBM424) in short texts of any kind; no article comes in it.
      if (strncmp(found, "IBM", 3) == 0 || strlen(found) >= (size_t)capacity) continue;
      confidence = ucsdet_getConfidence(matches[i], &error);
      if (U_SUCCESS(error)) strcpy(name, found);
      break;
    }
    ucsdet_close(detector);
  }
  *status = error;
  return U_FAILURE(error) ? -1 : confidence;
}

// Appends UTF-16 units as UTF-8. The converter hands out whole code points only, so no pair is split.
static size_t append_utf8(uint8_t *output, const UChar *units, size_t count) {
  size_t n = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t c = units[i];
    if (U16_IS_LEAD(c) && i + 1 < count && U16_IS_TRAIL(units[i + 1])) {
      c = (uint32_t)U16_GET_SUPPLEMENTARY(c, units[i + 1]);
      i++;
    }
    if (c < 0x80) {
      output[n++] = (uint8_t)c;
    } else if (c < 0x800) {
      output[n++] = (uint8_t)(0xC0 | c >> 6);
      output[n++] = (uint8_t)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      output[n++] = (uint8_t)(0xE0 | c >> 12);
      output[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
      output[n++] = (uint8_t)(0x80 | (c & 0x3F));
    } else {
      output[n++] = (uint8_t)(0xF0 | c >> 18);
      output[n++] = (uint8_t)(0x80 | (c >> 12 & 0x3F));
      output[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3F));
      output[n++] = (uint8_t)(0x80 | (c & 0x3F));
    }
  }
  return n;
}

uint8_t *cicu_decode(const char *charset, const uint8_t *text, size_t length, size_t *output_length,
                     size_t *error_offset, int32_t *status) {
  enum { CHUNK = 16384 };
  UErrorCode error = U_ZERO_ERROR;
  *error_offset = 0;
  *output_length = 0;
  UConverter *converter = ucnv_open(charset, &error);
  size_t capacity = length + length / 2 + 64;
  size_t count = 0;
  uint8_t *output = NULL;
  if (U_SUCCESS(error)) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    output = malloc(capacity);
    if (output == NULL) error = U_MEMORY_ALLOCATION_ERROR;
  }
  const char *source = (const char *)text;
  const char *limit = source + length;
  UChar units[CHUNK + 1];
  UChar lead = 0;
  bool done = U_FAILURE(error);
  while (!done) {
    UChar *target = units;
    if (lead != 0) *target++ = lead;
    lead = 0;
    ucnv_toUnicode(converter, &target, units + CHUNK, &source, limit, NULL, true, &error);
    done = error != U_BUFFER_OVERFLOW_ERROR;
    if (!done) error = U_ZERO_ERROR;
    if (U_FAILURE(error)) {
      int8_t bad = 8;
      char bytes[8];
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, bytes, &bad, &ignored);
      size_t consumed = (size_t)(source - (const char *)text);
      *error_offset = U_SUCCESS(ignored) && (size_t)bad <= consumed ? consumed - (size_t)bad : consumed;
      break;
    }
    size_t produced = (size_t)(target - units);
    // A full buffer may end between the halves of a pair.
    if (!done && produced > 0 && U16_IS_LEAD(units[produced - 1])) lead = units[--produced];
    if (capacity - count < produced * 3) {
      capacity = capacity * 2 + produced * 3;
      uint8_t *larger = realloc(output, capacity);
      if (larger == NULL) {
        error = U_MEMORY_ALLOCATION_ERROR;
        break;
      }
      output = larger;
    }
    count += append_utf8(output + count, units, produced);
  }
  ucnv_close(converter);
  *status = error;
  if (U_FAILURE(error)) {
    free(output);
    return NULL;
  }
  *output_length = count;
  return output;
}

void cicu_free(void *memory) { free(memory); }
