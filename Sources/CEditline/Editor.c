// The life of an editor, its line and its screen.
#include "Editor.h"

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wctype.h>

// MARK: Life

bool ceditline_use_unicode(void) {
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8"};
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (setlocale(LC_CTYPE, names[index]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) {
      return true;
    }
  }
  return false;
}

static FILE *open_stream(int descriptor, const char *mode) {
  int copy = dup(descriptor);
  FILE *stream = copy < 0 ? NULL : fdopen(copy, mode);
  if (!stream && copy >= 0) close(copy);
  return stream;
}

static wchar_t *prompt(EditLine *el) {
  static wchar_t empty[] = L"";
  ceditline *self = NULL;
  el_get(el, EL_CLIENTDATA, &self);
  return self->prompt ? self->prompt : empty;
}

static bool open_history(ceditline *self) {
  HistEventW event;
  self->history = history_winit();
  if (!self->history) return false;
  // Nothing is kept without a size.
  history_w(self->history, &event, H_SETSIZE, 1000);
  el_wset(self->el, EL_HIST, history_w, self->history);
  return true;
}

static bool open_editor(ceditline *self, const char *program) {
  self->streams[0] = open_stream(self->input, "r");
  self->streams[1] = open_stream(self->output, "w");
  if (!self->streams[0] || !self->streams[1]) return false;
  FILE *output = self->streams[1];
  self->el = el_init_fd(
      program, self->streams[0], output, output, self->input, self->output, self->output);
  if (!self->el) return false;
  el_set(self->el, EL_CLIENTDATA, self);
  el_set(self->el, EL_SIGNAL, 0);
  // Ctrl-C and Ctrl-Z are keys here, Ctrl-S must not freeze the terminal, and the ends of pasted
  // lines must arrive as they are: libedit would swap carriage returns and newlines.
  static const char *const modes[] = {"-isig", "-ixon", "-icrnl", "-inlcr"};
  for (size_t index = 0; index < sizeof modes / sizeof *modes; index++) {
    el_set(self->el, EL_SETTY, "-d", modes[index], NULL);
  }
  el_wset(self->el, EL_PROMPT_ESC, prompt, L'\1');
  el_set(self->el, EL_GETCFN, ceditline_getc);
  ceditline_add_functions(self->el);
  return open_history(self);
}

ceditline *ceditline_open(
    const char *program, int input, int output, int wake, ceditline_callbacks callbacks) {
  ceditline *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  const char *terminal = getenv("TERM");
  self->input = input;
  self->output = output;
  self->wake = wake;
  self->callbacks = callbacks;
  self->is_plain = !terminal || !*terminal || strcmp(terminal, "dumb") == 0;
  if (open_editor(self, program)) return self;
  ceditline_close(self);
  return NULL;
}

void ceditline_close(ceditline *self) {
  if (self->el) {
    ceditline_set_raw(self, false);
    el_end(self->el);
  }
  if (self->history) history_wend(self->history);
  for (int index = 0; index < 2; index++) {
    if (self->streams[index]) fclose(self->streams[index]);
  }
  free(self->prompt);
  free(self->paste.bytes);
  free(self);
}

// MARK: The line

enum ceditline_ending ceditline_read(ceditline *self) {
  int count = 0;
  return el_wgets(self->el, &count) ? CEDITLINE_ENDING_LINE : CEDITLINE_ENDING_END_OF_FILE;
}

void ceditline_set_prompt(ceditline *self, const wchar_t *prompt) {
  free(self->prompt);
  self->prompt = wcsdup(prompt);
}

const wchar_t *ceditline_line(ceditline *self, size_t *length, size_t *cursor) {
  const LineInfoW *info = el_wline(self->el);
  *length = (size_t)(info->lastchar - info->buffer);
  *cursor = (size_t)(info->cursor - info->buffer);
  return info->buffer;
}

void ceditline_move(ceditline *self, size_t position) {
  size_t length, cursor;
  ceditline_line(self, &length, &cursor);
  size_t target = position < length ? position : length;
  el_cursor(self->el, (int)target - (int)cursor);
}

void ceditline_replace(ceditline *self, size_t start, size_t count, const wchar_t *text) {
  ceditline_move(self, start + count);
  // This counts scalars, whatever the name of its parameter says, and does nothing for 0.
  el_deletestr(self->el, (int)count);
  if (*text) el_winsertstr(self->el, text);
}

// MARK: The terminal

void ceditline_write(ceditline *self, const char *bytes, size_t length) {
  fflush(self->streams[1]);
  while (length > 0) {
    ssize_t count = write(self->output, bytes, length);
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    } else if (count < 0 && errno == EAGAIN) {
      struct pollfd file = {self->output, POLLOUT, 0};
      poll(&file, 1, -1);
    } else if (count < 0 && errno != EINTR) {
      return;
    }
  }
}

static void set_bracketed_paste(ceditline *self, bool on) {
  if (self->is_plain) return;
  ceditline_write(self, on ? "\033[?2004h" : "\033[?2004l", 8);
}

void ceditline_set_raw(ceditline *self, bool raw) {
  if (raw == self->is_raw) return;
  self->is_raw = raw;
  if (raw) {
    ceditline_guard_terminal(self->input, self->output);
    el_set(self->el, EL_PREP_TERM, 1);
    set_bracketed_paste(self, true);
  } else {
    set_bracketed_paste(self, false);
    el_set(self->el, EL_PREP_TERM, 0);
    ceditline_release_terminal(self->input);
  }
}

void ceditline_refresh(ceditline *self) {
  el_wset(self->el, EL_REFRESH);
  fflush(self->streams[1]);
}

void ceditline_resize(ceditline *self) {
  el_resize(self->el);
}

static int terminal_number(ceditline *self, char *name, int fallback) {
  int value = 0;
  if (el_get(self->el, EL_GETTC, name, &value) != 0) return fallback;
  return value > 0 ? value : fallback;
}

int ceditline_columns(ceditline *self) {
  return terminal_number(self, "co", 80);
}

int ceditline_rows(ceditline *self) {
  return terminal_number(self, "li", 24);
}

int ceditline_width(uint32_t scalar) {
  if (scalar < 0x20 || scalar == 0x7f) return 2;
  if (!iswprint((wint_t)scalar)) return scalar > 0xffff ? 8 : 7;
  int width = wcwidth((wchar_t)scalar);
  return width < 0 ? 0 : width;
}

// MARK: History

void ceditline_history_resize(ceditline *self, int size) {
  HistEventW event;
  history_w(self->history, &event, H_SETSIZE, size);
}

void ceditline_history_add(ceditline *self, const wchar_t *entry) {
  HistEventW event;
  history_w(self->history, &event, H_ENTER, entry);
}
