#ifndef CINTERRUPT_H
#define CINTERRUPT_H

// Ctrl-C as a request that the program may look at, since Swift must not run in a signal handler.

#include <stdbool.h>

// From here on the first SIGINT only sets the flag below; a second one ends the process as ever. A
// program that was started with SIGINT ignored goes on ignoring it.
void interrupt_catch(void);

// Whether SIGINT has arrived. From any thread.
bool interrupt_was_requested(void);

#endif
