"""The README's commands, run as a reader would: each line of its sh blocks, from the root.

Needs the release build, so that no command has to wait for one.
"""

import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

from terminal_session import TerminalSession

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Opens a screen: run in a terminal and left with q.
INTERACTIVE = {"scripts/run", "scripts/run lesson", "scripts/run race grid heap"}
# Runs this test, so this test cannot run it.
RUNS_THIS_TEST = {"scripts/test"}


def commands():
    """The commands in order; a line that ends in a backslash goes on in the next one."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```", readme, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            command = re.sub(r"(^|\s+)# .*$", "", line).strip()
            if command:
                yield command


class ReadmeTests(unittest.TestCase):
    def test_it_opens_with_the_two_scripts(self):
        self.assertEqual(list(commands())[:2], ["scripts/run", "scripts/test"])

    def test_its_chart_is_what_the_command_above_it_draws_and_says_what_the_text_says(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        words, path = re.search(r"!\[(Best.*?)\]\((\S+\.svg)\)", readme).groups()
        picture = (ROOT / path).read_text(encoding="utf-8")
        self.assertIn(words, picture)
        (command,) = [command for command in commands() if f"--svg {path}" in command]
        with tempfile.TemporaryDirectory() as directory:
            drawn = pathlib.Path(directory) / "drawn.svg"
            subprocess.run(
                shlex.split(command.replace(path, str(drawn))), cwd=ROOT, capture_output=True,
                timeout=300, check=True)
            self.assertEqual(drawn.read_text(encoding="utf-8"), picture)

    def test_every_command_that_ends_by_itself_prints_something_and_succeeds(self):
        for command in commands():
            if command in INTERACTIVE | RUNS_THIS_TEST:
                continue
            with self.subTest(command):
                ended = subprocess.run(
                    ["bash", "-euo", "pipefail", "-c", command],
                    cwd=ROOT,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    timeout=300,
                    check=False,
                )
                self.assertEqual(ended.returncode, 0, ended.stderr)
                self.assertNotEqual(ended.stdout.strip(), "")

    def test_its_pictures_are_what_the_commands_beside_them_print(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        marked = re.compile(r"<!-- picture: (.*?) -->\n```text\n(.*?)```\n", re.DOTALL)
        pictures = marked.findall(readme)
        self.assertEqual(len(pictures), readme.count("<!-- picture"))
        self.assertGreaterEqual(len(pictures), 1)
        for command, picture in pictures:
            with self.subTest(command):
                printed = subprocess.run(
                    shlex.split(command), cwd=ROOT, capture_output=True, text=True, timeout=300,
                    check=True,
                )
                self.assertEqual(printed.stdout, picture)

    def test_the_interactive_commands_open_the_dashboard(self):
        for command in INTERACTIVE:
            with self.subTest(command), TerminalSession(["env", "-C", str(ROOT), *command.split()]) as session:
                session.wait_until(
                    lambda: session.emulator.shows_alternate_screen and "25 nodes" in session.text,
                    "the cluster on the screen",
                )
                session.press("q")
                self.assertEqual(session.wait_for_end(), 0)
                self.assertEqual(session.left_behind(), [])


if __name__ == "__main__":
    unittest.main()
