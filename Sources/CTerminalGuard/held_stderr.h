#ifndef HELD_STDERR_H
#define HELD_STDERR_H

#include <stddef.h>

// Makes the file that standard error goes to while it is held. Does nothing, and so do the two
// below, if standard error is no terminal.
void held_stderr_prepare(void);

void held_stderr_hold(void);

// Lets standard error through again, what was held first. Async-signal-safe.
void held_stderr_release(void);

// Writes all of `bytes`, unless the descriptor fails or stays full. Async-signal-safe.
void write_all(int descriptor, const void *bytes, size_t count);

#endif
