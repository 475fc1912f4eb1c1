// SPDX-License-Identifier: Apache-2.0

// Expat declares its protection against entity expansion only to those who say it was built with DTDs, as it is
// everywhere.
#define XML_DTD 1
#include "cexpat.h"

#include <expat.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

// Documents declare a handful of entities. Many that refer to one another would exhaust the stack, since Expat
// expands them recursively.
#define MAXIMUM_ENTITIES 256
#define BATCH_SIZE 2048

const int cexpat_tag_mismatch = XML_ERROR_TAG_MISMATCH;
const int cexpat_no_elements = XML_ERROR_NO_ELEMENTS;
const int cexpat_unclosed_token = XML_ERROR_UNCLOSED_TOKEN;
const int cexpat_amplification_limit = XML_ERROR_AMPLIFICATION_LIMIT_BREACH;

struct cexpat_parser {
  XML_Parser expat;
  const uint8_t *bytes;
  size_t length;
  bool has_started;
  int maximum_attributes;
  int entities;
  int refusal;
  // Where the refused thing stands; Expat itself has read on by the time it stops.
  uint64_t refused_line, refused_column;
  int64_t refused_index;
  char subject[64];
  cexpat_event *events;
  size_t count, event_capacity;
  uint8_t *text;
  size_t text_length, text_capacity;
};

static void refuse(cexpat_parser *parser, int refusal, const char *subject) {
  if (parser->refusal != CEXPAT_NO_REFUSAL) return;
  parser->refusal = refusal;
  parser->refused_line = XML_GetCurrentLineNumber(parser->expat) - 1;
  parser->refused_column = XML_GetCurrentColumnNumber(parser->expat);
  parser->refused_index = XML_GetCurrentByteIndex(parser->expat);
  size_t length = strlen(subject);
  if (length >= sizeof parser->subject) {
    length = sizeof parser->subject - 1;
    // Cut before a character, not inside.
    while (length > 0 && ((unsigned char)subject[length] & 0xC0) == 0x80) length--;
  }
  memcpy(parser->subject, subject, length);
  parser->subject[length] = 0;
  XML_StopParser(parser->expat, XML_FALSE);
}

// Copies text into the batch; without memory for it the event keeps an empty text.
static void keep(cexpat_parser *parser, const char *text, size_t length, size_t *kept_offset, size_t *kept_length) {
  if (parser->text_capacity - parser->text_length < length) {
    size_t capacity = parser->text_capacity * 2 + length + 4096;
    uint8_t *grown = realloc(parser->text, capacity);
    if (grown == NULL) {
      refuse(parser, CEXPAT_OUT_OF_MEMORY, "");
      return;
    }
    parser->text = grown;
    parser->text_capacity = capacity;
  }
  *kept_offset = parser->text_length;
  *kept_length = length;
  memcpy(parser->text + parser->text_length, text, length);
  parser->text_length += length;
}

static cexpat_event *append(cexpat_parser *parser, int kind) {
  if (parser->refusal != CEXPAT_NO_REFUSAL) return NULL;
  if (parser->count == parser->event_capacity) {
    size_t capacity = parser->event_capacity * 2 + BATCH_SIZE;
    cexpat_event *grown = realloc(parser->events, capacity * sizeof *grown);
    if (grown == NULL) {
      refuse(parser, CEXPAT_OUT_OF_MEMORY, "");
      return NULL;
    }
    parser->events = grown;
    parser->event_capacity = capacity;
  }
  cexpat_event *event = &parser->events[parser->count++];
  memset(event, 0, sizeof *event);
  event->kind = kind;
  event->line = XML_GetCurrentLineNumber(parser->expat) - 1;
  event->column = XML_GetCurrentColumnNumber(parser->expat);
  event->start_index = XML_GetCurrentByteIndex(parser->expat);
  event->byte_count = XML_GetCurrentByteCount(parser->expat);
  // The caller fetches a batch before the parser goes on, so that memory does not grow with the document.
  if (parser->count == BATCH_SIZE) XML_StopParser(parser->expat, XML_TRUE);
  return event;
}

static void name_event(cexpat_parser *parser, cexpat_event *event, const char *name) {
  keep(parser, name, strlen(name), &event->name_offset, &event->name_length);
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes) {
  cexpat_parser *parser = user;
  cexpat_event *event = append(parser, CEXPAT_START);
  if (event == NULL) return;
  name_event(parser, event, name);
  int count = 0;
  for (const XML_Char **attribute = attributes; *attribute != NULL; attribute += 2) {
    if (++count > parser->maximum_attributes) {
      refuse(parser, CEXPAT_TOO_MANY_ATTRIBUTES, "");
      return;
    }
    event = append(parser, CEXPAT_ATTRIBUTE);
    if (event == NULL) return;
    name_event(parser, event, attribute[0]);
    keep(parser, attribute[1], strlen(attribute[1]), &event->value_offset, &event->value_length);
  }
}

static void XMLCALL on_end(void *user, const XML_Char *name) {
  cexpat_event *event = append(user, CEXPAT_END);
  if (event != NULL) name_event(user, event, name);
}

static void XMLCALL on_text(void *user, const XML_Char *text, int length) {
  cexpat_event *event = append(user, CEXPAT_TEXT);
  if (event == NULL) return;
  keep(user, text, (size_t)length, &event->value_offset, &event->value_length);
}

static int XMLCALL on_external_entity(XML_Parser expat, const XML_Char *context, const XML_Char *base,
                                      const XML_Char *system_id, const XML_Char *public_id) {
  (void)base, (void)public_id, (void)context;
  refuse(XML_GetUserData(expat), CEXPAT_EXTERNAL_ENTITY, system_id == NULL ? "" : system_id);
  return XML_STATUS_ERROR;
}

static void XMLCALL on_skipped_entity(void *user, const XML_Char *name, int is_parameter) {
  // Parameter entities stand in the document type only, which says nothing that is read.
  if (!is_parameter) refuse(user, CEXPAT_UNDECLARED_ENTITY, name);
}

static void XMLCALL on_entity_declaration(void *user, const XML_Char *name, int is_parameter, const XML_Char *value,
                                          int length, const XML_Char *base, const XML_Char *system_id,
                                          const XML_Char *public_id, const XML_Char *notation) {
  (void)is_parameter, (void)value, (void)length, (void)base, (void)system_id, (void)public_id, (void)notation;
  cexpat_parser *parser = user;
  if (++parser->entities > MAXIMUM_ENTITIES) refuse(parser, CEXPAT_TOO_MANY_ENTITIES, name);
}

cexpat_parser *cexpat_open(const uint8_t *bytes, size_t length, int maximum_attributes) {
  if (length > INT_MAX) return NULL;
  cexpat_parser *parser = calloc(1, sizeof *parser);
  if (parser == NULL) return NULL;
  // U+001F cannot occur in XML, so it parts a namespace from a name for sure.
  parser->expat = XML_ParserCreateNS("UTF-8", 0x1F);
  if (parser->expat == NULL) {
    free(parser);
    return NULL;
  }
  parser->bytes = bytes;
  parser->length = length;
  parser->maximum_attributes = maximum_attributes;
  XML_SetUserData(parser->expat, parser);
  XML_SetElementHandler(parser->expat, on_start, on_end);
  XML_SetCharacterDataHandler(parser->expat, on_text);
  XML_SetExternalEntityRefHandler(parser->expat, on_external_entity);
  XML_SetSkippedEntityHandler(parser->expat, on_skipped_entity);
  XML_SetEntityDeclHandler(parser->expat, on_entity_declaration);
  XML_SetParamEntityParsing(parser->expat, XML_PARAM_ENTITY_PARSING_NEVER);
  XML_SetBillionLaughsAttackProtectionActivationThreshold(parser->expat, 1 << 20);
  XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser->expat, 4.0f);
  return parser;
}

void cexpat_close(cexpat_parser *parser) {
  XML_ParserFree(parser->expat);
  free(parser->events);
  free(parser->text);
  free(parser);
}

void cexpat_next(cexpat_parser *parser, cexpat_batch *batch) {
  parser->count = 0;
  parser->text_length = 0;
  enum XML_Status status;
  if (parser->has_started) {
    status = XML_ResumeParser(parser->expat);
  } else {
    // All at once: Expat would scan a token from its start again with each piece it gets.
    parser->has_started = true;
    status = XML_Parse(parser->expat, (const char *)parser->bytes, (int)parser->length, XML_TRUE);
  }
  memset(batch, 0, sizeof *batch);
  batch->count = parser->count;
  batch->events = parser->events;
  batch->text = parser->text;
  batch->status = status == XML_STATUS_OK ? CEXPAT_DONE : status == XML_STATUS_SUSPENDED ? CEXPAT_MORE : CEXPAT_FAILED;
  if (batch->status != CEXPAT_FAILED) return;
  bool is_refused = parser->refusal != CEXPAT_NO_REFUSAL;
  batch->line = is_refused ? parser->refused_line : XML_GetCurrentLineNumber(parser->expat) - 1;
  batch->column = is_refused ? parser->refused_column : XML_GetCurrentColumnNumber(parser->expat);
  batch->index = is_refused ? parser->refused_index : XML_GetCurrentByteIndex(parser->expat);
  batch->code = XML_GetErrorCode(parser->expat);
  batch->refusal = parser->refusal;
  batch->message = XML_ErrorString(XML_GetErrorCode(parser->expat));
  batch->subject = parser->subject;
}
