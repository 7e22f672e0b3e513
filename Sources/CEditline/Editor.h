// What the files of the shim share.
#ifndef CEDITLINE_EDITOR_H
#define CEDITLINE_EDITOR_H

#include <histedit.h>
#include <stdio.h>

#include "CEditline.h"

/// Bytes that have been read from the terminal, and where their reader stands.
typedef struct {
  unsigned char bytes[4096];
  size_t start;
  size_t end;
} input_buffer;

/// Bytes that grow.
typedef struct {
  char *bytes;
  size_t length;
  size_t capacity;
} byte_string;

struct ceditline {
  EditLine *el;
  HistoryW *history;
  FILE *streams[2];
  int input;
  int output;
  int wake;
  ceditline_callbacks callbacks;
  wchar_t *prompt;
  input_buffer buffer;
  byte_string paste;
  uint32_t injected;
  bool is_raw;
  bool is_plain;
};

/// An escape sequence of a key, the key that stands for it, and libedit's function.
typedef struct {
  const char *sequence;
  uint32_t key;
  const wchar_t *emacs;
  const wchar_t *vi;
} key_sequence;

/// The keys that send escape sequences; the last one has no sequence.
extern const key_sequence ceditline_sequences[];

/// Makes the actions known to libedit under their names.
void ceditline_add_functions(EditLine *el);

/// Reads a key as libedit wants it: 1, or 0 at the end of the input.
int ceditline_getc(EditLine *el, wchar_t *key);

/// Remembers the modes that a terminal gets back if the process dies while it is raw.
void ceditline_guard_terminal(int input, int output);

/// Ends what `ceditline_guard_terminal` began.
void ceditline_release_terminal(int input);

#endif
