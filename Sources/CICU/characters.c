// SPDX-License-Identifier: Apache-2.0
#include "cicu.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>
#include <unicode/ulocdata.h>

const char *cicu_version(void) {
  static char text[U_MAX_VERSION_STRING_LENGTH];
  if (text[0] == 0) {
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, text);
  }
  return text;
}

const char *cicu_cldr_version(void) {
  static char text[U_MAX_VERSION_STRING_LENGTH];
  if (text[0] == 0) {
    UVersionInfo version;
    UErrorCode error = U_ZERO_ERROR;
    ulocdata_getCLDRVersion(version, &error);
    if (U_FAILURE(error)) return "unknown";
    u_versionToString(version, text);
  }
  return text;
}

const char *cicu_unicode_version(void) {
  static char text[U_MAX_VERSION_STRING_LENGTH];
  if (text[0] == 0) {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    u_versionToString(version, text);
  }
  return text;
}

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t cicu_general_category(uint32_t code_point) { return u_charType((UChar32)code_point); }

int32_t cicu_script(uint32_t code_point) {
  UErrorCode error = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)code_point, &error);
  return U_FAILURE(error) ? USCRIPT_COMMON : script;
}

uint32_t cicu_fold_case(uint32_t code_point) {
  return (uint32_t)u_foldCase((UChar32)code_point, U_FOLD_CASE_DEFAULT);
}

uint32_t cicu_lowercase(uint32_t code_point) { return (uint32_t)u_tolower((UChar32)code_point); }

uint32_t cicu_uppercase(uint32_t code_point) { return (uint32_t)u_toupper((UChar32)code_point); }

int32_t cicu_decimal_digit_value(uint32_t code_point) { return u_charDigitValue((UChar32)code_point); }

int32_t cicu_east_asian_width(uint32_t code_point) {
  return u_getIntPropertyValue((UChar32)code_point, UCHAR_EAST_ASIAN_WIDTH);
}

bool cicu_is_default_ignorable(uint32_t code_point) {
  return u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool cicu_is_emoji_presentation(uint32_t code_point) {
  return u_hasBinaryProperty((UChar32)code_point, UCHAR_EMOJI_PRESENTATION);
}

uint32_t cicu_base_letter(uint32_t code_point) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  if (U_FAILURE(error)) return code_point;
  UChar buffer[32];
  int32_t length = unorm2_getDecomposition(nfc, (UChar32)code_point, buffer, 32, &error);
  if (U_FAILURE(error) || length <= 0) return code_point;
  UChar32 first;
  U16_GET(buffer, 0, 0, length, first);
  return (uint32_t)first;
}

const char *cicu_script_short_name(int32_t script) { return uscript_getShortName((UScriptCode)script); }
