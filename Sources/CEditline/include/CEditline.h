// The door to libedit: functions that are not variadic and that know its pitfalls.
//
// Text is in Unicode scalars (wchar_t) throughout. All functions on one editor are called by one
// thread at a time; only the signal handlers and writers to the wake pipe are elsewhere.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

// MARK: An editor

/// An editor on one terminal.
typedef struct ceditline ceditline;

/// Keys that no keyboard has, by which the editor is told what happened. They are C1 controls,
/// which libedit looks up in its tables and which text does not hold.
enum ceditline_key {
  /// Redraws what differs from the screen.
  CEDITLINE_KEY_REDRAW = 0x80,
  /// Calls the action `CEDITLINE_ACTION_PASTE`.
  CEDITLINE_KEY_PASTE = 0x81,
  /// Calls the action `CEDITLINE_ACTION_PREFILL`.
  CEDITLINE_KEY_PREFILL = 0x82,
  /// Calls the action `CEDITLINE_ACTION_INTERRUPT`.
  CEDITLINE_KEY_INTERRUPT = 0x83,
  /// The first of the keys that stand for escape sequences.
  CEDITLINE_KEY_FIRST_SEQUENCE = 0x86,
  /// Ends the reading as if the terminal had hung up.
  CEDITLINE_KEY_STOP = 0x7fffffff,
};

/// What a key bound by the shim asks its owner to do.
enum ceditline_action {
  CEDITLINE_ACTION_COMPLETE,
  CEDITLINE_ACTION_INTERRUPT,
  CEDITLINE_ACTION_SUSPEND,
  CEDITLINE_ACTION_PASTE,
  CEDITLINE_ACTION_PREFILL,
  CEDITLINE_ACTION_SEARCH,
  CEDITLINE_ACTION_PREFIX_BACKWARD,
  CEDITLINE_ACTION_PREFIX_FORWARD,
};

/// What is left to be done after an action.
enum ceditline_outcome {
  /// Nothing: the screen is right.
  CEDITLINE_OUTCOME_DONE,
  /// The line has changed and is drawn anew.
  CEDITLINE_OUTCOME_REFRESH,
  /// The line ends here.
  CEDITLINE_OUTCOME_FINISH,
  /// The terminal beeps.
  CEDITLINE_OUTCOME_BEEP,
};

/// How the owner of an editor takes part in the reading of a line.
typedef struct {
  /// Handed to each of the functions.
  void *context;
  /// Called when the wake pipe is readable; returns a key to act on, or 0.
  uint32_t (*wake)(void *context);
  /// Called with each key; returns the key to act on in its place, or 0 for none.
  uint32_t (*filter)(void *context, uint32_t key);
  /// Performs an action.
  enum ceditline_outcome (*act)(void *context, enum ceditline_action action);
} ceditline_callbacks;

/// Chooses a UTF-8 locale for characters; returns false where the system has none.
bool ceditline_use_unicode(void);

/// Opens an editor on two terminals, or returns NULL. `wake` is the readable end of a pipe.
ceditline *ceditline_open(
    const char *program, int input, int output, int wake, ceditline_callbacks callbacks);

/// Restores the terminal and frees the editor.
void ceditline_close(ceditline *editor);

/// Binds all keys, in the manner of vi or of Emacs.
void ceditline_bind(ceditline *editor, bool vi);

/// Whether the keys are those of vi.
bool ceditline_is_vi(ceditline *editor);

/// Reads `~/.editrc`.
void ceditline_read_startup_file(ceditline *editor);

// MARK: A line

/// How the reading of a line ended.
enum ceditline_ending { CEDITLINE_ENDING_LINE, CEDITLINE_ENDING_END_OF_FILE };

/// Lets the user edit a line, which `ceditline_line` gives afterwards.
enum ceditline_ending ceditline_read(ceditline *editor);

/// Sets the prompt; \1 encloses what has no width.
void ceditline_set_prompt(ceditline *editor, const wchar_t *prompt);

/// Makes `key` the next one that is read.
void ceditline_inject(ceditline *editor, uint32_t key);

/// The scalars of the line, their number, and the number of those before the cursor.
const wchar_t *ceditline_line(ceditline *editor, size_t *length, size_t *cursor);

/// Replaces the `count` scalars from `start` on, and leaves the cursor behind the new ones.
void ceditline_replace(ceditline *editor, size_t start, size_t count, const wchar_t *text);

/// Moves the cursor to the scalar `position`.
void ceditline_move(ceditline *editor, size_t position);

/// The pasted bytes that belong to the last `CEDITLINE_KEY_PASTE`.
const char *ceditline_pasted(ceditline *editor, size_t *length);

// MARK: The terminal

/// Enters or leaves the modes in which single keys are read.
void ceditline_set_raw(ceditline *editor, bool raw);

/// Draws the prompt and the line, from a cursor that stands where the prompt shall start.
void ceditline_refresh(ceditline *editor);

/// Takes note of the size of the terminal.
void ceditline_resize(ceditline *editor);

/// The width of the terminal in cells, as the editor sees it.
int ceditline_columns(ceditline *editor);

/// The height of the terminal in rows, as the editor sees it.
int ceditline_rows(ceditline *editor);

/// Writes bytes to the terminal, behind what libedit wrote.
void ceditline_write(ceditline *editor, const char *bytes, size_t length);

/// Reads one key without editing; 0 at the end of the input. Wakes and filters as a line does.
uint32_t ceditline_read_key(ceditline *editor);

/// Forgets keys that were typed ahead.
void ceditline_drop_input(ceditline *editor);

/// The number of cells that a scalar takes when libedit draws it, a tab and a newline excepted.
int ceditline_width(uint32_t scalar);

// MARK: History

/// Sets how many entries are remembered.
void ceditline_history_resize(ceditline *editor, int size);

/// Adds an entry.
void ceditline_history_add(ceditline *editor, const wchar_t *entry);

// MARK: Signals

/// The bytes that a wake pipe receives for signals.
enum ceditline_signal {
  CEDITLINE_SIGNAL_INTERRUPT = 'I',
  CEDITLINE_SIGNAL_RESIZE = 'W',
  CEDITLINE_SIGNAL_CONTINUE = 'C',
};

/// Makes SIGINT, SIGWINCH and SIGCONT write to the pipe's end `wake` too.
bool ceditline_watch_signals(int wake);

/// Ends what `ceditline_watch_signals` began; the last one restores the handlers.
void ceditline_unwatch_signals(int wake);

/// Stops the process group as Ctrl-Z does, and returns when it goes on.
void ceditline_suspend(ceditline *editor);

// MARK: The system

/// A thread.
typedef struct ceditline_thread ceditline_thread;

/// Starts a thread, or returns NULL.
ceditline_thread *ceditline_thread_start(void (*body)(void *context), void *context);

/// Waits for the end of a thread, unless it is the calling one, and frees it.
void ceditline_thread_join(ceditline_thread *thread);

/// Makes a pipe whose ends do not block and are not inherited.
bool ceditline_pipe(int *readable, int *writable);

/// Waits until a descriptor is readable.
void ceditline_wait(int descriptor);

/// Writes the text of an error number.
void ceditline_error_text(int number, char *buffer, size_t size);

#endif
