// From bytes of the terminal to keys.
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Editor.h"

static const char paste_start[] = "\033[200~";
static const char paste_end[] = "\033[201~";

// How long, in milliseconds, the rest of something may take: of an escape sequence of which
// there is only the escape, of one that has begun, of a character, of pasted text.
enum { ESCAPE_PATIENCE = 50, SEQUENCE_PATIENCE = 500, PASTE_PATIENCE = 5000 };

typedef enum { FILL_READ, FILL_WOKEN, FILL_LATE, FILL_ENDED } fill_result;

// MARK: Bytes

static size_t available(const input_buffer *buffer) {
  return buffer->end - buffer->start;
}

static void make_room(input_buffer *buffer) {
  if (buffer->start == 0) return;
  memmove(buffer->bytes, buffer->bytes + buffer->start, available(buffer));
  buffer->end -= buffer->start;
  buffer->start = 0;
}

// Reads what there is, or waits for it. The wake pipe counts only where `wakes` says so.
static fill_result fill(ceditline *self, int patience, bool wakes) {
  input_buffer *buffer = &self->buffer;
  make_room(buffer);
  for (;;) {
    struct pollfd files[2] = {{self->input, POLLIN, 0}, {self->wake, POLLIN, 0}};
    int ready = poll(files, wakes ? 2 : 1, patience);
    if (ready == 0) return FILL_LATE;
    if (ready < 0 && errno != EINTR) return FILL_ENDED;
    if (ready < 0) continue;
    if (wakes && files[1].revents) return FILL_WOKEN;
    ssize_t count =
        read(self->input, buffer->bytes + buffer->end, sizeof buffer->bytes - buffer->end);
    if (count > 0) {
      buffer->end += (size_t)count;
      return FILL_READ;
    }
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) return FILL_ENDED;
  }
}

static void append(byte_string *string, const void *bytes, size_t length) {
  if (string->length + length > string->capacity) {
    size_t capacity = (string->length + length) * 2;
    char *larger = realloc(string->bytes, capacity);
    if (!larger) return;
    string->bytes = larger;
    string->capacity = capacity;
  }
  memcpy(string->bytes + string->length, bytes, length);
  string->length += length;
}

// MARK: Pasted text

// Collects what follows the start of a paste up to its end, or to a long silence.
static void collect_paste(ceditline *self) {
  input_buffer *buffer = &self->buffer;
  const size_t mark = sizeof paste_end - 1;
  self->paste.length = 0;
  for (;;) {
    unsigned char *bytes = buffer->bytes + buffer->start;
    unsigned char *end = memmem(bytes, available(buffer), paste_end, mark);
    if (end) {
      append(&self->paste, bytes, (size_t)(end - bytes));
      buffer->start += (size_t)(end - bytes) + mark;
      return;
    }
    // The last bytes may be the first ones of the mark.
    size_t kept = available(buffer) < mark - 1 ? available(buffer) : mark - 1;
    size_t taken = available(buffer) - kept;
    append(&self->paste, bytes, taken);
    buffer->start += taken;
    if (fill(self, PASTE_PATIENCE, false) != FILL_READ) return;
  }
}

const char *ceditline_pasted(ceditline *self, size_t *length) {
  *length = self->paste.length;
  return self->paste.bytes ? self->paste.bytes : "";
}

// MARK: Escape sequences

// Whether the buffer starts with all of `sequence`, or with a part that may become it.
static bool starts_with(const input_buffer *buffer, const char *sequence, bool *may_become) {
  size_t length = strlen(sequence), count = available(buffer);
  size_t common = count < length ? count : length;
  if (memcmp(buffer->bytes + buffer->start, sequence, common) != 0) return false;
  if (common < length) *may_become = true;
  return common == length;
}

// The key of the sequence at the front of the buffer, which this takes; 0 if there is none.
static uint32_t take_sequence(ceditline *self, bool vi, bool *may_become) {
  input_buffer *buffer = &self->buffer;
  if (starts_with(buffer, paste_start, may_become)) {
    buffer->start += sizeof paste_start - 1;
    collect_paste(self);
    return CEDITLINE_KEY_PASTE;
  }
  for (const key_sequence *entry = ceditline_sequences; vi && entry->sequence; entry++) {
    if (!starts_with(buffer, entry->sequence, may_become)) continue;
    buffer->start += strlen(entry->sequence);
    return entry->key;
  }
  return 0;
}

// Reads on behind an escape at the front of the buffer.
static uint32_t next_escape(ceditline *self) {
  input_buffer *buffer = &self->buffer;
  bool vi = ceditline_is_vi(self);
  for (;;) {
    bool may_become = false;
    uint32_t key = take_sequence(self, vi, &may_become);
    if (key) return key;
    int patience = available(buffer) > 1 ? SEQUENCE_PATIENCE : ESCAPE_PATIENCE;
    if (may_become && fill(self, patience, false) == FILL_READ) continue;
    buffer->start++;
    return 0x1b;
  }
}

// MARK: UTF-8

static size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 0;
}

static bool is_scalar(uint32_t value, size_t length) {
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[length] && value <= 0x10ffff && !(value >= 0xd800 && value < 0xe000);
}

// Takes the scalar at the front of the buffer; U+FFFD for a byte that belongs to none.
static uint32_t next_scalar(ceditline *self) {
  input_buffer *buffer = &self->buffer;
  size_t length = sequence_length(buffer->bytes[buffer->start]);
  while (available(buffer) < length && fill(self, SEQUENCE_PATIENCE, false) == FILL_READ) continue;
  const unsigned char *bytes = buffer->bytes + buffer->start;
  uint32_t value = length > 1 ? bytes[0] & (0x7f >> length) : bytes[0];
  bool valid = length > 0 && available(buffer) >= length;
  for (size_t index = 1; valid && index < length; index++) {
    valid = (bytes[index] & 0xc0) == 0x80;
    value = value << 6 | (bytes[index] & 0x3f);
  }
  if (!valid || (length > 1 && !is_scalar(value, length))) {
    buffer->start++;
    return 0xfffd;
  }
  buffer->start += length;
  // C1 controls are the shim's own keys.
  return value >= 0x80 && value < 0xa0 ? 0xfffd : value;
}

// MARK: Keys

uint32_t ceditline_read_key(ceditline *self) {
  for (;;) {
    uint32_t key = self->injected;
    self->injected = 0;
    if (key) return key == CEDITLINE_KEY_STOP ? 0 : key;
    fill_result result = available(&self->buffer) ? FILL_READ : fill(self, -1, true);
    if (result == FILL_ENDED) return 0;
    if (result == FILL_WOKEN) {
      self->injected = self->callbacks.wake(self->callbacks.context);
      continue;
    }
    bool escape = self->buffer.bytes[self->buffer.start] == 0x1b;
    key = escape ? next_escape(self) : next_scalar(self);
    key = self->callbacks.filter(self->callbacks.context, key);
    if (key) return key;
  }
}

int ceditline_getc(EditLine *el, wchar_t *key) {
  ceditline *self = NULL;
  el_get(el, EL_CLIENTDATA, &self);
  *key = (wchar_t)ceditline_read_key(self);
  return *key != 0;
}

void ceditline_inject(ceditline *self, uint32_t key) {
  self->injected = key;
}

void ceditline_drop_input(ceditline *self) {
  self->buffer.start = self->buffer.end = 0;
  self->injected = 0;
}
