// SPDX-License-Identifier: Apache-2.0
#include "cyaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t parser;
  yaml_event_t event;
  bool has_event;
};

cyaml_parser *cyaml_open(const uint8_t *bytes, size_t length) {
  cyaml_parser *result = calloc(1, sizeof *result);
  if (result == NULL) return NULL;
  if (!yaml_parser_initialize(&result->parser)) {
    free(result);
    return NULL;
  }
  yaml_parser_set_encoding(&result->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&result->parser, bytes, length);
  return result;
}

void cyaml_close(cyaml_parser *parser) {
  if (parser->has_event) yaml_event_delete(&parser->event);
  yaml_parser_delete(&parser->parser);
  free(parser);
}

static void fail(cyaml_parser *parser, cyaml_event *event) {
  const char *problem = parser->parser.problem ? parser->parser.problem : "unreadable YAML";
  event->kind = CYAML_ERROR;
  event->value = (const uint8_t *)problem;
  event->length = strlen(problem);
  event->start_index = event->end_index = parser->parser.problem_mark.index;
  event->start_line = event->end_line = parser->parser.problem_mark.line;
  event->start_column = event->end_column = parser->parser.problem_mark.column;
  // What cannot be read as characters has no mark, only the offset of its byte.
  if (parser->parser.error == YAML_READER_ERROR) {
    event->kind = CYAML_BYTE_ERROR;
    event->start_index = event->end_index = parser->parser.problem_offset;
  }
}

void cyaml_next(cyaml_parser *parser, cyaml_event *event) {
  memset(event, 0, sizeof *event);
  for (;;) {
    if (parser->has_event) yaml_event_delete(&parser->event);
    parser->has_event = false;
    if (!yaml_parser_parse(&parser->parser, &parser->event)) {
      fail(parser, event);
      return;
    }
    parser->has_event = true;
    yaml_event_t *current = &parser->event;
    event->start_index = current->start_mark.index;
    event->start_line = current->start_mark.line;
    event->start_column = current->start_mark.column;
    event->end_index = current->end_mark.index;
    event->end_line = current->end_mark.line;
    event->end_column = current->end_mark.column;
    switch (current->type) {
      case YAML_STREAM_END_EVENT: event->kind = CYAML_END; return;
      case YAML_DOCUMENT_START_EVENT: event->kind = CYAML_DOCUMENT_START; return;
      case YAML_ALIAS_EVENT: event->kind = CYAML_ALIAS; return;
      case YAML_SEQUENCE_START_EVENT: event->kind = CYAML_SEQUENCE_START; return;
      case YAML_SEQUENCE_END_EVENT: event->kind = CYAML_SEQUENCE_END; return;
      case YAML_MAPPING_START_EVENT: event->kind = CYAML_MAPPING_START; return;
      case YAML_MAPPING_END_EVENT: event->kind = CYAML_MAPPING_END; return;
      case YAML_SCALAR_EVENT:
        event->kind = CYAML_SCALAR;
        event->value = current->data.scalar.value;
        event->length = current->data.scalar.length;
        event->is_plain = current->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        return;
      default: continue;
    }
  }
}
