#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int signals[] = {
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH,
    // Nobody sends these to a dashboard, but each would end it.
    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
#ifdef __linux__
    SIGPOLL, SIGSTKFLT, SIGPWR,
#endif
};
enum { signal_count = sizeof signals / sizeof signals[0] };
static struct sigaction old_actions[signal_count];
static int ends[2] = {-1, -1};

static void pass_on(int number) {
    int saved_errno = errno;
    unsigned char byte = (unsigned char)number;
    // A full pipe has news enough.
    (void)!write(ends[1], &byte, 1);
    errno = saved_errno;
}

int terminal_signals_open(void) {
    if (ends[0] < 0) {
        if (pipe(ends) != 0) return -1;
        for (int index = 0; index < 2; index++) {
            fcntl(ends[index], F_SETFL, O_NONBLOCK);
            fcntl(ends[index], F_SETFD, FD_CLOEXEC);
        }
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = pass_on;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < signal_count; index++) {
        sigaction(signals[index], &action, &old_actions[index]);
    }
    return ends[0];
}

void terminal_signals_close(void) {
    for (int index = 0; index < signal_count; index++) {
        sigaction(signals[index], &old_actions[index], NULL);
    }
}

// Sends the process a signal with its default action in force, and puts back the action it had.
static void take_by_default(int number) {
    struct sigaction action, old_action;
    memset(&action, 0, sizeof action);
    action.sa_handler = SIG_DFL;
    sigemptyset(&action.sa_mask);
    sigset_t unblocked, old_mask;
    sigemptyset(&unblocked);
    sigaddset(&unblocked, number);
    sigaction(number, &action, &old_action);
    sigprocmask(SIG_UNBLOCK, &unblocked, &old_mask);
    raise(number);
    sigprocmask(SIG_SETMASK, &old_mask, NULL);
    sigaction(number, &old_action, NULL);
}

void terminal_signals_stop_self(void) { take_by_default(SIGTSTP); }

_Noreturn void terminal_signals_die_of(int signal_number) {
    take_by_default(signal_number);
    _exit(128 + signal_number);
}
