// Threads, pipes and error texts.
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CEditline.h"

// MARK: Threads

struct ceditline_thread {
  pthread_t handle;
  void (*body)(void *);
  void *context;
};

static void *run(void *argument) {
  ceditline_thread *thread = argument;
  // The threads of the Swift runtime, from which masks are inherited, block all signals.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGWINCH);
  sigaddset(&signals, SIGCONT);
  sigaddset(&signals, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
  thread->body(thread->context);
  return NULL;
}

ceditline_thread *ceditline_thread_start(void (*body)(void *), void *context) {
  ceditline_thread *thread = malloc(sizeof *thread);
  if (!thread) return NULL;
  thread->body = body;
  thread->context = context;
  if (pthread_create(&thread->handle, NULL, run, thread) == 0) return thread;
  free(thread);
  return NULL;
}

void ceditline_thread_join(ceditline_thread *thread) {
  // The calling thread still reads what `thread` points to when it ends.
  if (pthread_equal(thread->handle, pthread_self())) {
    pthread_detach(thread->handle);
    return;
  }
  pthread_join(thread->handle, NULL);
  free(thread);
}

// MARK: Pipes

static bool set_flags(int descriptor) {
  return fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 &&
         fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0;
}

bool ceditline_pipe(int *readable, int *writable) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  if (set_flags(ends[0]) && set_flags(ends[1])) {
    *readable = ends[0];
    *writable = ends[1];
    return true;
  }
  close(ends[0]);
  close(ends[1]);
  return false;
}

void ceditline_wait(int descriptor) {
  struct pollfd file = {descriptor, POLLIN, 0};
  while (poll(&file, 1, -1) < 0 && errno == EINTR) continue;
}

// MARK: Errors

void ceditline_error_text(int number, char *buffer, size_t size) {
#if defined(__GLIBC__)
  char scratch[256];
  strncpy(buffer, strerror_r(number, scratch, sizeof scratch), size);
  buffer[size - 1] = '\0';
#else
  strerror_r(number, buffer, size);
#endif
}
