// SPDX-License-Identifier: Apache-2.0
//
// The face of ICU that Swift sees. It names no ICU type and includes no ICU header: ICU renames
// its functions with macros that Swift cannot read, and Foundation carries another ICU whose
// declarations clash with these. Every function that can fail sets *status; a value above zero
// is a failure, a negative one a warning.

#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Version of the library this program runs with, such as "72.1".
const char *cicu_version(void);
// Version of the Unicode data of that library, such as "15.0".
const char *cicu_unicode_version(void);
// Version of the CLDR data of that library, such as "42.0"; "unknown" if the data lack it.
const char *cicu_cldr_version(void);
const char *cicu_status_name(int32_t status);

// Character properties. Code points above 0x10FFFF give category 0 (unassigned).
int32_t cicu_general_category(uint32_t code_point);
int32_t cicu_script(uint32_t code_point);
uint32_t cicu_fold_case(uint32_t code_point);
uint32_t cicu_lowercase(uint32_t code_point);
uint32_t cicu_uppercase(uint32_t code_point);
int32_t cicu_decimal_digit_value(uint32_t code_point);
int32_t cicu_east_asian_width(uint32_t code_point);
bool cicu_is_default_ignorable(uint32_t code_point);
bool cicu_is_emoji_presentation(uint32_t code_point);
// The first code point of the full canonical decomposition: "é" gives "e".
uint32_t cicu_base_letter(uint32_t code_point);
const char *_Nullable cicu_script_short_name(int32_t script);

// Break iterators over UTF-8. Kind: 0 grapheme, 1 word, 2 line, 3 sentence.
typedef struct cicu_breaks cicu_breaks;
cicu_breaks *_Nullable cicu_breaks_open(int32_t kind, const char *locale, int32_t *status);
void cicu_breaks_close(cicu_breaks *breaks);
// The text must stay alive and unchanged until the next call of this function or close.
void cicu_breaks_set_text(cicu_breaks *breaks, const uint8_t *text, int64_t length, int32_t *status);
// The next boundary as a byte offset, or -1 after the last one.
int32_t cicu_breaks_next(cicu_breaks *breaks);
// Whether the run that ends at the current boundary is a word (letters, kana, ideographs, digits).
bool cicu_breaks_is_word(cicu_breaks *breaks);

// Normalization form C. Returns the needed length; writes at most `capacity` bytes.
bool cicu_nfc_is_normalized(const uint8_t *text, int32_t length, int32_t *status);
int32_t cicu_nfc_normalize(const uint8_t *text, int32_t length, uint8_t *_Nullable output,
                           int32_t capacity, int32_t *status);
// Whether text may be cut before this code point without changing what NFC does on either side.
bool cicu_nfc_has_boundary_before(uint32_t code_point);
// Whether text made only of such code points is in NFC: quick check "yes" and combining class 0.
bool cicu_nfc_is_plain(uint32_t code_point);

// Full case mappings with a language's rules. Mapping: 0 lower, 1 upper, 2 fold.
int32_t cicu_map_case(int32_t mapping, const char *locale, const uint8_t *text, int32_t length,
                      uint8_t *_Nullable output, int32_t capacity, int32_t *status);

// Locale data, as UTF-8. Each returns the needed length.
// Symbol: 0 decimal, 1 grouping, 2 percent, 3 minus, 4 currency decimal, 5 currency grouping.
int32_t cicu_number_symbol(const char *locale, int32_t symbol, uint8_t *_Nullable output,
                           int32_t capacity, int32_t *status);
int32_t cicu_format_number(const char *locale, double value, uint8_t *_Nullable output,
                           int32_t capacity, int32_t *status);
// Kind: 0 months in a date, 1 months alone, 2 short months in a date, 3 short months alone,
// 4 weekdays in a date, 5 weekdays alone, 6 short weekdays in a date, 7 short weekdays alone.
// Index: months 0...11, weekdays 0 (Sunday) ... 6.
typedef struct cicu_date_names cicu_date_names;
cicu_date_names *_Nullable cicu_date_names_open(const char *locale, int32_t *status);
void cicu_date_names_close(cicu_date_names *names);
int32_t cicu_date_name(cicu_date_names *names, int32_t kind, int32_t index,
                       uint8_t *_Nullable output, int32_t capacity, int32_t *status);
// Best pattern for a skeleton such as "yMMMMd".
// A format for days and times in UTC: of a pattern, or without one of ICU's styles (0 full, 1 long, 2 medium, 3 short,
// -1 none).
typedef struct cicu_date_format cicu_date_format;
cicu_date_format *_Nullable cicu_date_format_open(const char *locale, int32_t date_style, int32_t time_style,
                                                  const char *_Nullable pattern, int32_t *status);
void cicu_date_format_close(cicu_date_format *format);
int32_t cicu_date_format_seconds(cicu_date_format *format, int64_t seconds_since_1970, uint8_t *_Nullable output,
                                 int32_t capacity, int32_t *status);

// The days since 1970 of a day in the calendar of a locale such as "@calendar=persian".
int32_t cicu_days_since_1970(const char *locale, int32_t year, int32_t month, int32_t day, int32_t *status);

int32_t cicu_date_pattern(const char *locale, const char *skeleton, uint8_t *_Nullable output,
                          int32_t capacity, int32_t *status);
// Delimiter: 0 opening, 1 closing, 2 inner opening, 3 inner closing quotation mark.
int32_t cicu_quotation_delimiter(const char *locale, int32_t delimiter, uint8_t *_Nullable output,
                                 int32_t capacity, int32_t *status);
int32_t cicu_region_name(const char *region, const char *in_locale, uint8_t *_Nullable output,
                         int32_t capacity, int32_t *status);
int32_t cicu_language_name(const char *language, const char *in_locale, uint8_t *_Nullable output,
                           int32_t capacity, int32_t *status);
// ISO 3166 two-letter codes, ended by a null pointer.
const char *_Nullable const *_Nonnull cicu_region_codes(void);
// The canonical BCP 47 form of a language tag.
int32_t cicu_canonical_language_tag(const char *tag, char *_Nullable output, int32_t capacity,
                                    int32_t *status);
// The tag with its likely script and region: "uk" gives "uk-Cyrl-UA".
int32_t cicu_likely_language_tag(const char *tag, char *_Nullable output, int32_t capacity,
                                 int32_t *status);

// Numbers in words.
typedef struct cicu_speller cicu_speller;
cicu_speller *_Nullable cicu_speller_open(const char *locale, int32_t *status);
void cicu_speller_close(cicu_speller *speller);
// The names of the public rule sets, such as "%spellout-ordinal", divided by semicolons.
int32_t cicu_speller_rule_sets(cicu_speller *speller, uint8_t *_Nullable output, int32_t capacity,
                               int32_t *status);
// The rule set that spells from now on.
void cicu_speller_use(cicu_speller *speller, const char *rule_set, int32_t *status);
int32_t cicu_speller_spell(cicu_speller *speller, int64_t value, uint8_t *_Nullable output,
                           int32_t capacity, int32_t *status);

// Numbers by a skeleton such as "compact-long" or "unit/kilometer unit-width-full-name".
typedef struct cicu_number_format cicu_number_format;
cicu_number_format *_Nullable cicu_number_format_open(const char *skeleton, const char *locale,
                                                      int32_t *status);
void cicu_number_format_close(cicu_number_format *format);
// Decimal: ASCII digits with an optional sign and point, of any length.
int32_t cicu_number_format_decimal(cicu_number_format *format, const char *decimal,
                                   uint8_t *_Nullable output, int32_t capacity, int32_t *status);

// Style: 0 symbol, 1 name, 2 symbol where the country is known.
int32_t cicu_currency_name(const char *locale, const char *currency, int32_t style,
                           uint8_t *_Nullable output, int32_t capacity, int32_t *status);
// Category: zero, one, two, few, many or other.
int32_t cicu_currency_plural_name(const char *locale, const char *currency, const char *category,
                                  uint8_t *_Nullable output, int32_t capacity, int32_t *status);
// Every pattern of a unit in all numbers and cases, such as "{0} kilometers", each ended by a line feed; none if the
// locale has nothing on the unit. Type and unit as in "length" and "kilometer". Style: 0 long, 1 short, 2 narrow.
int32_t cicu_unit_patterns(const char *locale, const char *type, const char *unit, int32_t style,
                           uint8_t *_Nullable output, int32_t capacity, int32_t *status);

// Exemplar characters of a locale. Kind: 0 standard, 1 auxiliary, 3 punctuation (ULocaleDataExemplarSetType).
typedef struct cicu_set cicu_set;
cicu_set *_Nullable cicu_exemplars_open(const char *locale, int32_t kind, int32_t *status);
void cicu_set_close(cicu_set *set);
bool cicu_set_contains(const cicu_set *set, uint32_t code_point);

// Transliteration of UTF-8 text.
typedef struct cicu_transliterator cicu_transliterator;
cicu_transliterator *_Nullable cicu_transliterator_open(const char *identifier, int32_t *status);
void cicu_transliterator_close(cicu_transliterator *transliterator);
int32_t cicu_transliterate(cicu_transliterator *transliterator, const uint8_t *text, int32_t length,
                           uint8_t *_Nullable output, int32_t capacity, int32_t *status);

// Confusable skeleton (UTS 39). Skeletons are only to be compared with skeletons.
typedef struct cicu_spoof cicu_spoof;
cicu_spoof *_Nullable cicu_spoof_open(int32_t *status);
void cicu_spoof_close(cicu_spoof *spoof);
int32_t cicu_spoof_skeleton(cicu_spoof *spoof, const uint8_t *text, int32_t length,
                            uint8_t *_Nullable output, int32_t capacity, int32_t *status);

// Regular expressions over UTF-8. Flags are ICU's: 2 ignores case, 8 lets ^ and $ match at lines.
typedef struct cicu_regex cicu_regex;
// On failure *error_line and *error_offset tell where the pattern is wrong, if ICU knows.
cicu_regex *_Nullable cicu_regex_open(const uint8_t *pattern, int32_t length, uint32_t flags,
                                      int32_t *error_line, int32_t *error_offset, int32_t *status);
void cicu_regex_close(cicu_regex *regex);
int32_t cicu_regex_group_count(cicu_regex *regex);
// The text must stay alive and unchanged until the next call of this function or close. A match that
// takes more than `steps` (about a millisecond each) fails; 0 sets no limit.
void cicu_regex_set_text(cicu_regex *regex, const uint8_t *text, int64_t length, int32_t steps, int32_t *status);
bool cicu_regex_find_next(cicu_regex *regex, int32_t *status);
// The byte offsets of a group of the current match; group 0 is the match. False if it took no part.
bool cicu_regex_group(cicu_regex *regex, int32_t group, int64_t *start, int64_t *end);

// Character sets.
// The offset of the first byte that starts no valid UTF-8 sequence, or `length` if all is valid.
size_t cicu_utf8_valid_prefix(const uint8_t *text, size_t length);
// Writes the IANA name of the likeliest character set; returns its confidence 0...100, or -1.
int32_t cicu_detect_charset(const uint8_t *text, int32_t length, char *name, int32_t capacity,
                            int32_t *status);
// Converts to UTF-8 in memory that the caller releases with cicu_free. Returns NULL and sets *status if
// the character set is unknown or a byte cannot be decoded; *error_offset is then the offset of that byte.
uint8_t *_Nullable cicu_decode(const char *charset, const uint8_t *text, size_t length,
                               size_t *output_length, size_t *error_offset, int32_t *status);
void cicu_free(void *_Nullable memory);

#pragma clang assume_nonnull end

#endif
