// Signals become bytes in pipes, and a death does not leave the terminal raw.
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "Editor.h"

enum { EDITORS = 32 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// MARK: Watched signals

// The writable ends of wake pipes; 0 is a free place, n + 1 the descriptor n.
static atomic_int wakes[EDITORS];
static int watchers = 0;

typedef struct {
  int number;
  char byte;
  struct sigaction previous;
} watched_signal;

static watched_signal watched[] = {
    {SIGINT, CEDITLINE_SIGNAL_INTERRUPT, {0}},
    {SIGWINCH, CEDITLINE_SIGNAL_RESIZE, {0}},
    {SIGCONT, CEDITLINE_SIGNAL_CONTINUE, {0}},
};
enum { WATCHED = sizeof watched / sizeof *watched };

static void note_signal(int number) {
  int saved = errno;
  for (int index = 0; index < WATCHED; index++) {
    if (watched[index].number != number) continue;
    for (int place = 0; place < EDITORS; place++) {
      int wake = atomic_load(&wakes[place]);
      // A full pipe wakes its reader anyway.
      if (wake > 0 && write(wake - 1, &watched[index].byte, 1) < 0) continue;
    }
  }
  errno = saved;
}

static void install(void) {
  for (int index = 0; index < WATCHED; index++) {
    struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(watched[index].number, &action, &watched[index].previous);
  }
}

static void uninstall(void) {
  for (int index = 0; index < WATCHED; index++) {
    sigaction(watched[index].number, &watched[index].previous, NULL);
  }
}

bool ceditline_watch_signals(int wake) {
  bool found = false;
  pthread_mutex_lock(&lock);
  for (int place = 0; place < EDITORS && !found; place++) {
    int empty = 0;
    found = atomic_compare_exchange_strong(&wakes[place], &empty, wake + 1);
  }
  if (found && watchers++ == 0) install();
  pthread_mutex_unlock(&lock);
  return found;
}

void ceditline_unwatch_signals(int wake) {
  pthread_mutex_lock(&lock);
  for (int place = 0; place < EDITORS; place++) {
    int taken = wake + 1;
    if (!atomic_compare_exchange_strong(&wakes[place], &taken, 0)) continue;
    if (--watchers == 0) uninstall();
    break;
  }
  pthread_mutex_unlock(&lock);
}

void ceditline_suspend(ceditline *self) {
  kill(0, SIGTSTP);
  // The stop may come a moment after the call; its end puts a byte into the pipe. A group that
  // cannot be stopped goes on by itself.
  struct pollfd file = {self->wake, POLLIN, 0};
  poll(&file, 1, 200);
}

// MARK: Guarded terminals

typedef struct {
  atomic_int input;  // As in `wakes`.
  int output;
  struct termios modes;
} guarded_terminal;

static guarded_terminal guarded[EDITORS];

// Safe to be called by a signal handler.
static void restore_terminals(void) {
  for (int place = 0; place < EDITORS; place++) {
    int input = atomic_exchange(&guarded[place].input, 0);
    if (input <= 0) continue;
    if (write(guarded[place].output, "\033[?2004l\r\n", 10) < 0) errno = 0;
    tcsetattr(input - 1, TCSANOW, &guarded[place].modes);
  }
}

static void die(int number) {
  restore_terminals();
  signal(number, SIG_DFL);
  raise(number);
}

static void guard_process(void) {
  static const int deadly[] = {SIGHUP, SIGTERM, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL,
                               SIGFPE, SIGTRAP};
  atexit(restore_terminals);
  for (size_t index = 0; index < sizeof deadly / sizeof *deadly; index++) {
    struct sigaction action = {.sa_handler = die, .sa_flags = SA_NODEFER}, previous;
    sigemptyset(&action.sa_mask);
    // Who handles the signal already is not disturbed.
    if (sigaction(deadly[index], NULL, &previous) != 0) continue;
    if (previous.sa_handler == SIG_DFL) sigaction(deadly[index], &action, NULL);
  }
}

void ceditline_guard_terminal(int input, int output) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, guard_process);
  pthread_mutex_lock(&lock);
  for (int place = 0; place < EDITORS; place++) {
    if (atomic_load(&guarded[place].input) != 0) continue;
    guarded[place].output = output;
    if (tcgetattr(input, &guarded[place].modes) == 0) {
      atomic_store(&guarded[place].input, input + 1);
    }
    break;
  }
  pthread_mutex_unlock(&lock);
}

void ceditline_release_terminal(int input) {
  for (int place = 0; place < EDITORS; place++) {
    int taken = input + 1;
    if (atomic_compare_exchange_strong(&guarded[place].input, &taken, 0)) return;
  }
}
