#ifndef CTERMINALGUARD_H
#define CTERMINALGUARD_H

// The parts of owning a terminal that must work inside a signal handler, where Swift must not run.

#include <stddef.h>

// Remembers how to undo what the program is about to do to the terminal: its modes as they are now,
// and the bytes to write (at most 1,024). From here on a crash, or exit(), in a raised screen
// restores the terminal first; a crash then takes its old course. Call before curses starts.
// Returns 0, or -1 if `descriptor` is no terminal or `count` is too large.
int terminal_guard_arm(int descriptor, const void *undo, size_t count);

// Say that the screen is about to be raised. If standard error is a terminal, what is written to it
// is held back from here on, since it would land in the middle of the picture.
void terminal_guard_enter(void);

// Say that the screen has been left and the modes are back. Lets out what was held back.
void terminal_guard_leave(void);

// Delivers INT TERM HUP QUIT TSTP CONT WINCH, and others that end a program, as bytes, the signals'
// numbers, on the returned descriptor, which does not block. Call before curses starts: it leaves
// handlers that it finds alone. Returns -1 if there is no pipe to be had.
int terminal_signals_open(void);

// Puts back the handlers that `terminal_signals_open` replaced.
void terminal_signals_close(void);

// Stops the process as Ctrl-Z does by default; returns when it is continued, or at once where
// nothing could continue it (an orphaned process group).
void terminal_signals_stop_self(void);

// Ends the process by the signal, so that its parent sees which.
_Noreturn void terminal_signals_die_of(int signal_number);

#endif
