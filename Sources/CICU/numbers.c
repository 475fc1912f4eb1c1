// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

enum { local_capacity = 512, name_capacity = 128 };

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

// MARK: Numbers in words

struct cicu_speller {
  UNumberFormat *format;
};

cicu_speller *cicu_speller_open(const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &error);
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_speller *speller = malloc(sizeof *speller);
  if (speller == NULL) {
    unum_close(format);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  speller->format = format;
  return speller;
}

void cicu_speller_close(cicu_speller *speller) {
  unum_close(speller->format);
  free(speller);
}

int32_t cicu_speller_rule_sets(cicu_speller *speller, uint8_t *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  // Russian names about forty sets, each some forty letters long.
  UChar units[8192];
  int32_t length =
      unum_getTextAttribute(speller->format, UNUM_PUBLIC_RULESETS, units, sizeof units / sizeof units[0], &error);
  return to_utf8(units, length, output, capacity, error, status);
}

void cicu_speller_use(cicu_speller *speller, const char *rule_set, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[name_capacity];
  int32_t length = 0;
  u_strFromUTF8(units, name_capacity, &length, rule_set, -1, &error);
  if (U_SUCCESS(error)) unum_setTextAttribute(speller->format, UNUM_DEFAULT_RULESET, units, length, &error);
  *status = error;
}

int32_t cicu_speller_spell(cicu_speller *speller, int64_t value, uint8_t *output, int32_t capacity,
                           int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = unum_formatInt64(speller->format, value, units, local_capacity, NULL, &error);
  return to_utf8(units, length, output, capacity, error, status);
}

// MARK: Numbers by skeleton

struct cicu_number_format {
  UNumberFormatter *formatter;
  UFormattedNumber *result;
};

cicu_number_format *cicu_number_format_open(const char *skeleton, const char *locale, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[name_capacity];
  int32_t length = 0;
  UNumberFormatter *formatter = NULL;
  UFormattedNumber *result = NULL;
  cicu_number_format *format = NULL;
  u_strFromUTF8(units, name_capacity, &length, skeleton, -1, &error);
  if (U_SUCCESS(error)) formatter = unumf_openForSkeletonAndLocale(units, length, locale, &error);
  if (U_SUCCESS(error)) result = unumf_openResult(&error);
  if (U_SUCCESS(error)) {
    format = malloc(sizeof *format);
    if (format == NULL) error = U_MEMORY_ALLOCATION_ERROR;
  }
  *status = error;
  if (format == NULL) {
    unumf_closeResult(result);
    unumf_close(formatter);
    return NULL;
  }
  format->formatter = formatter;
  format->result = result;
  return format;
}

void cicu_number_format_close(cicu_number_format *format) {
  unumf_closeResult(format->result);
  unumf_close(format->formatter);
  free(format);
}

int32_t cicu_number_format_decimal(cicu_number_format *format, const char *decimal, uint8_t *output,
                                   int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = 0;
  unumf_formatDecimal(format->formatter, decimal, -1, format->result, &error);
  if (U_SUCCESS(error)) length = unumf_resultToString(format->result, units, local_capacity, &error);
  return to_utf8(units, length, output, capacity, error, status);
}

// MARK: Names of currencies and units

int32_t cicu_currency_name(const char *locale, const char *currency, int32_t style, uint8_t *output,
                           int32_t capacity, int32_t *status) {
  static const UCurrNameStyle styles[] = {UCURR_SYMBOL_NAME, UCURR_LONG_NAME, UCURR_NARROW_SYMBOL_NAME};
  UErrorCode error = U_ZERO_ERROR;
  UChar code[4];
  int32_t length = 0;
  int32_t code_length = 0;
  const UChar *name = NULL;
  u_strFromUTF8(code, 4, &code_length, currency, -1, &error);
  if (U_SUCCESS(error) && code_length != 3) error = U_ILLEGAL_ARGUMENT_ERROR;
  if (U_SUCCESS(error)) name = ucurr_getName(code, locale, styles[style], NULL, &length, &error);
  return to_utf8(name, length, output, capacity, error, status);
}

int32_t cicu_currency_plural_name(const char *locale, const char *currency, const char *category,
                                  uint8_t *output, int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar code[4];
  int32_t length = 0;
  int32_t code_length = 0;
  const UChar *name = NULL;
  u_strFromUTF8(code, 4, &code_length, currency, -1, &error);
  if (U_SUCCESS(error) && code_length != 3) error = U_ILLEGAL_ARGUMENT_ERROR;
  if (U_SUCCESS(error)) name = ucurr_getPluralName(code, locale, NULL, category, &length, &error);
  return to_utf8(name, length, output, capacity, error, status);
}

typedef struct {
  UChar units[8192];
  int32_t length;
  UErrorCode error;
} pattern_list;

// Adds every string below a resource that has a place for the number.
static void collect_patterns(UResourceBundle *resource, pattern_list *list) {
  if (U_FAILURE(list->error)) return;
  if (ures_getType(resource) == URES_STRING) {
    int32_t length = 0;
    const UChar *text = ures_getString(resource, &length, &list->error);
    if (U_FAILURE(list->error) || u_memchr(text, u'{', length) == NULL) return;
    if (list->length + length + 1 > (int32_t)(sizeof list->units / sizeof list->units[0])) {
      list->error = U_BUFFER_OVERFLOW_ERROR;
      return;
    }
    u_memcpy(list->units + list->length, text, length);
    list->length += length;
    list->units[list->length++] = u'\n';
  } else if (ures_getType(resource) == URES_TABLE) {
    int32_t count = ures_getSize(resource);
    for (int32_t index = 0; index < count && U_SUCCESS(list->error); index++) {
      UResourceBundle *child = ures_getByIndex(resource, index, NULL, &list->error);
      // What "per" this unit is called ("{0} per hour") is no name of the unit.
      const char *key = U_SUCCESS(list->error) ? ures_getKey(child) : NULL;
      if (key == NULL || strcmp(key, "per") != 0) collect_patterns(child, list);
      ures_close(child);
    }
  }
}

int32_t cicu_unit_patterns(const char *locale, const char *type, const char *unit, int32_t style,
                           uint8_t *output, int32_t capacity, int32_t *status) {
  static const char *const styles[] = {"units", "unitsShort", "unitsNarrow"};
  UErrorCode error = U_ZERO_ERROR;
  pattern_list list = {.length = 0, .error = U_ZERO_ERROR};
  UResourceBundle *bundle = ures_open(U_ICUDATA_NAME "-unit", locale, &error);
  UResourceBundle *resource = ures_getByKey(bundle, styles[style], NULL, &error);
  ures_getByKey(resource, type, resource, &error);
  ures_getByKey(resource, unit, resource, &error);
  if (U_SUCCESS(error)) {
    collect_patterns(resource, &list);
    error = list.error;
  } else if (error == U_MISSING_RESOURCE_ERROR) {
    error = U_ZERO_ERROR;
  }
  ures_close(resource);
  ures_close(bundle);
  return to_utf8(list.units, list.length, output, capacity, error, status);
}
