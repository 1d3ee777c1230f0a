#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// What Swift cannot import of curses (macros, mutable globals), as functions.

#if !__has_include(<ncurses.h>)
#error "The headers of ncurses are missing. Debian, Ubuntu: apt-get install libncurses-dev. " \
    "Fedora: dnf install ncurses-devel. macOS: xcode-select --install"
#endif

// The wide-character interface; the second name is the one that Apple's header looks at.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
// Terminfo. Its macros (columns, lines, tab ...) would clash in C; Swift does not see them.
#include <term.h>

// How many columns a character takes, -1 if the locale cannot show it: POSIX, but glibc declares it
// only where asked before the first of its headers, which is not ours to do.
int wcwidth(wchar_t character);

// The window that covers the screen.
static inline WINDOW *curses_screen(void) { return stdscr; }

// What curses believes the terminal shows.
static inline WINDOW *curses_shown(void) { return curscr; }

static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_dim(void) { return WA_DIM; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }

// A cell with one character.
static inline cchar_t curses_cell(wchar_t character, attr_t attributes, short pair) {
    cchar_t cell = {0};
    const wchar_t text[2] = {character, 0};
    setcchar(&cell, text, attributes, pair, NULL);
    return cell;
}

// What keys are read through, without waiting: a pad, since reading through a window repaints it.
// Untyped, because Swift sees one type of window or another depending on the system.
static inline void *curses_keyboard(void) {
    WINDOW *pad = newpad(1, 1);
    if (pad != NULL) {
        keypad(pad, TRUE);
        nodelay(pad, TRUE);
    }
    return pad;
}

static inline int curses_read(void *keyboard, wint_t *code) { return wget_wch(keyboard, code); }

// A string of the terminal's description by its terminfo name; NULL where it has none.
static inline const char *curses_capability(const char *name) {
    const char *text = tigetstr((char *)name);
    return text == (const char *)-1 ? NULL : text;
}

#endif
