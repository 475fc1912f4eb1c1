// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct cicu_regex {
  URegularExpression *expression;
  UText text;
};

cicu_regex *cicu_regex_open(const uint8_t *pattern, int32_t length, uint32_t flags, int32_t *error_line,
                            int32_t *error_offset, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  UParseError place = {0};
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, (const char *)pattern, length, &error);
  URegularExpression *expression = uregex_openUText(&text, flags, &place, &error);
  utext_close(&text);
  *status = error;
  *error_line = place.line;
  *error_offset = place.offset;
  if (U_FAILURE(error)) {
    if (expression != NULL) uregex_close(expression);
    return NULL;
  }
  cicu_regex *regex = calloc(1, sizeof *regex);
  if (regex == NULL) {
    uregex_close(expression);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  regex->expression = expression;
  regex->text = (UText)UTEXT_INITIALIZER;
  return regex;
}

void cicu_regex_close(cicu_regex *regex) {
  uregex_close(regex->expression);
  utext_close(&regex->text);
  free(regex);
}

int32_t cicu_regex_group_count(cicu_regex *regex) {
  UErrorCode error = U_ZERO_ERROR;
  return uregex_groupCount(regex->expression, &error);
}

void cicu_regex_set_text(cicu_regex *regex, const uint8_t *text, int64_t length, int32_t steps, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&regex->text, (const char *)text, length, &error);
  if (U_SUCCESS(error)) uregex_setUText(regex->expression, &regex->text, &error);
  if (U_SUCCESS(error)) uregex_setTimeLimit(regex->expression, steps, &error);
  *status = error;
}

bool cicu_regex_find_next(cicu_regex *regex, int32_t *status) {
  UErrorCode error = U_ZERO_ERROR;
  bool found = uregex_findNext(regex->expression, &error);
  *status = error;
  return found && U_SUCCESS(error);
}

bool cicu_regex_group(cicu_regex *regex, int32_t group, int64_t *start, int64_t *end) {
  UErrorCode error = U_ZERO_ERROR;
  *start = uregex_start64(regex->expression, group, &error);
  *end = uregex_end64(regex->expression, group, &error);
  return U_SUCCESS(error) && *start >= 0;
}
