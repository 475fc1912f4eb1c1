// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

enum { local_capacity = 256 };

static const UChar utc[] = {'U', 'T', 'C', 0};

struct cicu_date_format {
  UDateFormat *value;
};

cicu_date_format *cicu_date_format_open(const char *locale, int32_t date_style, int32_t time_style, const char *pattern,
                                        int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t length = 0;
  if (pattern != NULL) u_strFromUTF8(units, local_capacity, &length, pattern, -1, &error);
  UDateFormat *value = NULL;
  if (U_SUCCESS(error)) {
    value = udat_open(pattern == NULL ? (UDateFormatStyle)time_style : UDAT_PATTERN,
                      pattern == NULL ? (UDateFormatStyle)date_style : UDAT_PATTERN, locale, utc, -1,
                      pattern == NULL ? NULL : units, length, &error);
  }
  *status = error;
  if (U_FAILURE(error)) return NULL;
  cicu_date_format *format = malloc(sizeof *format);
  if (format == NULL) {
    udat_close(value);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  format->value = value;
  return format;
}

void cicu_date_format_close(cicu_date_format *format) {
  udat_close(format->value);
  free(format);
}

int32_t cicu_date_format_seconds(cicu_date_format *format, int64_t seconds_since_1970, uint8_t *output,
                                 int32_t capacity, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UChar units[local_capacity];
  int32_t needed = 0;
  int32_t length = udat_format(format->value, (double)seconds_since_1970 * 1000, units, local_capacity, NULL, &error);
  if (U_SUCCESS(error)) {
    u_strToUTF8((char *)output, capacity, &needed, units, length, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR || error == U_STRING_NOT_TERMINATED_WARNING) error = U_ZERO_ERROR;
  }
  *status = error;
  return needed;
}

int32_t cicu_days_since_1970(const char *locale, int32_t year, int32_t month, int32_t day, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  double milliseconds = 0;
  UCalendar *calendar = ucal_open(utc, -1, locale, UCAL_TRADITIONAL, &error);
  if (U_SUCCESS(error)) {
    ucal_setAttribute(calendar, UCAL_LENIENT, 0);
    ucal_clear(calendar);
    ucal_set(calendar, UCAL_YEAR, year);
    ucal_set(calendar, UCAL_MONTH, month - 1);
    ucal_set(calendar, UCAL_DATE, day);
    milliseconds = ucal_getMillis(calendar, &error);
    ucal_close(calendar);
  }
  *status = error;
  return (int32_t)floor(milliseconds / 86400000.0);
}
