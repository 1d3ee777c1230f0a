"""What is taken away from the dashboard, in a real terminal."""

import json
import os
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree

from dashboard_tests import PROGRAM, DashboardTests

ESCAPE, ENTER = "\x1b", "\r"


class SessionTests(DashboardTests):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def dashboard(self, *options):
        session = self.start("env", "-C", str(self.folder), PROGRAM, *options, columns=120, rows=40)
        session.wait_for("GossipTUI")
        return session

    def events(self, name):
        """The lines of a recording, once asciinema has played it without complaint."""
        player = self.start(
            "env", "-C", str(self.folder), "LANG=C.UTF-8", "asciinema", "cat", name,
            columns=120, rows=40)
        player.wait_for("GossipTUI")
        self.assertEqual(player.wait_for_end(), 0)
        text = (self.folder / name).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    def test_a_session_is_exported_and_had_again(self):
        session = self.dashboard("--preset", "maelstrom-grid", "--speed", "1000")
        session.wait_for("finished  0:30.00")
        session.press(":seek 5s" + ENTER)
        session.wait_for("0:05.00 of")
        session.press("t")
        session.wait_for("a ghost now")
        session.press(" ")
        session.wait_for("finished  0:30.00")
        session.press("e")
        session.wait_for("--scenario gossip-1.json has it again")
        session.press(":export mine.csv" + ENTER)
        session.wait_for("wrote mine.csv")
        session.press(":export mine.png" + ENTER)
        session.wait_for("must end in")
        session.press(ESCAPE)
        session.wait_for_absence("═ ghost")
        session.wait_for("space pause")
        # Beside the nodes, which may still be on their way to their places.
        figures = [session.row(number)[70:] for number in range(2, 25)]
        self.assert_quits(session)
        names = sorted(path.name for path in self.folder.iterdir())
        self.assertIn("gossip-1.txt", names)
        picture = xml.etree.ElementTree.parse(self.folder / "gossip-1.svg").getroot()
        self.assertEqual(picture.tag, "{http://www.w3.org/2000/svg}svg")
        events = self.events("gossip-1.cast")
        self.assertEqual((events[0]["version"], events[0]["width"]), (2, 120))
        self.assertGreater(len(events), 2)
        self.assertIn("mine.csv", names)
        saved = json.loads((self.folder / "gossip-1.json").read_text())
        self.assertEqual([command["do"] for command in saved["commands"]], ["topology line"])
        self.assertEqual(saved["commands"][0]["us"], 5_000_000)

        again = self.dashboard("--scenario", "gossip-1.json")
        again.wait_for("finished  0:30.00")
        again.wait_for("in flight ──")
        again.wait_until(
            lambda: [again.row(number)[70:] for number in range(2, 25)] == figures,
            "the last figures of the session",
        )
        again.press("{")
        again.wait_for("0:20.00 of 0:30.00")
        self.assert_quits(again)

    def test_a_session_is_recorded(self):
        session = self.dashboard("--record", "whole.cast")
        session.wait_for("nodes know it")
        self.assert_quits(session)
        lines = self.events("whole.cast")
        self.assertEqual(lines[0]["height"], 40)
        times = [event[0] for event in lines[1:]]
        self.assertEqual(times, sorted(times))
        self.assertIn("GossipTUI", lines[1][2])

    def test_a_recording_without_room_keeps_what_there_is(self):
        options = "--record small.cast --speed 100"
        session = self.start(
            "sh", "-c", f"cd {self.folder} && ulimit -f 100 && exec {PROGRAM} {options}",
            columns=120, rows=40)
        session.wait_for("the recording ends here: File too large")
        session.press("q")
        self.assert_ends(session, 70)
        self.assertIn("has only the start of the session", session.text)
        self.assertGreater(len(self.events("small.cast")), 2)
        self.assertEqual([path.name for path in self.folder.iterdir()], ["small.cast"])

    def test_pipes_that_nobody_writes_to_hold_nothing_up(self):
        os.mkfifo(self.folder / "gossip-1.csv")
        session = self.dashboard()
        session.press(":latency-map gossip-1.csv" + ENTER)
        session.wait_for("'gossip-1.csv' is no regular file")
        session.press("e")
        session.wait_for("wrote gossip-2")
        self.assert_quits(session)

    def test_the_figures_of_a_race_are_exported_side_by_side(self):
        session = self.start(
            "env", "-C", str(self.folder), PROGRAM, "race", "grid", "heap", columns=120, rows=40)
        session.wait_for("median latency")
        session.press("e")
        session.wait_for("the session is of grid alone")
        self.assert_quits(session)
        text = (self.folder / "gossip-1.csv").read_text(encoding="utf-8")
        self.assertEqual(text.splitlines()[0], "figure,grid,heap")

    def test_a_recording_that_cannot_be_is_refused(self):
        session = self.start("env", "-C", str(self.folder), PROGRAM, "--record", "nowhere/a.cast")
        session.wait_for("its directory is not there")
        self.assertEqual(session.wait_for_end(), 2)

    def test_a_file_that_is_no_session_is_refused(self):
        (self.folder / "wrong.json").write_text("{}")
        for arguments, reason in [
            (["--scenario", "wrong.json"], "it has no scenario"),
            (["--scenario", "missing.json"], "No such file"),
        ]:
            session = self.start("env", "-C", str(self.folder), PROGRAM, *arguments)
            session.wait_for(reason)
            self.assertNotEqual(session.wait_for_end(), 0)


if __name__ == "__main__":
    unittest.main()
