// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <stdlib.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>

enum { local_capacity = 256 };

static int32_t to_utf8(const UChar *units, int32_t length, uint8_t *output, int32_t capacity,
                       UErrorCode error, int32_t *status) {
  int32_t needed = 0;
  if (U_SUCCESS(error)) {
    u_strToUTF8((char *)output, capacity, &needed, units, length, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR || error == U_STRING_NOT_TERMINATED_WARNING) error = U_ZERO_ERROR;
  }
  *status = error;
  return needed;
}

int32_t cicu_number_symbol(const char *locale, int32_t symbol, uint8_t *output, int32_t capacity,
                           int32_t *status) {
  static const UNumberFormatSymbol symbols[] = {
      UNUM_DECIMAL_SEPARATOR_SYMBOL,  UNUM_GROUPING_SEPARATOR_SYMBOL,    UNUM_PERCENT_SYMBOL,
      UNUM_MINUS_SIGN_SYMBOL,         UNUM_MONETARY_SEPARATOR_SYMBOL,    UNUM_MONETARY_GROUPING_SEPARATOR_SYMBOL,
  };
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = 0;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &error);
  if (U_SUCCESS(error)) {
    length = unum_getSymbol(format, symbols[symbol], units, local_capacity, &error);
    unum_close(format);
  }
  return to_utf8(units, length, output, capacity, error, status);
}

int32_t cicu_format_number(const char *locale, double value, uint8_t *output, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = 0;
  UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &error);
  if (U_SUCCESS(error)) {
    length = unum_formatDouble(format, value, units, local_capacity, NULL, &error);
    unum_close(format);
  }
  return to_utf8(units, length, output, capacity, error, status);
}

struct cicu_date_names {
  UDateFormat *format;
};

cicu_date_names *cicu_date_names_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UDateFormat *format = udat_open(UDAT_NONE, UDAT_LONG, locale, NULL, 0, NULL, 0, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_date_names *names = malloc(sizeof *names);
  if (names == NULL) {
    udat_close(format);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  names->format = format;
  return names;
}

void cicu_date_names_close(cicu_date_names *names) {
  udat_close(names->format);
  free(names);
}

int32_t cicu_date_name(cicu_date_names *names, int32_t kind, int32_t index, uint8_t *output,
                       int32_t capacity, int32_t *status) {
  static const UDateFormatSymbolType kinds[] = {
      UDAT_MONTHS,   UDAT_STANDALONE_MONTHS,   UDAT_SHORT_MONTHS,   UDAT_STANDALONE_SHORT_MONTHS,
      UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS, UDAT_STANDALONE_SHORT_WEEKDAYS,
  };
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  // ICU keeps an empty first weekday so that Sunday is 1.
  int32_t position = kind >= 4 ? index + 1 : index;
  int32_t length = udat_getSymbols(names->format, kinds[kind], position, units, local_capacity, &error);
  return to_utf8(units, length, output, capacity, error, status);
}

int32_t cicu_date_pattern(const char *locale, const char *skeleton, uint8_t *output, int32_t capacity,
                          int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar pattern[local_capacity];
  UChar skeleton_units[local_capacity];
  int32_t length = 0;
  int32_t skeleton_length = 0;
  u_strFromUTF8(skeleton_units, local_capacity, &skeleton_length, skeleton, -1, &error);
  UDateTimePatternGenerator *generator = udatpg_open(locale, &error);
  if (U_SUCCESS(error)) {
    length = udatpg_getBestPattern(generator, skeleton_units, skeleton_length, pattern, local_capacity, &error);
    udatpg_close(generator);
  }
  return to_utf8(pattern, length, output, capacity, error, status);
}

int32_t cicu_quotation_delimiter(const char *locale, int32_t delimiter, uint8_t *output, int32_t capacity,
                                 int32_t *status) {
  static const ULocaleDataDelimiterType kinds[] = {
      ULOCDATA_QUOTATION_START,
      ULOCDATA_QUOTATION_END,
      ULOCDATA_ALT_QUOTATION_START,
      ULOCDATA_ALT_QUOTATION_END,
  };
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = 0;
  ULocaleData *data = ulocdata_open(locale, &error);
  if (U_SUCCESS(error)) {
    length = ulocdata_getDelimiter(data, kinds[delimiter], units, local_capacity, &error);
    ulocdata_close(data);
  }
  return to_utf8(units, length, output, capacity, error, status);
}

int32_t cicu_region_name(const char *region, const char *in_locale, uint8_t *output, int32_t capacity,
                         int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  char locale[16] = "und_";
  size_t room = sizeof locale - 5;
  size_t index = 0;
  for (; index < room && region[index] != 0; index++) locale[4 + index] = region[index];
  locale[4 + index] = 0;
  int32_t length = uloc_getDisplayCountry(locale, in_locale, units, local_capacity, &error);
  return to_utf8(units, length, output, capacity, error, status);
}

int32_t cicu_language_name(const char *language, const char *in_locale, uint8_t *output, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = uloc_getDisplayLanguage(language, in_locale, units, local_capacity, &error);
  return to_utf8(units, length, output, capacity, error, status);
}

const char *const *cicu_region_codes(void) { return uloc_getISOCountries(); }

int32_t cicu_canonical_language_tag(const char *tag, char *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  int32_t needed = 0;
  uloc_forLanguageTag(tag, locale, sizeof locale, &parsed, &error);
  if (U_SUCCESS(error) && tag[parsed] != 0) error = U_ILLEGAL_ARGUMENT_ERROR;
  if (U_SUCCESS(error)) needed = uloc_toLanguageTag(locale, output, capacity, true, &error);
  *status = error;
  return needed;
}

int32_t cicu_likely_language_tag(const char *tag, char *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  char likely[ULOC_FULLNAME_CAPACITY];
  int32_t needed = 0;
  uloc_forLanguageTag(tag, locale, sizeof locale, NULL, &error);
  if (U_SUCCESS(error)) uloc_addLikelySubtags(locale, likely, sizeof likely, &error);
  if (U_SUCCESS(error)) needed = uloc_toLanguageTag(likely, output, capacity, true, &error);
  *status = error;
  return needed;
}

struct cicu_set {
  USet *value;
};

cicu_set *cicu_exemplars_open(const char *locale, int32_t kind, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  USet *value = NULL;
  ULocaleData *data = ulocdata_open(locale, &error);
  if (U_SUCCESS(error)) {
    value = ulocdata_getExemplarSet(data, NULL, 0, (ULocaleDataExemplarSetType)kind, &error);
    ulocdata_close(data);
  }
  *status = error;
  if (U_FAILURE(error) || value == NULL) return NULL;
  cicu_set *set = malloc(sizeof *set);
  if (set == NULL) {
    uset_close(value);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  set->value = value;
  return set;
}

void cicu_set_close(cicu_set *set) {
  uset_close(set->value);
  free(set);
}

bool cicu_set_contains(const cicu_set *set, uint32_t code_point) {
  return uset_contains(set->value, (UChar32)code_point);
}
