#ifndef CSPAWN_H
#define CSPAWN_H

#include <sys/types.h>

/// Starts `executable` at the head of a session of its own, in the folder `directory`, with exactly
/// the given standard files and variables, and with no signal blocked, ignored or handled.
///
/// Returns 0, or the number of the error.
int cspawn_start(
  pid_t *pid, const char *executable, char *const arguments[], char *const environment[],
  const char *directory, int input, int output, int error);

/// Makes a pipe that no program started later inherits: the end to read, and the end to write.
///
/// Returns 0, or the number of the error.
int cspawn_pipe(int ends[2]);

/// Opens a pseudo-terminal: the end that a terminal emulator has, and the end that a program has.
///
/// Returns 0, or the number of the error.
int cspawn_terminal(int ends[2]);

#endif
