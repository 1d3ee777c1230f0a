"""Reports on runs of many machines: python3 -m unittest discover Tests/Lab

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise. Needs GNU parallel.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("GOSSIP_LAB", ROOT / ".build/release/gossip-lab"))
PATIENCE = 60
# The challenge's cluster, where the reference curve and the limits are drawn.
SWEEP = ["sweep", "--topology", "heap,tree4", "--batch-interval", "0ms,100ms", "--seeds", "3"]


class ReportTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)
        self.file = self.directory / "runs.ndjson"

    def lab(self, *words, **settings):
        return subprocess.run(
            [PROGRAM, *words], cwd=self.directory, capture_output=True, text=True,
            timeout=PATIENCE, **settings)

    def done(self, *words, **settings):
        result = self.lab(*words, **settings)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def assert_refused(self, *words, files=("runs.ndjson",)):
        before = sorted(self.directory.iterdir())
        result = self.lab("report", *files)
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        for word in words:
            self.assertIn(word, result.stderr)
        self.assertEqual(sorted(self.directory.iterdir()), before)

    def test_a_report_on_the_lines_is_the_summary_of_the_sweep_and_so_is_its_picture(self):
        summary = self.done(*SWEEP, "--output", "runs.ndjson", "--svg", "sweep.svg")
        self.assertEqual(self.done("report", "runs.ndjson", "--svg", "report.svg"), summary)
        picture = (self.directory / "sweep.svg").read_bytes()
        self.assertEqual((self.directory / "report.svg").read_bytes(), picture)
        xml.etree.ElementTree.fromstring(picture)

    def test_lines_may_be_in_any_files_and_order_and_there_twice(self):
        summary = self.done(*SWEEP, "--output", "runs.ndjson")
        lines = self.file.read_text().splitlines(keepends=True)
        (self.directory / "a").write_text("".join(lines[7:] + lines[:2]))
        (self.directory / "b").write_text("".join(reversed(lines[1:7])))
        self.assertEqual(
            self.done("report", "a", "b"),
            summary + "1 lines were about runs of other lines and are not counted\n")

    def test_what_gnu_parallel_prints_is_reported_on_at_the_end_of_a_pipe(self):
        summary = self.done(*SWEEP, "--output", "runs.ndjson")
        programs = self.directory / "bin"
        programs.mkdir()
        (programs / "gossip-lab").symlink_to(PROGRAM)
        report = subprocess.run(
            "gossip-lab {} --list-jobs | parallel | gossip-lab report -".format(" ".join(SWEEP)),
            shell=True, capture_output=True, text=True, timeout=PATIENCE, cwd=self.directory,
            env=os.environ | {
                "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.directory)})
        self.assertEqual(report.stdout, summary)

    def test_the_table_has_the_means_of_the_lines(self):
        text = self.done(*SWEEP, "--output", "runs.ndjson")
        runs = [json.loads(line) for line in self.file.read_text().splitlines()]
        for topology in ("heap", "tree4"):
            for interval in ("0ms", "100ms"):
                chosen = [
                    run for run in runs
                    if (run["scenario"]["topology"], run["scenario"]["batch-interval"])
                    == (topology, interval)]
                self.assertEqual(len(chosen), 3)
                mean = sum(run["net"]["servers"]["msgs-per-op"] for run in chosen) / 3
                slowest = sum(run["workload"]["stable-latencies"]["1"] for run in chosen) / 3
                row = re.search(rf"^[* ] {topology} +{interval} +(\S+).*$", text, re.MULTILINE)
                self.assertAlmostEqual(float(row[1]), mean, delta=0.0051)
                self.assertIn(f" {slowest:.0f} ± ", row[0])

    def test_a_report_says_when_the_seeds_of_combinations_differ(self):
        self.done(*SWEEP, "--output", "runs.ndjson")
        lines = self.file.read_text().splitlines(keepends=True)
        self.file.write_text("".join(lines[:4] + [line for line in lines[4:] if "heap" in line]))
        self.assertIn(
            "1 to 3 for each, from 42 to 44; they differ, so not all are compared fairly",
            " ".join(self.done("report", "runs.ndjson").split()))
        self.file.write_text("".join(lines[:4] + lines[8:]))
        text = self.done("report", "runs.ndjson")
        self.assertIn("2 for each, between 42 and 44\n", text)
        self.assertNotIn("repeat", text)

    def test_what_comes_in_at_a_pipe_has_no_line_to_delete(self):
        result = self.lab("report", "-", input="nonsense\n")
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("'-', line 1: it is no JSON", result.stderr)
        self.assertIn("mend what writes the lines", result.stderr)

    def test_runs_that_differ_in_the_same_scenario_are_refused(self):
        self.done(*SWEEP, "--output", "runs.ndjson")
        first = self.file.read_text().splitlines(keepends=True)[0]
        digest = json.loads(first)["digest"]
        edited = first.replace(digest, digest[:-1] + ("0" if digest[-1] != "0" else "1"))
        (self.directory / "other.ndjson").write_text(edited)
        self.assert_refused(
            "'other.ndjson', line 1", "the same run as line 1 of runs.ndjson", "another result",
            files=("runs.ndjson", "other.ndjson"))

    def test_what_cannot_be_read_is_an_error_that_says_what_helps(self):
        self.done(*SWEEP, "--output", "runs.ndjson")
        whole = self.file.read_text()
        lines = whole.splitlines(keepends=True)
        for text, words in (
            (whole[:-40], (f"line {len(lines)}", "cut off", "sed -i '$d' runs.ndjson")),
            (lines[0] + "nonsense\n", ("line 2", "no JSON", "sed -i '2d' runs.ndjson")),
            (re.sub(r"\d+\.\d+\.\d+", "0.0.1", whole, count=1), ("line 1", "0.0.1")),
            (re.sub(r'"msgs-per-op":[0-9.]+', '"msgs-per-op":1e300', lines[0]),
             ("line 1", "net.servers.msgs-per-op")),
            ("", ("it is empty",)),
        ):
            self.file.write_text(text)
            self.assert_refused(*words)
        self.assert_refused("No such file", files=("missing.ndjson",))
        self.assert_refused("directory", files=(".",))
        self.assert_refused("runs.csv", "--output FILE.ndjson", files=("runs.csv",))
        self.assert_refused("file", files=())

    def test_a_trace_or_a_run_over_several_lines_is_called_what_it_is(self):
        run = ("--node-count", "3", "--time-limit", "1")
        (self.directory / "trace.ndjson").write_text(self.done("trace", *run))
        (self.directory / "run.json").write_text(self.done("run", *run, "--format", "json"))
        (self.directory / "notes.txt").write_text("nonsense\n")
        self.assert_refused("begins a trace", "give lines of runs", files=("trace.ndjson",))
        self.assert_refused("several lines", "--format ndjson", files=("run.json",))
        self.assert_refused("line 1", "name a file of lines", files=("notes.txt",))

    def test_combinations_with_different_tasks_are_compared_with_a_caution(self):
        small = ("--node-count", "9", "--time-limit", "2", "--format", "ndjson")
        large = ("--node-count", "25", "--time-limit", "2", "--format", "ndjson")
        self.file.write_text(self.done("run", *small) + self.done("run", *large))
        report = self.done("report", "runs.ndjson")
        self.assertIn("caution      the task is not the same for all, by node-count", report)

    def test_a_picture_never_takes_the_place_of_something_else(self):
        self.done(*SWEEP, "--output", "runs.ndjson")
        notes = self.directory / "notes.txt"
        notes.write_text("mine\n")
        result = self.lab("report", "runs.ndjson", "--svg", "notes.txt")
        self.assertEqual((result.returncode, result.stdout), (2, ""))
        self.assertIn("another kind", result.stderr)
        self.assertEqual(notes.read_text(), "mine\n")
        for _ in range(2):
            self.done("report", "runs.ndjson", "--svg", "chart.svg")

    def test_a_picture_that_cannot_be_written_is_an_error(self):
        self.done(*SWEEP, "--output", "runs.ndjson")
        for svg in (".", "no/picture.svg"):
            result = self.lab("report", "runs.ndjson", "--svg", svg)
            self.assertEqual(result.returncode, 2)
            self.assertIn(f"--svg {svg}", result.stderr)
        self.assert_refused("to be read", files=("runs.ndjson", "--svg", "runs.ndjson"))
        self.assertIn("scenario", self.file.read_text())


if __name__ == "__main__":
    unittest.main()
