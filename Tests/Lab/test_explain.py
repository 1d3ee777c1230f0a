"""Explanations of traces, and the exit statuses of `gossip-lab explain`.

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("GOSSIP_LAB", ROOT / ".build/release/gossip-lab"))
PATIENCE = 60
BESET = ["--topology", "tree4", "--loss", "0.02", "--time-limit", "2", "--recovery", "3s"]


class ExplainTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.trace = pathlib.Path(directory.name) / "trace.ndjson"

    def lab(self, *words, **settings):
        return subprocess.run(
            [PROGRAM, *words], capture_output=True, text=True, timeout=PATIENCE, **settings)

    def test_a_trace_is_explained_as_its_scenario_is(self):
        self.lab("trace", *BESET, "--output", str(self.trace))
        for value in ("0", "17", "60"):
            explained = self.lab("explain", value, *BESET)
            self.assertEqual((explained.returncode, explained.stderr), (0, ""))
            self.assertIn(f"value {value} ", explained.stdout)
            for path, text in ((str(self.trace), None), ("-", self.trace.read_text())):
                result = self.lab("explain", value, "--trace", path, input=text)
                self.assertEqual(
                    (result.returncode, result.stdout, result.stderr),
                    (0, explained.stdout, ""))

    def test_lost_and_only_lost_values_are_explained_as_lost(self):
        report = json.loads(self.lab("run", "--format", "json", *BESET).stdout)
        lost = report["workload"]["lost"]
        missing = report["propagation"]["incomplete"]
        self.assertTrue(lost and missing)
        for value in range(0, report["workload"]["attempt-count"], 7):
            text = self.lab("explain", str(value), *BESET).stdout
            self.assertEqual(bool(re.search("^LOST", text, re.MULTILINE)), value in lost, text)
            self.assertEqual(
                bool(re.search("^missing", text, re.MULTILINE)), value in missing, text)

    def test_an_edited_or_truncated_trace_is_not_explained(self):
        self.lab("trace", *BESET, "--output", str(self.trace))
        lines = self.trace.read_text().splitlines(keepends=True)
        edited = lines[:3] + [lines[3].replace('"from":"n', '"from":"n9')] + lines[4:]
        for text in ("".join(lines[:-1]), "".join(lines)[:-5], "".join(edited), "", "no trace\n"):
            self.trace.write_text(text)
            result = self.lab("explain", "17", "--trace", str(self.trace))
            self.assertEqual((result.returncode, result.stdout), (2, ""), text[:80])
            self.assertIn(str(self.trace), result.stderr)

    def test_wrong_words_are_errors_that_say_what_is_right(self):
        self.lab("trace", *BESET, "--output", str(self.trace))
        for words, text in (
            (["9999", *BESET], "the values are 0 to "),
            (["9999", "--trace", str(self.trace)], "the values are 0 to "),
            (["17", "--trace", str(self.trace), "--topology", "ring"], "leave its options out"),
            (["17", "--trace", "missing.ndjson"], "missing.ndjson"),
            (["seventeen"], "seventeen"),
        ):
            result = self.lab("explain", *words)
            self.assertEqual((result.returncode, result.stdout), (2, ""), words)
            self.assertIn(text, result.stderr)


if __name__ == "__main__":
    unittest.main()
