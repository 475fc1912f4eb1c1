// SPDX-License-Identifier: Apache-2.0
//
// Expat's callbacks turned into batches of events that a caller fetches at its own pace.

#ifndef CEXPAT_H
#define CEXPAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum cexpat_kind {
  CEXPAT_START = 0,
  CEXPAT_END = 1,
  CEXPAT_TEXT = 2,
  CEXPAT_ATTRIBUTE = 3,
};

enum cexpat_status {
  // More events follow the batch.
  CEXPAT_MORE = 0,
  // The batch ends the document.
  CEXPAT_DONE = 1,
  // The batch is cut short by an error.
  CEXPAT_FAILED = 2,
};

// What Copydesk refuses although Expat would read it or say less about it.
enum cexpat_refusal {
  CEXPAT_NO_REFUSAL = 0,
  CEXPAT_EXTERNAL_ENTITY = 1,
  CEXPAT_UNDECLARED_ENTITY = 2,
  CEXPAT_TOO_MANY_ENTITIES = 3,
  CEXPAT_TOO_MANY_ATTRIBUTES = 4,
  CEXPAT_OUT_OF_MEMORY = 5,
};

// An attribute follows the start of its element. The name is `namespace U+001F local`, or the local name alone.
typedef struct {
  int32_t kind;
  // Places count from zero, columns in code points, indices in bytes.
  uint64_t line, column;
  int64_t start_index;
  int64_t byte_count;
  // Offsets into the batch's text.
  size_t name_offset, name_length;
  size_t value_offset, value_length;
} cexpat_event;

typedef struct {
  int32_t status;
  size_t count;
  const cexpat_event *_Nullable events;
  const uint8_t *_Nullable text;
  // Of a failure: its place, Expat's words or a refusal with the name of what is refused.
  uint64_t line, column;
  int64_t index;
  int32_t code;
  int32_t refusal;
  const char *_Nullable message;
  const char *_Nullable subject;
} cexpat_batch;

typedef struct cexpat_parser cexpat_parser;

// The bytes are UTF-8 whatever their declaration says, and must stay alive until close.
cexpat_parser *_Nullable cexpat_open(const uint8_t *bytes, size_t length, int maximum_attributes);
void cexpat_close(cexpat_parser *parser);
// The batch is valid until the next call.
void cexpat_next(cexpat_parser *parser, cexpat_batch *batch);

extern const int cexpat_tag_mismatch;
extern const int cexpat_no_elements;
extern const int cexpat_unclosed_token;
extern const int cexpat_amplification_limit;

#pragma clang assume_nonnull end

#endif
