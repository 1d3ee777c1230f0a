"""The menu of parameters, the tabs, and the search of the help, in a real terminal."""

import unittest

from dashboard_tests import PROGRAM, DashboardTests

ESCAPE, ENTER, BACKSPACE, BACK_TAB = "\x1b", "\r", "\x7f", "\x1b[Z"


class MenuTests(DashboardTests):
    def dashboard(self, *options, **terminal):
        session = self.start(PROGRAM, *options, **terminal)
        session.wait_for("GossipTUI")
        return session

    def test_the_menu_changes_the_running_cluster(self):
        session = self.dashboard()
        session.press(ENTER)
        session.wait_for("menu")
        session.press("jj")
        session.wait_for("50 ‹ 100 › 200")
        session.press("l")
        session.wait_for("100 ‹ 200 › 500")
        session.press(ESCAPE)
        session.wait_for("· 200 ms ·")
        session.press(ENTER)
        session.wait_for("menu")
        session.press(ENTER)
        session.wait_for(":latency")
        session.press("35" + ENTER)
        session.wait_for("· 35 ms ·")
        self.assert_quits(session)

    def test_a_search_narrows_the_help(self):
        session = self.dashboard()
        session.press("?")
        session.wait_for("/ searches")
        session.press("/nosuch")
        session.wait_for("Nothing has that in it.")
        session.press(6 * BACKSPACE + "mouse")
        session.wait_for("mouse off")
        session.wait_for_absence("next topology")
        session.press(ESCAPE)
        session.wait_for("next topology")
        session.press(ESCAPE)
        session.wait_for_absence("/ searches")
        self.assert_quits(session)

    def test_tabs_are_reached_by_key_and_by_mouse(self):
        session = self.dashboard()
        session.press("6")
        session.wait_for("log ── all")
        session.press("/")
        session.wait_for("log ── faults")
        session.press(":kill n3" + ENTER)
        session.wait_for("crashes")
        session.press(BACK_TAB)
        session.wait_for("trade-off ──")
        row = next(number for number in range(40) if "1flight" in session.row(number))
        column = session.row(row).index("4load")
        session.press(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")
        session.wait_for("load ── messages per node")
        session.press("v")
        session.wait_for("hop 0")
        session.press("f")
        session.wait_for_absence("cluster ──")
        self.assert_quits(session)


if __name__ == "__main__":
    unittest.main()
