"""The dashboard with a configuration file, as a person would have one.

The program is the one that GOSSIP_TUI names, .build/release/gossip-tui otherwise.
"""

import os
import pathlib
import random
import re
import subprocess
import tempfile
import unittest

from dashboard_tests import PROGRAM, ROOT
from terminal_session import TerminalSession

ESCAPE, CTRL_C, CTRL_P = "\x1b", "\x03", "\x10"
USUAL = "gossip-tui/config.toml"


def example():
    """The file that the README shows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.search(r"```toml\n(.*?)```", readme, re.DOTALL).group(1)


class ConfigurationTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, text, name=USUAL):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    def start(self, *options, **environment):
        environment = {"XDG_CONFIG_HOME": str(self.folder)} | environment
        session = TerminalSession([PROGRAM, *options], environment=environment)
        self.addCleanup(session.__exit__)
        return session

    def dashboard(self, *options, **environment):
        session = self.start(*options, **environment)
        session.wait_for("GossipTUI")
        return session

    def refusal(self, *options, **environment):
        """What the program says on a terminal that it does not touch."""
        session = self.start(*options, **environment)
        self.assertEqual(session.wait_for_end(), 2, session.text)
        self.assertEqual(session.left_behind(), [])
        self.assertNotIn(b"\x1b[?1049h", session.output)
        return session.output.decode().replace("\r\n", "\n")

    def print_frame(self, *options, **environment):
        return subprocess.run(
            [PROGRAM, "--print", "100x30", *options], capture_output=True, timeout=20, check=False,
            env=os.environ | {"XDG_CONFIG_HOME": str(self.folder)} | environment,
        )


class ReadingTests(ConfigurationTests):
    def test_the_readmes_file_is_obeyed(self):
        self.write(example())
        session = self.dashboard()
        # Blocks have another sign for playing; the preset runs 100 operations a second.
        session.wait_for("► x1 ")
        for text in ("heap", "100 op/s", "p pause", "P Ctrl-P partition"):
            session.wait_for(text)
        session.press("p")
        session.wait_for("‖ x1 ")
        session.press("p")
        session.wait_for("► x1 ")
        for key in ("P", CTRL_P):
            session.press(key)
            session.wait_for("heal: make the network whole")
            session.press(key)
            session.wait_for_absence("heal: make the network whole")
        session.press("?")
        session.wait_for("Partition, after P Ctrl-P")
        session.press(ESCAPE)
        session.wait_for_absence("Partition, after")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 0)

    def test_the_home_directory_has_the_file_without_the_variable(self):
        self.write("speed = 5", ".config/" + USUAL)
        for value in (None, "", "relative"):
            session = self.dashboard(XDG_CONFIG_HOME=value, HOME=str(self.folder))
            session.wait_for("x5 ")

    def test_no_file_is_no_error(self):
        self.dashboard().wait_for("x0.25")
        self.dashboard(XDG_CONFIG_HOME=None, HOME=None).wait_for("x0.25")

    def test_the_command_line_wins(self):
        self.write('speed = 5\nglyphs = "ascii"\nscenario = "--topology heap --node-count 9"')
        session = self.dashboard("--speed", "2", "--glyphs", "blocks", "--node-count", "16")
        session.wait_for("► x2 ")
        session.wait_for("n15")
        session.wait_for("heap")
        session = self.dashboard("--preset", "maelstrom-grid")
        session.wait_for("grid")
        session.wait_for("n24")

    def test_no_config_reads_none(self):
        self.write("nonsense")
        self.dashboard("--no-config").wait_for("x0.25")

    def test_another_file_is_read_in_place_of_the_usual_one(self):
        self.write("nonsense")
        self.dashboard("--config", self.write("speed = 5", "other.toml")).wait_for("x5 ")


class PrintingTests(ConfigurationTests):
    def test_what_is_printed_is_the_same_for_everybody(self):
        plain = self.print_frame("--no-config")
        self.write(example())
        self.assertEqual(self.print_frame().stdout, plain.stdout)
        self.write("nonsense")
        self.assertEqual(self.print_frame().stdout, plain.stdout)

    def test_a_file_that_is_named_counts(self):
        printed = self.print_frame("--config", self.write(example())).stdout.decode()
        self.assertIn("heap", printed)
        self.assertIn("P Ctrl-P partition", printed)
        self.assertIn("► x1 ", printed)

    def test_it_may_come_through_a_pipe(self):
        ended = subprocess.run(
            ["bash", "-c", f"'{PROGRAM}' --print 80x24 --config <(echo 'speed = 5')"],
            capture_output=True, text=True, timeout=20, check=True)
        self.assertIn("x5 ", ended.stdout)


class RefusalTests(ConfigurationTests):
    def test_a_mistake_is_named_before_there_is_a_screen(self):
        path = self.write("speed = 1\nthem = 3\n")
        self.assertEqual(
            self.refusal(),
            f"gossip-tui: {path}:2: there is no 'them' in a configuration: did you mean 'theme'?\n")

    def test_a_file_that_cannot_be_read_says_why(self):
        missing = str(self.folder / "missing.toml")
        self.assertEqual(
            self.refusal("--config", missing),
            f"gossip-tui: {missing}: it cannot be read: No such file or directory\n")
        (self.folder / USUAL).mkdir(parents=True)
        self.assertEqual(
            self.refusal(),
            f"gossip-tui: {self.folder / USUAL}: it cannot be read: Is a directory\n")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read_says_so(self):
        path = self.write("speed = 1")
        os.chmod(path, 0)
        self.assertIn("Permission denied", self.refusal())

    def test_two_files_at_once_contradict_each_other(self):
        self.assertIn("leave one out", self.refusal("--no-config", "--config", "x"))

    def test_what_does_not_go_with_the_files_scenario_is_refused(self):
        self.write("scenario = \"--fault 'kill n12 at 2s'\"")
        self.assertIn("--no-config", self.refusal("--node-count", "9"))

    def test_control_characters_are_shown_and_not_obeyed(self):
        path = self.write('theme = "\\u001b[2J"')
        self.assertIn(f'{path}:1: \'theme\' is "\\u{{1b}}[2J"', self.refusal())

    def test_no_bytes_crash_it(self):
        luck = random.Random(1)
        texts = [luck.randbytes(300) for _ in range(60)]
        texts += [
            b"", b"\0", b"\xff\xfe\xfd", b"[#", b"a = [}", b"\xef\xbb\xbf[[\t\\", b"a = [" * 12_000,
            b"a." * 30_000 + b"a = 1", b"[" + b"a." * 30_000 + b"a]", b"x" * 10_000_000,
            luck.randbytes(10_000_000), b'"' * 60_000, b"{a=" * 20_000, b"a={b=" * 12_000,
        ]
        pieces = [b"a = [", b'"""', b'"', b"'", b"}", b"{", b"[", b",", b"]", b"\n", b"#", b"\\",
                  b"keys", b"= ", b"1.5", b"fps", "é".encode(), b"\xe2\x80\xa8"]
        texts += [b"".join(luck.choices(pieces, k=12)) for _ in range(300)]
        for text in texts:
            ended = self.print_frame("--at", "0s", "--config", self.write(text))
            with self.subTest(text=text[:100]):
                self.assertIn(ended.returncode, (0, 2))
                if ended.returncode == 2:
                    self.assertIn(USUAL.encode(), ended.stderr)


if __name__ == "__main__":
    unittest.main()
