#include "CTerminalGuard.h"
#include "held_stderr.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static int terminal = -1;
static struct termios modes;
static char undo_bytes[1024];
static size_t undo_count;
static volatile sig_atomic_t raised;

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS};
enum { crash_count = sizeof crashes / sizeof crashes[0] };
static struct sigaction old_actions[crash_count];
static int wants_backtrace;

static void restore(void) {
    if (!raised) return;
    raised = 0;
    int saved_errno = errno;
    write_all(terminal, undo_bytes, undo_count);
    // A process in the background is stopped for this call unless it blocks the signal.
    sigset_t output_stop, old_mask;
    sigemptyset(&output_stop);
    sigaddset(&output_stop, SIGTTOU);
    sigprocmask(SIG_BLOCK, &output_stop, &old_mask);
    tcsetattr(terminal, TCSANOW, &modes);
    sigprocmask(SIG_SETMASK, &old_mask, NULL);
    held_stderr_release();
    errno = saved_errno;
}

static void handle_crash(int number, siginfo_t *cause, void *context) {
    (void)context;
    restore();
    // A faulty instruction faults again on return, with its address for whoever looks at it now.
    // What kill() or abort() sent does not, nor does a breakpoint that has been stepped over.
    const int is_sent = cause->si_code <= 0 || cause->si_code == SI_USER || number == SIGTRAP;
    for (int index = 0; index < crash_count; index++) {
        if (crashes[index] != number) continue;
        // Swift's backtracer, on a terminal, asks what to do for half a minute, and after a signal
        // that was sent lets the program run on: only who asked for it gets it, and for a fault.
        if (wants_backtrace && !is_sent) {
            sigaction(number, &old_actions[index], NULL);
        } else {
            signal(number, SIG_DFL);
        }
    }
    if (is_sent) raise(number);
}

static void catch_crashes(void) {
    // A stack of its own, or nothing could run after the stack has overflowed.
    static char memory[64 * 1024];
    stack_t current;
    if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) {
        const stack_t own = {.ss_sp = memory, .ss_size = sizeof memory};
        sigaltstack(&own, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handle_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < crash_count; index++) {
        sigaction(crashes[index], &action, &old_actions[index]);
    }
}

int terminal_guard_arm(int descriptor, const void *undo, size_t count) {
    if (count > sizeof undo_bytes || tcgetattr(descriptor, &modes) != 0) return -1;
    const int is_armed = terminal >= 0;
    wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
    memcpy(undo_bytes, undo, count);
    undo_count = count;
    terminal = descriptor;
    held_stderr_prepare();
    if (is_armed) return 0;
    catch_crashes();
    return atexit(restore);
}

void terminal_guard_enter(void) {
    raised = 1;
    held_stderr_hold();
}

void terminal_guard_leave(void) {
    raised = 0;
    held_stderr_release();
}
