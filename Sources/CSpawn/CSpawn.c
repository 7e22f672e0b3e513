#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <unistd.h>

// Sets what the new process starts with, apart from its files.
static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawnattr_setsigmask(attributes, &none);
  return posix_spawnattr_setflags(
    attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
}

// Sets the folder and the files of the new process.
static int set_actions(
  posix_spawn_file_actions_t *actions, const char *directory, int input, int output, int error) {
  int result = posix_spawn_file_actions_addchdir_np(actions, directory);
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, input, 0);
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, output, 1);
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, error, 2);
  if (result == 0) result = posix_spawn_file_actions_addclosefrom_np(actions, 3);
  return result;
}

int cspawn_start(
  pid_t *pid, const char *executable, char *const arguments[], char *const environment[],
  const char *directory, int input, int output, int error) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int result = posix_spawn_file_actions_init(&actions);
  if (result != 0) return result;
  result = posix_spawnattr_init(&attributes);
  if (result == 0) {
    result = set_attributes(&attributes);
    if (result == 0) result = set_actions(&actions, directory, input, output, error);
    if (result == 0)
      result = posix_spawn(pid, executable, &actions, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&actions);
  return result;
}

int cspawn_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno; }

int cspawn_terminal(int ends[2]) {
  int owner = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (owner < 0) return errno;
  char name[128];
  int error = grantpt(owner) || unlockpt(owner) ? errno : ptsname_r(owner, name, sizeof name);
  int program = error ? -1 : open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (program < 0) {
    if (!error) error = errno;
    close(owner);
    return error;
  }
  ends[0] = owner;
  ends[1] = program;
  return 0;
}
