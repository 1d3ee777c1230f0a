"""Long experiments in a real terminal: their progress, and Ctrl-C.

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise.
"""

import json
import os
import pathlib
import re
import signal
import subprocess
import unittest

from terminal_session import TerminalSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("GOSSIP_LAB", str(ROOT / ".build/release/gossip-lab"))
CTRL_C = "\x03"
# Hours of work.
ENDLESS = ["--time-limit", "500000"]


class LongRunTests(unittest.TestCase):
    def run_in_terminal(self, *options):
        session = TerminalSession([PROGRAM, "run", *options], columns=150)
        self.addCleanup(session.__exit__)
        return session

    def test_a_run_shows_its_progress_and_ctrl_c_ends_it_with_the_figures_so_far(self):
        session = self.run_in_terminal(*ENDLESS)
        session.wait_for("million deliveries")
        self.assertRegex(session.text, r"^\d+ %, \d+\.\d million deliveries")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertNotIn("million deliveries", session.text)
        self.assertRegex(session.row(0), r"^scenario     grid of 25")
        self.assertRegex(session.text, r"msgs/op, 5[56]\.\d\d per broadcast")
        self.assertRegex(session.text, r"PARTIAL      ended after \d+\.\d+ simulated seconds")
        self.assertEqual(session.left_behind(), [])

    def test_a_run_of_a_million_nodes_can_be_ended_with_the_figures_so_far(self):
        session = self.run_in_terminal(
            "--node-count", "1000000", "--rate", "1", "--recovery", "250s")
        session.wait_for("million deliveries")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertRegex(session.text, r"counts       \d+ messages between nodes")
        self.assertRegex(session.text, r"0 of \d+ values at every node so far")
        self.assertIn("PARTIAL", session.text)

    def test_a_series_shows_its_progress_and_ctrl_c_ends_it_with_the_runs_so_far(self):
        session = self.run_in_terminal("--seeds", "100000")
        session.wait_for("of 100000 runs")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        done = re.search(r"PARTIAL      ended after (\d+) of 100000 runs", session.text)
        self.assertGreater(int(done[1]), 1)
        self.assertIn(f"seeds        {done[1]}, from 42 to {41 + int(done[1])}", session.text)

    def test_a_short_run_shows_no_progress(self):
        session = self.run_in_terminal("--time-limit", "1")
        self.assertEqual(session.wait_for_end(), 0)
        self.assertNotIn(b"deliveries", session.output)

    def test_without_a_terminal_there_is_no_progress_and_the_json_is_marked(self):
        # Whoever started this test may have SIGINT ignored, and children inherit that.
        process = subprocess.Popen(
            [PROGRAM, "run", "--format", "json", *ENDLESS],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        with self.assertRaises(subprocess.TimeoutExpired):
            process.wait(2)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate()
        self.assertEqual((process.returncode, errors), (130, b""))
        report = json.loads(output)
        self.assertIs(report["partial"], True)
        self.assertEqual(report["valid?"], "unknown")
        self.assertGreater(report["net"]["servers"]["msg-count"], 0)


if __name__ == "__main__":
    unittest.main()
