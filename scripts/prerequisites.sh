# Sourced by the other scripts: finds what a build and its tests need, and installs what is missing.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# The python3 that the system's packages belong to; another one may come first in PATH.
python=python3
[[ $(uname) == Linux && -x /usr/bin/python3 ]] && python=/usr/bin/python3

# Arguments that every swift build needs on this machine.
swift_flags=(--package-path "$root")

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# need_swift: a toolchain that can build the package, or else where to get one.
need_swift() {
    local version major minor
    command -v swift >/dev/null ||
        die "Swift 6.2 or newer is needed; get it at https://www.swift.org/install"
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p')
    read -r major minor <<<"${version:-0 0}"
    ((major > 6 || (major == 6 && minor >= 2))) ||
        die "Swift 6.2 or newer is needed, not $major.$minor; get it at https://www.swift.org/install"
}

# need_git: swift fetches the dependencies with it.
need_git() {
    command -v git >/dev/null || install git
}

# need_ncurses: the headers and the library with wide characters.
need_ncurses() {
    if [[ $(uname) == Darwin ]]; then
        local prefix
        prefix=$(brew --prefix --installed ncurses 2>/dev/null) || die "run: brew install ncurses"
        swift_flags+=(-Xcc "-I$prefix/include" -Xlinker "-L$prefix/lib")
    elif ! has_ncurses; then
        install libncurses-dev
    fi
}

has_ncurses() {
    local probe status=0
    probe=$(mktemp)
    printf '#include <ncurses.h>\nint main(void) { return 0; }\n' |
        clang -x c - -lncursesw -o "$probe" 2>/dev/null || status=$?
    rm -f "$probe"
    return "$status"
}

# need_python: the interpreter, and the terminal emulator that the tests look at the screen with.
need_python() {
    local missing=()
    command -v "$python" >/dev/null || missing+=(python3)
    "$python" -c 'import pyte' 2>/dev/null || missing+=(python3-pyte)
    ((${#missing[@]} == 0)) && return
    if [[ $(uname) == Darwin ]]; then
        die "run: brew install python3 && python3 -m pip install pyte"
    fi
    install "${missing[@]}"
    [[ $python == python3 && -x /usr/bin/python3 ]] && python=/usr/bin/python3
    return 0
}

# need_parallel: GNU parallel, with which a sweep is run on many machines.
need_parallel() {
    [[ $(parallel --version 2>/dev/null) == GNU* ]] && return
    [[ $(uname) == Darwin ]] && die "run: brew install parallel"
    install parallel
}

# need_asciinema: the player of recordings.
need_asciinema() {
    command -v asciinema >/dev/null && return
    [[ $(uname) == Darwin ]] && die "run: brew install asciinema"
    install asciinema
}

# install PACKAGE…: with apt-get; where there is none, says what to install.
install() {
    command -v apt-get >/dev/null || die "please install: $* (the names are Debian's)"
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "as root, run: apt-get install $*"
        as_root=(sudo)
    fi
    say "installing $* with apt-get"
    local get=(
        ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive
        apt-get -qq -o Dpkg::Use-Pty=0
    )
    # The lists of packages may be missing or too old, which shows only when an installation fails.
    "${get[@]}" install --yes --no-install-recommends "$@" >/dev/null 2>&1 ||
        { "${get[@]}" update >&2 && "${get[@]}" install --yes --no-install-recommends "$@" >&2; } ||
        die "could not install: $*"
}
