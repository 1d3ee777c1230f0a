"""Looking back, beginning another future, and races, in a real terminal."""

import unittest

from dashboard_tests import PROGRAM, DashboardTests

ESCAPE, ENTER, CTRL_C = "\x1b", "\r", "\x03"


class TimeTests(DashboardTests):
    def dashboard(self, *options):
        session = self.start(PROGRAM, *options, columns=120, rows=40)
        session.wait_for("GossipTUI")
        return session

    def test_the_past_is_looked_at_and_left_again(self):
        session = self.dashboard("--preset", "maelstrom-grid", "--speed", "1000")
        session.wait_for("finished")
        end = "0:30.00"
        session.wait_for("finished  " + end)
        session.press(":seek 8.2s" + ENTER)
        session.wait_for("0:08.20 of " + end)
        session.wait_for("past")
        session.press("0")
        session.wait_for("finished  " + end)
        session.press("[")
        session.wait_for(" of " + end)
        session.press(",")
        session.wait_for("past ‖")
        self.assert_quits(session)

    def test_a_change_in_the_past_leaves_a_ghost(self):
        session = self.dashboard("--preset", "maelstrom-grid", "--speed", "1000")
        session.wait_for("finished")
        session.press(":seek 5s" + ENTER)
        session.wait_for("0:05.00 of")
        session.press("t")
        session.wait_for("a ghost now")
        session.wait_for("▶ live")
        session.press(" ")
        session.wait_for("═ ghost p50")
        session.press(ESCAPE)
        session.wait_for_absence("═ ghost p50")
        self.assert_quits(session)

    def test_a_seek_goes_beyond_what_was_seen(self):
        session = self.dashboard()
        session.press(":seek 0:40.5" + ENTER)
        session.wait_for("‖ x0.25  0:40.50")
        session.press("[")
        session.wait_for("0:39.50 of 0:40.50")
        self.assert_quits(session)

    def test_a_step_that_takes_long_can_be_ended(self):
        session = self.dashboard("--rate", "1000")
        session.press(":step 1000000s" + ENTER)
        session.wait_for("▶▶ to 1666")
        session.press(" ")
        session.wait_for("‖ x0.25")
        session.press(":step batch" + ENTER)
        session.wait_for("no batch came in the next 30 s")
        session.press(":step 1000000s" + ENTER)
        session.wait_for("▶▶ to 1666")
        session.press(CTRL_C)
        self.assert_ends(session, 0)

    def test_two_clusters_race(self):
        session = self.dashboard("race", "grid", "heap", "--speed", "100")
        session.wait_for("grid ──")
        session.wait_for("heap wins: faster, and cheaper in messages")
        session.wait_for("finished  0:30.00")
        session.press("r")
        session.wait_for("on with grid alone")
        session.press("rhe\t" + ENTER)
        session.wait_for("heap ──")
        session.press(ESCAPE)
        session.wait_for("in flight ──")
        self.assert_quits(session)

    def test_a_race_goes_on_until_both_are_done(self):
        quiet = [f"--topology {name} --recovery {seconds}s" for name, seconds in
                 [("grid", 0), ("line", 10)]]
        session = self.dashboard("race", *quiet, "--time-limit", "3", "--speed", "100")
        session.wait_for("finished  0:13.")
        session.press("[")
        session.wait_for("0:12.")
        session.wait_for(" of 0:13.")
        session.press(",")
        session.wait_for("past ‖")
        session.press("0")
        session.wait_for("finished  0:13.")
        self.assert_quits(session)

    def test_what_is_done_to_both_leaves_their_networks_apart(self):
        session = self.dashboard("race", "grid", "--topology grid --network ideal --latency 300")
        session.press(":loss 0.1" + ENTER)
        session.wait_for("loss 0.1 ·")
        session.press(":network ideal" + ENTER)
        session.wait_for("same seed and operations")
        session.wait_for("race · grid")
        self.assert_quits(session)

    def test_a_race_heeds_keys_while_it_goes_far(self):
        session = self.dashboard(
            "race", "line", "total", "--node-count", "200", "--rate", "200", "--time-limit", "1000")
        session.press(":seek 900s" + ENTER)
        session.wait_for("▶▶ to 15:00")
        session.press(" ")
        session.wait_for("‖ x1")
        self.assert_quits(session)

    def test_options_outside_of_quotes_are_for_both(self):
        options = ["--rate", "20", "--time-limit", "3", "--loss=0.05"]
        session = self.dashboard("race", "grid", "heap", "--speed", "100", *options)
        session.wait_for("loss 0.05 · 20 op/s")
        session.wait_for("finished  0:13.0")
        self.assert_quits(session)

    def test_a_race_that_is_none_says_why(self):
        session = self.start(PROGRAM, "race", "grid", "nobody")
        session.wait_for("'nobody' is no contender")
        self.assertEqual(session.wait_for_end(), 2)

    def test_a_click_on_the_time_line_seeks(self):
        session = self.dashboard("--preset", "maelstrom-grid", "--speed", "1000")
        session.wait_for("finished")
        session.press("\x1b[<0;3;39M\x1b[<0;3;39m")
        session.wait_for("0:00.00 of")
        self.assert_quits(session)


if __name__ == "__main__":
    unittest.main()
