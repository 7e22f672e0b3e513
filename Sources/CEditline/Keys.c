// The keys: what is bound to what.
#include "Editor.h"

// Keys that stand for escape sequences, in the order of the table's groups.
enum {
  KEY_UP = CEDITLINE_KEY_FIRST_SEQUENCE,
  KEY_DOWN,
  KEY_RIGHT,
  KEY_LEFT,
  KEY_HOME,
  KEY_END,
  KEY_DELETE,
  KEY_WORD_LEFT,
  KEY_WORD_RIGHT,
  KEY_PAGE_UP,
  KEY_PAGE_DOWN,
  KEY_IGNORED,
};

const key_sequence ceditline_sequences[] = {
    {"\033[A", KEY_UP, L"ed-prev-history", L"ed-prev-history"},
    {"\033OA", KEY_UP, L"ed-prev-history", L"ed-prev-history"},
    {"\033[B", KEY_DOWN, L"ed-next-history", L"ed-next-history"},
    {"\033OB", KEY_DOWN, L"ed-next-history", L"ed-next-history"},
    {"\033[C", KEY_RIGHT, L"ed-next-char", L"ed-next-char"},
    {"\033OC", KEY_RIGHT, L"ed-next-char", L"ed-next-char"},
    {"\033[D", KEY_LEFT, L"ed-prev-char", L"ed-prev-char"},
    {"\033OD", KEY_LEFT, L"ed-prev-char", L"ed-prev-char"},
    {"\033[H", KEY_HOME, L"ed-move-to-beg", L"ed-move-to-beg"},
    {"\033OH", KEY_HOME, L"ed-move-to-beg", L"ed-move-to-beg"},
    {"\033[1~", KEY_HOME, L"ed-move-to-beg", L"ed-move-to-beg"},
    {"\033[7~", KEY_HOME, L"ed-move-to-beg", L"ed-move-to-beg"},
    {"\033[F", KEY_END, L"ed-move-to-end", L"ed-move-to-end"},
    {"\033OF", KEY_END, L"ed-move-to-end", L"ed-move-to-end"},
    {"\033[4~", KEY_END, L"ed-move-to-end", L"ed-move-to-end"},
    {"\033[8~", KEY_END, L"ed-move-to-end", L"ed-move-to-end"},
    {"\033[3~", KEY_DELETE, L"ed-delete-next-char", L"ed-delete-next-char"},
    {"\033[1;5D", KEY_WORD_LEFT, L"ed-prev-word", L"vi-prev-word"},
    {"\033[1;3D", KEY_WORD_LEFT, L"ed-prev-word", L"vi-prev-word"},
    {"\033[1;5C", KEY_WORD_RIGHT, L"em-next-word", L"vi-next-word"},
    {"\033[1;3C", KEY_WORD_RIGHT, L"em-next-word", L"vi-next-word"},
    {"\033[5~", KEY_PAGE_UP, L"cws-prefix-backward", L"cws-prefix-backward"},
    {"\033[6~", KEY_PAGE_DOWN, L"cws-prefix-forward", L"cws-prefix-forward"},
    // Keys without a meaning, of which libedit would insert the end.
    {"\033[2~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[Z", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[1;5A", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[1;5B", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033OP", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033OQ", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033OR", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033OS", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[11~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[12~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[13~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[14~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[15~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[17~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[18~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[19~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[20~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[21~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[23~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {"\033[24~", KEY_IGNORED, L"ed-ignore", L"ed-ignore"},
    {NULL, 0, NULL, NULL},
};

// MARK: Functions that libedit calls

static unsigned char act(EditLine *el, enum ceditline_action action) {
  ceditline *self = NULL;
  el_get(el, EL_CLIENTDATA, &self);
  switch (self->callbacks.act(self->callbacks.context, action)) {
    case CEDITLINE_OUTCOME_REFRESH: return CC_REFRESH;
    case CEDITLINE_OUTCOME_FINISH: return CC_NEWLINE;
    case CEDITLINE_OUTCOME_BEEP: return CC_ERROR;
    default: return CC_NORM;
  }
}

#define ACTION(name, action) \
  static unsigned char name(EditLine *el, int key) { \
    (void)key; \
    return act(el, action); \
  }

ACTION(complete, CEDITLINE_ACTION_COMPLETE)
ACTION(interrupt, CEDITLINE_ACTION_INTERRUPT)
ACTION(suspend, CEDITLINE_ACTION_SUSPEND)
ACTION(paste, CEDITLINE_ACTION_PASTE)
ACTION(prefill, CEDITLINE_ACTION_PREFILL)
ACTION(search, CEDITLINE_ACTION_SEARCH)
ACTION(prefix_backward, CEDITLINE_ACTION_PREFIX_BACKWARD)
ACTION(prefix_forward, CEDITLINE_ACTION_PREFIX_FORWARD)

static unsigned char redraw(EditLine *el, int key) {
  (void)el;
  (void)key;
  return CC_REFRESH;
}

// MARK: Binding

// el_set copies these names; el_wset would keep the pointers.
void ceditline_add_functions(EditLine *el) {
  el_set(el, EL_ADDFN, "cws-complete", "Completes the word", complete);
  el_set(el, EL_ADDFN, "cws-interrupt", "Drops the line", interrupt);
  el_set(el, EL_ADDFN, "cws-suspend", "Suspends the program", suspend);
  el_set(el, EL_ADDFN, "cws-paste", "Inserts pasted text", paste);
  el_set(el, EL_ADDFN, "cws-prefill", "Inserts the initial text", prefill);
  el_set(el, EL_ADDFN, "cws-search", "Searches the history", search);
  el_set(el, EL_ADDFN, "cws-prefix-backward", "Recalls an older line that starts so",
         prefix_backward);
  el_set(el, EL_ADDFN, "cws-prefix-forward", "Recalls a newer line that starts so",
         prefix_forward);
  el_set(el, EL_ADDFN, "cws-redraw", "Draws what has changed", redraw);
}

// Binds a key in the main table and, under vi, in that of the command mode.
static void bind_key(EditLine *el, bool vi, const wchar_t *key, const wchar_t *function) {
  el_wset(el, EL_BIND, key, function, NULL);
  if (vi) el_wset(el, EL_BIND, L"-a", key, function, NULL);
}

static void bind_code(EditLine *el, bool vi, uint32_t code, const wchar_t *function) {
  wchar_t key[2] = {(wchar_t)code, 0};
  bind_key(el, vi, key, function);
}

static void bind_sequences(EditLine *el, bool vi) {
  for (const key_sequence *entry = ceditline_sequences; entry->sequence; entry++) {
    wchar_t wide[16];
    size_t length = 0;
    for (const char *byte = entry->sequence; *byte; byte++) wide[length++] = *byte;
    wide[length] = 0;
    // Under vi an escape that starts a sequence would no longer end the insert mode at once.
    if (vi) bind_code(el, true, entry->key, entry->vi);
    else bind_key(el, false, wide, entry->emacs);
  }
}

void ceditline_bind(ceditline *self, bool vi) {
  EditLine *el = self->el;
  el_set(el, EL_EDITOR, vi ? "vi" : "emacs");
  bind_sequences(el, vi);
  bind_key(el, vi, L"^I", L"cws-complete");
  bind_key(el, vi, L"^C", L"cws-interrupt");
  bind_key(el, vi, L"^Z", L"cws-suspend");
  bind_key(el, vi, L"^R", L"cws-search");
  bind_key(el, vi, L"^L", L"ed-clear-screen");
  bind_key(el, vi, L"^W", L"ed-delete-prev-word");
  if (!vi) bind_key(el, vi, L"\\ep", L"cws-prefix-backward");
  if (!vi) bind_key(el, vi, L"\\en", L"cws-prefix-forward");
  bind_code(el, vi, CEDITLINE_KEY_REDRAW, L"cws-redraw");
  bind_code(el, vi, CEDITLINE_KEY_PASTE, L"cws-paste");
  bind_code(el, vi, CEDITLINE_KEY_PREFILL, L"cws-prefill");
  bind_code(el, vi, CEDITLINE_KEY_INTERRUPT, L"cws-interrupt");
}

bool ceditline_is_vi(ceditline *self) {
  const char *name = NULL;
  return el_get(self->el, EL_EDITOR, &name) == 0 && name && name[0] == 'v';
}

void ceditline_read_startup_file(ceditline *self) {
  el_source(self->el, NULL);
  // `edit off` would leave nothing that reads our keys.
  el_set(self->el, EL_EDITMODE, 1);
}
