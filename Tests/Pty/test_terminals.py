"""Terminals of many kinds and sizes: the dashboard starts, draws, follows and leaves."""

import random
import signal
import unittest

from dashboard_tests import PROGRAM
from terminal_session import TerminalSession

SEED = 20


class TerminalTests(unittest.TestCase):
    def session(self, *options, **terminal):
        session = TerminalSession([PROGRAM, *options], **terminal)
        self.addCleanup(session.__exit__)
        return session

    def assert_ends(self, session, status):
        self.assertEqual(session.wait_for_end(), status)
        self.assertEqual(session.left_behind(), [])

    def test_terminals_of_every_kind_show_the_cluster_and_are_given_back(self):
        for name in ("xterm", "xterm-256color", "screen", "tmux", "linux", "vt100", "ansi"):
            with self.subTest(TERM=name):
                session = self.session(environment={"TERM": name})
                session.wait_for("cluster")
                session.press("t")
                session.wait_for("line")
                session.press("?")
                session.wait_for("help")
                session.press("\x1b")
                session.wait_for_absence("help --" if name == "vt100" else "closes")
                session.press("q")
                self.assert_ends(session, 0)

    def test_sizes_from_one_cell_to_a_wall(self):
        for columns, rows in ((1, 1), (3, 2), (20, 5), (40, 12), (200, 60), (500, 200)):
            with self.subTest(columns=columns, rows=rows):
                session = self.session(columns=columns, rows=rows)
                session.wait_until(lambda: session.text.strip(), "anything on the screen")
                session.press("v\r")
                session.press("\x1bq")
                self.assert_ends(session, 0)

    def test_a_storm_of_sizes_leaves_a_whole_screen(self):
        random_source = random.Random(SEED)
        session = self.session()
        session.wait_for("cluster")
        for _ in range(60):
            session.resize(random_source.randint(1, 250), random_source.randint(1, 80))
            session.press(random_source.choice(["", "t", "f", "6", "P", "v", "?", "\x1b"]))
        session.press("\x1b")
        session.resize(120, 40)
        session.press(":view everything\r")
        session.wait_for("traffic")
        session.wait_for("╰")
        session.press("q")
        self.assert_ends(session, 0)

    def test_signals_in_the_middle_of_everything_restore_the_terminal(self):
        random_source = random.Random(SEED)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT) * 3:
            with self.subTest(signal=number):
                session = self.session("--preset", "maelstrom-grid", "--speed", "10")
                session.wait_for("cluster")
                for _ in range(random_source.randint(0, 5)):
                    session.press(random_source.choice(["t", "p", "\r", ":kill n", "?", "v"]))
                session.send_signal(number)
                status = 0 if number == signal.SIGINT else -number
                self.assert_ends(session, status)


if __name__ == "__main__":
    unittest.main()
