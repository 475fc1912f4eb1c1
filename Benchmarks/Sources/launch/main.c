// SPDX-License-Identifier: Apache-2.0

// launch RESULT PROGRAM [ARGUMENT]…
//
// Runs PROGRAM and writes one line to the file RESULT: exit status, wall time in nanoseconds, user and system time in
// microseconds, peak resident memory in KiB. The status is that of a shell: 128 + n for a program ended by signal n,
// 126 when it could not be started.

#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: launch RESULT PROGRAM [ARGUMENT]...\n");
    return 2;
  }
  FILE *result = fopen(arguments[1], "we");
  if (!result) {
    fprintf(stderr, "launch: %s: %s\n", arguments[1], strerror(errno));
    return 2;
  }
  long long start = nanoseconds();
  pid_t child = fork();
  if (child < 0) {
    fprintf(stderr, "launch: fork: %s\n", strerror(errno));
    return 2;
  }
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    fprintf(stderr, "launch: %s: %s\n", arguments[2], strerror(errno));
    _exit(126);
  }
  int status = 0;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) {
      fprintf(stderr, "launch: wait4: %s\n", strerror(errno));
      return 2;
    }
  }
  long long wall = nanoseconds() - start;
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  long peak = usage.ru_maxrss;
#ifdef __APPLE__
  peak /= 1024;  // bytes there, KiB elsewhere
#endif
  fprintf(result, "%d %lld %lld %lld %ld\n", code, wall, microseconds(usage.ru_utime), microseconds(usage.ru_stime),
          peak);
  return fclose(result) == 0 ? 0 : 2;
}
