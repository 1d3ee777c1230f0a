"""What the tests of the dashboard have in common."""

import os
import pathlib
import unittest

from terminal_session import TerminalSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GOSSIP_TUI", str(ROOT / ".build/release/gossip-tui"))


class DashboardTests(unittest.TestCase):
    def start(self, *command, **terminal):
        """A program in a terminal of its own, which ends with the test."""
        session = TerminalSession([*command], **terminal)
        self.addCleanup(session.__exit__)
        return session

    def assert_quits(self, session):
        session.press("q")
        self.assertEqual(session.wait_for_end(), 0)
        self.assertEqual(session.left_behind(), [])
