#include "held_stderr.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

static int outside = -1; // standard error as the program found it
static int held = -1;    // the unlinked file that stands in for it
static off_t released;   // how much of the file has been let out

void write_all(int descriptor, const void *bytes, size_t count) {
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(descriptor, rest, count);
        if (written >= 0) {
            rest += written;
            count -= (size_t)written;
        } else if (errno == EAGAIN) {
            // Whoever shares the terminal may have made it non-blocking; a second must do.
            struct pollfd writable = {.fd = descriptor, .events = POLLOUT};
            if (poll(&writable, 1, 1000) == 0) return;
        } else if (errno != EINTR) {
            return;
        }
    }
}

void held_stderr_prepare(void) {
    if (held >= 0 || !isatty(STDERR_FILENO)) return;
    FILE *file = tmpfile();
    if (file == NULL) return;
    outside = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (outside < 0) {
        fclose(file);
        return;
    }
    held = fileno(file);
    fcntl(held, F_SETFD, FD_CLOEXEC);
}

void held_stderr_hold(void) {
    if (held >= 0) dup2(held, STDERR_FILENO);
}

void held_stderr_release(void) {
    if (held < 0) return;
    dup2(outside, STDERR_FILENO);
    char bytes[4096];
    ssize_t count;
    while ((count = pread(held, bytes, sizeof bytes, released)) > 0) {
        write_all(STDERR_FILENO, bytes, (size_t)count);
        released += count;
    }
}
