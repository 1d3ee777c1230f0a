"""What the tests of the dashboard have in common.

The program is the one that GOSSIP_TUI names, .build/release/gossip-tui otherwise.
"""

import os
import pathlib
import unittest

from terminal_session import TerminalSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GOSSIP_TUI", str(ROOT / ".build/release/gossip-tui"))


class DashboardTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not os.access(PROGRAM, os.X_OK):
            raise AssertionError(f"there is no program {PROGRAM}: build it, or set GOSSIP_TUI")

    def start(self, *command, **terminal):
        """A program in a terminal of its own, which ends with the test."""
        session = TerminalSession([*command], **terminal)
        self.addCleanup(session.__exit__)
        return session

    def assert_quits(self, session):
        session.press("q")
        self.assert_ends(session, 0)

    def assert_ends(self, session, status):
        """It ends so, and leaves the terminal as it was."""
        self.assertEqual(session.wait_for_end(), status)
        self.assertEqual(session.left_behind(), [])
