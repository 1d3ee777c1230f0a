"""The dashboard in a real terminal: what it shows, and how it leaves.

Run with `python3 -m unittest discover Tests/Pty`; needs pyte (Debian: python3-pyte).
"""

import re
import signal
import subprocess
import tempfile
import unittest

from dashboard_tests import PROGRAM, DashboardTests
from terminal_session import TerminalSession

TITLE = "GossipTUI"
# A change to one of the terminal's six hues.
COLOR = rb"\x1b\[(?:[0-9;]*;)?3[1-6](?:;[0-9;]*)?m"
ESCAPE, CTRL_C, CTRL_Z = "\x1b", "\x03", "\x1a"


class TitledTests(DashboardTests):
    def dashboard(self, *options, **terminal):
        """A session with the dashboard's title on the screen."""
        session = TerminalSession([PROGRAM, *options], **terminal)
        self.addCleanup(session.__exit__)
        session.wait_for(TITLE)
        return session


class LeavingTests(TitledTests):
    def test_while_it_runs_the_terminal_is_not_as_it_was(self):
        # Otherwise the tests below could not fail.
        session = self.dashboard()
        self.assertIn("alternate screen", session.left_behind())
        self.assertIn("hidden cursor", session.left_behind())

    def test_q_quits(self):
        session = self.dashboard()
        session.press("q")
        self.assert_ends(session, 0)

    def test_control_c_quits(self):
        session = self.dashboard()
        session.press(CTRL_C)
        self.assert_ends(session, 0)

    def test_control_c_quits_from_a_menu(self):
        session = self.dashboard()
        session.press("p")
        session.press(CTRL_C)
        self.assert_ends(session, 0)

    def test_dies_of_a_signal_that_ends_it(self):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1):
            with self.subTest(number.name):
                session = self.dashboard()
                session.send_signal(number)
                self.assert_ends(session, -number)

    def test_a_crash_restores_the_terminal_and_shows_in_the_status(self):
        for number in (signal.SIGSEGV, signal.SIGILL, signal.SIGTRAP, signal.SIGABRT):
            with self.subTest(number.name):
                session = self.dashboard()
                session.send_signal(number)
                self.assert_ends(session, -number)

    def test_a_crash_signal_ends_it_at_once_without_any_dialogue(self):
        # Swift's own answer to a crash on a terminal is a question, half a minute long.
        session = self.dashboard(environment={"SWIFT_BACKTRACE": None})
        session.send_signal(signal.SIGSEGV)
        self.assert_ends(session, -signal.SIGSEGV)

    def test_a_lost_terminal_ends_it(self):
        session = self.dashboard()
        session.hang_up()
        self.assertEqual(session.wait_for_end(), -signal.SIGHUP)

    def test_control_z_gives_the_terminal_back_and_fg_takes_it_again(self):
        # Only a shell with job control can continue what has been stopped.
        prompt = "what next? "
        session = TerminalSession(["/bin/sh", "-i"], environment={"PS1": prompt, "ENV": None})
        self.addCleanup(session.__exit__)

        def shows_dashboard():
            return session.emulator.shows_alternate_screen and TITLE in session.text

        def shows_prompt():
            return (
                not session.emulator.shows_alternate_screen
                and session.row(session.emulator.cursor.y) == prompt.strip()
            )

        session.wait_until(shows_prompt, "the shell's prompt")
        session.press(f"{PROGRAM}\r")
        for _ in range(2):
            session.wait_until(shows_dashboard, "the dashboard")
            session.press(CTRL_Z)
            session.wait_until(shows_prompt, "the shell's prompt")
            self.assertEqual(session.left_behind(), [])
            session.press("fg\r")
        session.wait_until(shows_dashboard, "the dashboard")
        session.press(CTRL_Z)
        session.wait_until(shows_prompt, "the shell's prompt")
        # In the background it waits, and leaves the terminal alone.
        with tempfile.NamedTemporaryFile() as jobs:
            session.press(
                f"bg; until jobs > {jobs.name}; grep -q tty {jobs.name}; do :; done; echo waits\r")
            session.wait_until(lambda: "\nwaits" in session.text, "the job that waits")
            session.wait_until(shows_prompt, "the shell's prompt")
        self.assertEqual(session.left_behind(), [])
        session.press("fg\r")
        session.wait_until(shows_dashboard, "the dashboard")
        session.press("q")
        session.wait_until(shows_prompt, "the shell's prompt")
        session.press("echo status=$?\r")
        session.wait_for("status=0")
        session.press("exit\r")
        self.assert_ends(session, 0)


class ScreenTests(TitledTests):
    def test_follows_the_size_of_the_terminal(self):
        session = self.dashboard()
        for columns, rows in ((60, 15), (200, 60), (20, 5), (80, 24), (120, 40)):
            with self.subTest(columns=columns, rows=rows):
                session.resize(columns, rows)
                session.wait_until(lambda: session.text.strip(), "anything on the screen")
                if columns >= 60:
                    session.wait_for(TITLE)
        session.press("q")
        self.assert_ends(session, 0)

    def test_quits_from_the_smallest_screen(self):
        session = TerminalSession([PROGRAM], columns=1, rows=1)
        self.addCleanup(session.__exit__)
        session.wait_until(lambda: session.emulator.shows_alternate_screen, "the dashboard")
        session.press("q")
        self.assert_ends(session, 0)

    def test_question_mark_opens_the_help_and_escape_closes_it(self):
        session = self.dashboard()
        session.press("?")
        session.wait_for("Partition")
        session.press(ESCAPE)
        session.wait_for_absence("Partition")

    def test_t_changes_the_topology(self):
        session = self.dashboard()
        session.wait_until(lambda: "grid" in session.row(0), "the grid in the header")
        session.press("t")
        session.wait_until(
            lambda: "line" in session.row(0) and "grid" not in session.row(0),
            "the line in the header",
        )

    def test_a_typed_line_is_completed_carried_out_and_recalled(self):
        session = self.dashboard()
        session.press(":topo\ttree4 batch-interval 50ms\r")
        session.wait_for("tree4 · batches every 50 ms")
        session.press(":kill n3\r")
        session.wait_for("1 down")
        # The line before, its node changed.
        session.press(":\x1bOA")
        session.wait_for(":kill n3")
        session.press("\x7f4\r")
        session.wait_for("2 down")
        session.press(":nonsense\r")
        session.wait_for("there is no command 'nonsense'")
        session.press(":q\r")
        self.assert_ends(session, 0)

    def test_tab_shows_the_selected_node(self):
        session = self.dashboard()
        session.press("\t")
        session.wait_for("node ── n12")
        session.press("k")
        session.wait_for("node ── n7")

    def test_a_click_selects_and_m_gives_the_mouse_back(self):
        session = self.dashboard()
        self.assertIn("mode 1006", session.left_behind())
        session.press("\t")
        session.wait_for("node ── n12")
        # Column and row of n0, counted from 1.
        row, line = next(
            (row, line) for row, line in enumerate(session.text.split("\n"), 1) if "n0" in line)
        session.press(f"\x1b[<0;{line.index('n0') + 1};{row}M")
        session.wait_for("node ── n0,")
        session.press("m")
        session.wait_for("the mouse is the terminal's")
        self.assertNotIn("mode 1006", session.left_behind())

    def test_control_c_quits_while_a_line_is_typed(self):
        session = self.dashboard()
        session.press(":quit")
        session.wait_for(":quit")
        session.press(CTRL_C)
        self.assert_ends(session, 0)

    def test_x_and_z_strike_the_selected_node(self):
        session = self.dashboard()
        session.press("x")
        session.wait_for("1 down")
        session.press("x")
        session.wait_for("starts anew")
        session.press("z")
        session.wait_for("stands still")

    def test_p_and_3_cut_the_cluster_in_two(self):
        session = self.dashboard()
        session.press("p")
        session.press("3")
        session.wait_for("2 parts")

    def test_uses_colour(self):
        # Otherwise the next test could not fail.
        session = self.dashboard()
        session.wait_until(lambda: colours(session), "a colour")

    def test_a_wrong_theme_names_the_right_ones(self):
        for words, says in (
            (["--theme", "dark"], "high-contrast"), (["--glyphs", "emoji"], "braille"),
            (["--speed", "3"], "x0.25"), (["--fps", "0"], "1 to 60"),
            (["--ascii", "--glyphs", "blocks"], "leave one out"),
        ):
            result = subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=20)
            self.assertEqual(result.returncode, 2)
            self.assertIn(says, result.stderr)

    def test_c_and_g_change_colours_and_signs(self):
        session = self.dashboard("--theme", "monochrome", "--glyphs", "blocks", "--speed", "x1")
        session.wait_for("► x1 ")
        self.assertNotRegex(session.output, COLOR)
        session.press("c")
        session.wait_for("colours: terminal")
        session.wait_until(
            lambda: re.search(COLOR, session.output), "a colour")
        session.press("g")
        session.wait_for("signs: ascii")

    def test_sends_no_colour_if_NO_COLOR_is_set(self):
        session = self.dashboard(environment={"NO_COLOR": "1"})
        session.press("p3")
        session.wait_for("2 parts")
        session.press("q")
        self.assert_ends(session, 0)
        self.assertEqual(colours(session), set())

    def test_sends_nothing_but_ASCII_if_told_so(self):
        for name in ("xterm-256color", "vt100"):
            with self.subTest(name):
                session = self.dashboard("--ascii", environment={"TERM": name})
                session.press("?")
                session.wait_for("Partition")
                session.press(CTRL_C)
                self.assertEqual(session.wait_for_end(), 0)
                self.assertTrue(session.output.isascii())

    def test_draws_without_a_locale(self):
        session = self.dashboard(environment={"LC_ALL": None})
        session.wait_until(lambda: not session.output.isascii(), "anything but ASCII")


class RefusalTests(TitledTests):
    def test_says_what_is_wrong_with_the_type_of_terminal(self):
        for name, said in (("dumb", "TERM=dumb"), ("no-such", "TERM=no-such"), (None, "TERM")):
            with self.subTest(name):
                session = TerminalSession([PROGRAM], environment={"TERM": name})
                self.addCleanup(session.__exit__)
                self.assertEqual(session.wait_for_end(), 2)
                self.assertIn(said, session.text)
                self.assertIn("xterm-256color", session.text)
                self.assertEqual(session.left_behind(), [])

    def test_says_what_to_do_without_a_terminal(self):
        result = subprocess.run(
            [PROGRAM, "--no-config"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=20,
        )
        self.assertEqual(result.returncode, 2)
        self.assertEqual(result.stdout, "")
        self.assertIn("not a terminal", result.stderr)
        self.assertIn("--print", result.stderr)


def colours(session):
    """The colours that the program has set."""
    numbers = set()
    for parameters in re.findall(rb"\x1b\[([0-9;]*)m", session.output):
        numbers |= {int(number) for number in parameters.split(b";") if number}
    # Without 39 and 49, which stand for the terminal's own.
    return {n for n in numbers if 30 <= n < 39 or 40 <= n < 49 or 90 <= n < 108}


if __name__ == "__main__":
    unittest.main()
