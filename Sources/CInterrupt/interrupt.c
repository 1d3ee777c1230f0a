#include "CInterrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static atomic_bool requested;

static void request(int number) {
    (void)number;
    atomic_store(&requested, true);
}

void interrupt_catch(void) {
    struct sigaction action, old_action;
    memset(&action, 0, sizeof action);
    action.sa_handler = request;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &old_action);
    if (old_action.sa_handler == SIG_IGN) sigaction(SIGINT, &old_action, NULL);
}

bool interrupt_was_requested(void) { return atomic_load(&requested); }
