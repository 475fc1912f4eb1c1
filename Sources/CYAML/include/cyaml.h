// SPDX-License-Identifier: Apache-2.0
//
// libyaml's event stream without its unions, which Swift cannot read conveniently.

#ifndef CYAML_H
#define CYAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum cyaml_kind {
  CYAML_END = 0,
  CYAML_SCALAR = 1,
  CYAML_SEQUENCE_START = 2,
  CYAML_SEQUENCE_END = 3,
  CYAML_MAPPING_START = 4,
  CYAML_MAPPING_END = 5,
  CYAML_ALIAS = 6,
  CYAML_DOCUMENT_START = 7,
  CYAML_ERROR = 8,
  // An error whose place is only known as a start_index, in bytes.
  CYAML_BYTE_ERROR = 9,
};

// Lines, columns and indices count from zero, in code points, as libyaml does.
typedef struct {
  int32_t kind;
  size_t start_index, start_line, start_column;
  size_t end_index, end_line, end_column;
  // Scalars: the decoded value, alive until the next call. Errors: what libyaml says.
  const uint8_t *_Nullable value;
  size_t length;
  // Whether a scalar stands without quotes.
  bool is_plain;
} cyaml_event;

typedef struct cyaml_parser cyaml_parser;

// The bytes must stay alive until close.
cyaml_parser *_Nullable cyaml_open(const uint8_t *bytes, size_t length);
void cyaml_close(cyaml_parser *parser);
void cyaml_next(cyaml_parser *parser, cyaml_event *event);

#pragma clang assume_nonnull end

#endif
