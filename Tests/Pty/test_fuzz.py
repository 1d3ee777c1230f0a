"""The dashboard under keys, bytes and escape sequences that make no sense.

The program is the one that GOSSIP_TUI names, .build/release/gossip-tui otherwise. The input is the
same in every run.
"""

import random
import unittest

from dashboard_tests import PROGRAM
from terminal_session import TerminalSession

CTRL_C = "\x03"

WORDS = [
    "topology ", "tree4", "heap", "node-count ", "9", "1000", "kill ", "n3", "cut ", "n0|*", "one",
    "loss ", "0.3 ", "*|*", "heal", "restart", "resume", "pause ", "speed x1000", "step", "seed 7",
    "gossip-mode ", "push-pull-digest", "batch-interval 50ms", "rate 100", "preset blog-heap",
    "select n99", "broadcast", "partition majority", "clog 500ms *|*", "latency 0",
]
SEQUENCES = [
    "\x1b", "\x1b[A", "\x1bOA", "\x1bOB", "\x1b[15;6~", "\x1b[<0;20;10M", "\x1b[<0;25;14m",
    "\x1b[<64;5;5M", "\x1b[<0;", "\x1b[M !!", "\x1b[200~", "\x1b]0;x\x07", "\x1bP", "\x1b[", "\x1bO",
]
# Not Ctrl-C, Ctrl-Z, Ctrl-\ and flow control, which are for the terminal and its shell.
BYTES = [chr(code) for code in range(1, 256) if code not in (0x03, 0x11, 0x13, 0x1A, 0x1C)]


class FuzzTests(unittest.TestCase):
    def input(self, luck):
        kind = luck.random()
        if kind < 0.5:
            return luck.choice("tTipbxzhjklmRN?:. +-=_01234\t\r\x7f")
        if kind < 0.75:
            return ":" + luck.choice(WORDS) + luck.choice(WORDS) + luck.choice("\r\t\x1b\x15")
        if kind < 0.9:
            return luck.choice(SEQUENCES)
        return luck.choice(BYTES)

    def run_with(self, seed, columns, rows, environment=None):
        luck = random.Random(seed)
        for _ in range(4):
            with TerminalSession([PROGRAM], columns, rows, environment) as session:
                session.wait_for("0:0" if columns > 60 else "msgs")
                for _ in range(150):
                    if session.process.poll() is not None:
                        break
                    session.press("".join(self.input(luck) for _ in range(10)))
                if session.process.poll() is None:
                    session.press(CTRL_C)
                self.assertEqual(session.wait_for_end(), 0, session.text)
                self.assertEqual(session.left_behind(), [])

    def test_nonsense_neither_hangs_nor_ends_it_and_leaves_nothing_behind(self):
        for seed, columns, rows in ((1, 120, 40), (2, 80, 24), (3, 200, 60)):
            with self.subTest(columns=columns):
                self.run_with(seed, columns, rows)

    def test_the_same_on_a_terminal_that_knows_little(self):
        self.run_with(4, 80, 24, {"TERM": "vt100", "LC_ALL": "C"})


if __name__ == "__main__":
    unittest.main()
