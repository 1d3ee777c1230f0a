"""A program in a terminal of its own, seen through a terminal emulator."""

import copy
import fcntl
import os
import pty
import select
import struct
import subprocess
import tempfile
import termios
import time

import pyte

# How long anything may take. Generous: it is only waited for in full by a test that fails.
PATIENCE = 20.0

# Modes of a terminal (CSI ? n h).
AUTOWRAP, CURSOR, ALTERNATE_SCREEN = 7, 25, 1049


# Where a program finds no configuration, whatever the person who runs the tests has.
NO_CONFIGURATION = tempfile.TemporaryDirectory(prefix="no-configuration-")


class Emulator(pyte.Screen):
    """A screen that knows more than pyte's: modes, the alternate screen and repetition."""

    def __init__(self, columns, lines):
        self.modes_on = {AUTOWRAP, CURSOR}
        self.main_screen = None
        self.last_drawn = " "
        super().__init__(columns, lines)

    @property
    def shows_alternate_screen(self):
        return self.main_screen is not None

    def set_mode(self, *modes, **kwargs):
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private"):
            self.modes_on.update(modes)
        if ALTERNATE_SCREEN in modes and not self.shows_alternate_screen:
            self.main_screen = copy.deepcopy((self.buffer, self.cursor))
            self.erase_in_display(2)

    def reset_mode(self, *modes, **kwargs):
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private"):
            self.modes_on.difference_update(modes)
        if ALTERNATE_SCREEN in modes and self.shows_alternate_screen:
            self.buffer, cursor = self.main_screen
            self.cursor.x, self.cursor.y = cursor.x, cursor.y
            self.main_screen = None

    def draw(self, data):
        super().draw(data)
        self.last_drawn = data[-1:] or self.last_drawn

    def repeat(self, count=1):
        self.draw(self.last_drawn * max(1, count))


class EmulatorStream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat"}
    events = pyte.ByteStream.events | {"repeat"}


class TerminalSession:
    """Runs `command` in a new terminal; use it in a `with` statement, which ends the program."""

    def __init__(self, command, columns=120, rows=40, environment=None):
        self.emulator = Emulator(columns, rows)
        self.stream = EmulatorStream(self.emulator)
        # Every byte that the program has sent.
        self.output = b""
        self.controller, self.terminal = pty.openpty()
        self._set_size(columns, rows)
        self.modes_before = set(self.emulator.modes_on)
        self.flags_before = termios.tcgetattr(self.terminal)
        self.process = subprocess.Popen(
            command,
            stdin=self.terminal,
            stdout=self.terminal,
            stderr=self.terminal,
            env=self._environment(environment or {}),
            # What random keys export lands there.
            cwd=NO_CONFIGURATION.name,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    @staticmethod
    def _environment(changes):
        """A plain one, whatever terminal the tests run in; a change to None removes a variable."""
        plain = {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": os.environ.get("HOME", "/"),
            "XDG_CONFIG_HOME": NO_CONFIGURATION.name,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            # Otherwise a crash ends in a dialogue.
            "SWIFT_BACKTRACE": "enable=no",
        }
        return {name: value for name, value in (plain | changes).items() if value is not None}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for descriptor in (self.controller, self.terminal):
            if descriptor is not None:
                os.close(descriptor)

    # What a person does.

    def press(self, keys):
        os.write(self.controller, keys.encode())

    def resize(self, columns, rows):
        """Gives the terminal another size and a blank screen."""
        self._read(0)
        self.emulator.resize(rows, columns)
        self.emulator.erase_in_display(2)
        self._set_size(columns, rows)

    def send_signal(self, number):
        self.process.send_signal(number)

    def hang_up(self):
        """Takes the terminal away, as when its window is closed."""
        os.close(self.controller)
        self.controller = None

    # What a person sees.

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.emulator.display)

    def row(self, number):
        return self.emulator.display[number].rstrip()

    def wait_until(self, condition, what, patience=PATIENCE):
        """Lets the program run until the condition holds; fails if it does not in time."""
        deadline = time.monotonic() + patience
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"{what}: not within {PATIENCE:g} s; screen:\n{self.text}")
            if not self._read(0.1) and self.process.poll() is not None and not self._read(0):
                if condition():
                    return
                raise AssertionError(f"{what}: not before the program ended; screen:\n{self.text}")

    def wait_for(self, text, patience=PATIENCE):
        self.wait_until(lambda: text in self.text, f"{text!r} on the screen", patience)

    def wait_for_absence(self, text):
        self.wait_until(lambda: text not in self.text, f"no {text!r} on the screen")

    def wait_for_end(self):
        """The exit status; minus the number of the signal if the program died of one."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running after {PATIENCE:g} s; screen:\n{self.text}")
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.returncode

    def left_behind(self):
        """What the program changed in the terminal and did not put back; empty if nothing."""
        modes = self.emulator.modes_on ^ self.modes_before
        names = {CURSOR: "hidden cursor", ALTERNATE_SCREEN: "alternate screen"}
        changes = [names.get(mode, f"mode {mode}") for mode in sorted(modes)]
        if self.emulator.cursor.attrs != self.emulator.default_char:
            changes.append("colours or attributes")
        # The last part holds special characters, which shells also set; the speeds come before.
        names = ("input", "output", "control", "local")
        flags = termios.tcgetattr(self.terminal)
        for name, before, after in zip(names, self.flags_before, flags):
            if before != after:
                changes.append(f"{name} flags {before:o} -> {after:o}")
        return changes

    # How it is done.

    def _set_size(self, columns, rows):
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.controller, termios.TIOCSWINSZ, size)

    def _read(self, seconds):
        """Shows what the program sends; false if that is nothing for so long."""
        if self.controller is None:
            # Nothing to read, but the program needs its time.
            select.select([], [], [], seconds)
            return False
        if not select.select([self.controller], [], [], seconds)[0]:
            return False
        received = os.read(self.controller, 65536)
        self.output += received
        self.stream.feed(received)
        return len(received) > 0
