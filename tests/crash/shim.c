/*
 * Counts the file-system calls of a build in all its processes, and at one of them kills it or lets the call fail.
 * Loaded with LD_PRELOAD; only calls on paths below CRASH_ROOT count. What it is told by its environment:
 *   CRASH_ROOT    the project's real path
 *   CRASH_STATE   a file of at least 8 bytes: the count of calls so far, shared by the processes
 *   CRASH_LOG     a file to which each call's number, name and path are added; empty for none
 *   CRASH_AT      the number of the call, from 1; 0 for none
 *   CRASH_ERRNO   the error that it fails with; 0 to kill the whole process group before the call
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static long *count;
static const char *root;
static size_t root_length;
static long at;
static int error;
static int log_file = -1;

__attribute__((constructor)) static void start(void) {
  const char *state = getenv("CRASH_STATE"), *path = getenv("CRASH_LOG");
  root = getenv("CRASH_ROOT");
  if (!state || !root) return;
  root_length = strlen(root);
  at = atol(getenv("CRASH_AT") ?: "0");
  error = atoi(getenv("CRASH_ERRNO") ?: "0");
  int file = syscall(SYS_openat, AT_FDCWD, state, O_RDWR | O_CLOEXEC);
  count = mmap(0, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
  if (path && *path) log_file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
}

/* Counts a call on a path, absolute or from the working folder. True when it is to fail; errno is set then. */
static int hit(const char *name, const char *path) {
  char whole[PATH_MAX * 2];
  if (!count || !path) return 0;
  if (path[0] != '/') {
    if (!getcwd(whole, PATH_MAX)) return 0;
    size_t length = strlen(whole);
    snprintf(whole + length, sizeof whole - length, "/%s", path);
  } else snprintf(whole, sizeof whole, "%s", path);
  if (strncmp(whole, root, root_length) != 0 || strstr(whole, "/node_modules")) return 0;
  long number = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
  if (log_file >= 0) {
    char line[PATH_MAX * 2 + 64];
    int length = snprintf(line, sizeof line, "%ld\t%s\t%s\n", number, name, whole + root_length);
    syscall(SYS_write, log_file, line, length);
  }
  if (number != at) return 0;
  if (error == 0) {
    syscall(SYS_kill, 0, SIGKILL);
    for (;;) pause();
  }
  errno = error;
  return 1;
}

static int hit_file(const char *name, int file) {
  char link[64], path[PATH_MAX];
  if (!count) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0 || path[0] != '/') return 0; /* a pipe, a socket */
  path[length] = 0;
  return hit(name, path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENS(name)                                          \
  int name(const char *path, int flags, ...) {               \
    va_list rest;                                            \
    va_start(rest, flags);                                   \
    mode_t mode = va_arg(rest, mode_t);                      \
    va_end(rest);                                            \
    const char *kind = flags & (O_WRONLY | O_RDWR) ? "open" : "openread"; \
    return hit(kind, path) ? -1 : REAL(name)(path, flags, mode); \
  }
OPENS(open)
OPENS(open64)

#define ON_PATH(name, parameters, arguments, path) \
  int name parameters { return hit(#name, path) ? -1 : REAL(name) arguments; }
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path)
ON_PATH(rmdir, (const char *path), (path), path)
ON_PATH(unlink, (const char *path), (path), path)
ON_PATH(unlinkat, (int folder, const char *path, int flags), (folder, path, flags), path)
ON_PATH(rename, (const char *from, const char *to), (from, to), to)
ON_PATH(renameat2, (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags), to)
ON_PATH(link, (const char *from, const char *to), (from, to), to)
ON_PATH(symlink, (const char *from, const char *to), (from, to), to)
ON_PATH(chmod, (const char *path, mode_t mode), (path, mode), path)

#define ON_FILE(type, name, parameters, arguments) \
  type name parameters { return hit_file(#name, file) ? -1 : REAL(name) arguments; }
ON_FILE(ssize_t, write, (int file, const void *bytes, size_t length), (file, bytes, length))
ON_FILE(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t from), (file, bytes, length, from))
ON_FILE(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t from), (file, bytes, length, from))
ON_FILE(ssize_t, writev, (int file, const struct iovec *parts, int number), (file, parts, number))
ON_FILE(ssize_t, pwritev, (int file, const struct iovec *parts, int number, off_t from), (file, parts, number, from))
ON_FILE(ssize_t, pwritev64, (int file, const struct iovec *parts, int number, off64_t from), (file, parts, number, from))
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, syncfs, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, ftruncate, (int file, off_t length), (file, length))
ON_FILE(int, ftruncate64, (int file, off64_t length), (file, length))
