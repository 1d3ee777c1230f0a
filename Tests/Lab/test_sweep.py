"""Sweeps as processes, with real files: python3 -m unittest discover Tests/Lab

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise. Needs GNU parallel.
"""

import csv
import json
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pty"))

from terminal_session import TerminalSession  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("GOSSIP_LAB", ROOT / ".build/release/gossip-lab"))
PATIENCE = 60
CTRL_C = "\x03"
# Twelve runs that take no time.
SMALL = [
    "--topology", "grid,heap", "--batch-interval", "0ms,100ms", "--seeds", "3",
    "--time-limit", "1", "--fault", "cut n0|n1,n5 at 0.2s for 0.3s",
]
# As many as anybody can wait for.
ENDLESS = ["--topology", "grid,heap", "--seeds", "100000"]


class SweepTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)
        self.file = self.directory / "runs.ndjson"

    def sweep(self, *options, **settings):
        return subprocess.run(
            [PROGRAM, "sweep", *options], cwd=self.directory, capture_output=True, text=True,
            timeout=PATIENCE, **settings)

    def done(self, *options, **settings):
        """What a sweep prints that ends well."""
        result = self.sweep(*options, **settings)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def start(self, *options):
        # Whoever started this test may have SIGINT ignored, and children inherit that.
        process = subprocess.Popen(
            [PROGRAM, "sweep", *options], cwd=self.directory, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def wait_for_lines(self, count, process, path=None):
        """Waits until a running sweep has written so many lines."""
        deadline = time.monotonic() + PATIENCE
        path = path or self.file
        while not path.exists() or path.read_bytes().count(b"\n") < count:
            self.assertIsNone(process.poll(), "the sweep has ended")
            self.assertLess(time.monotonic(), deadline, f"no {count} lines")
            time.sleep(0.01)

    def assert_refused(self, *words, options=SMALL, output="runs.ndjson", **settings):
        """A sweep into `output` is an error with these words and changes no file."""
        before = self.contents()
        result = self.sweep(*options, "--output", output, **settings)
        self.assertEqual(result.returncode, 2, result)
        self.assertEqual(result.stdout, "")
        for word in ("--output " + output, *words):
            self.assertIn(word, result.stderr)
        self.assertEqual(self.contents(), before)

    def contents(self):
        return {
            str(path): path.read_bytes() if path.is_file() else None
            for path in self.directory.rglob("*")
        }


class RunTests(SweepTests):
    def test_the_file_has_what_single_runs_print_in_the_order_of_the_plan(self):
        self.done(*SMALL, "--output", "runs.ndjson")
        expected = "".join(
            subprocess.run(
                [PROGRAM, "run", "--format", "ndjson", "--topology", topology,
                 "--batch-interval", interval, "--seed", str(seed), *SMALL[6:]],
                capture_output=True, text=True, timeout=PATIENCE).stdout
            for seed in (42, 43, 44) for topology in ("grid", "heap")
            for interval in ("0ms", "100ms"))
        self.assertEqual(self.file.read_text(), expected)
        self.assertEqual(expected.count("\n"), 12)

    def test_any_number_of_workers_gives_the_same_bytes_in_a_file_and_on_stdout(self):
        printed = {self.done(*SMALL, "--parallel", workers) for workers in ("1", "2", "7")}
        for workers in ("1", "2"):
            output = f"{workers}.ndjson"
            self.done(*SMALL, "--parallel", workers, "--output", output)
            printed.add((self.directory / output).read_text())
        self.assertEqual(len(printed), 1)

    def test_the_table_has_the_same_figures_as_the_lines(self):
        self.done(*SMALL, "--output", "runs.csv")
        self.done(*SMALL, "--output", "runs.ndjson")
        text = (self.directory / "runs.csv").read_text()
        rows = list(csv.DictReader(text.splitlines()))
        runs = [json.loads(line) for line in self.file.read_text().splitlines()]
        self.assertEqual(len(rows), len(runs))
        for row, run in zip(rows, runs):
            scenario, net = run["scenario"], run["net"]["servers"]
            self.assertEqual(row["version"], run["version"])
            self.assertEqual(row["fault"], "; ".join(scenario["fault"]))
            self.assertIn(",", row["fault"])
            for name in ("topology", "batch-interval", "recovery"):
                self.assertEqual(row[name], scenario[name])
            for name in ("seed", "node-count", "rate"):
                self.assertEqual(float(row[name]), scenario[name])
            self.assertEqual(row["gossip-interval"], "")
            self.assertEqual(row["digest"], run["digest"])
            self.assertEqual(row["valid"], json.dumps(run["valid?"]))
            self.assertEqual(float(row["servers.msgs-per-op"]), net["msgs-per-op"])
            self.assertEqual(
                float(row["workload.stable-latencies.1"]),
                run["workload"]["stable-latencies"]["1"])
            self.assertEqual(
                float(row["propagation.latencies.0.5"]), run["propagation"]["latencies"]["0.5"])

    def test_a_sweep_with_runs_that_are_not_valid_ends_well(self):
        self.done("--time-limit", "1", "--loss", "1", "--seeds", "2", "--output", "runs.ndjson")
        self.assertIn('"valid?":false}', self.file.read_text())

    def test_the_lines_that_gnu_parallel_makes_are_those_of_the_sweep(self):
        jobs = self.done(*SMALL, "--list-jobs")
        self.assertEqual(jobs.count("\n"), 12)
        programs = self.directory / "bin"
        programs.mkdir()
        (programs / "gossip-lab").symlink_to(PROGRAM)
        result = subprocess.run(
            ["parallel", "--keep-order", "--jobs", "4"], input=jobs, capture_output=True, text=True,
            timeout=PATIENCE,
            env=os.environ | {
                "PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.directory)})
        self.assertEqual(result.stdout, self.done(*SMALL))
        # It counts the commands that failed, which are the runs that were not valid.
        self.assertEqual(result.returncode, result.stdout.count('"valid?":false}\n'))

    def test_a_sweep_runs_on_from_the_lines_of_another_machine(self):
        whole = self.done(*SMALL)
        lines = whole.splitlines(keepends=True)
        self.file.write_text("".join(lines[7:9] + lines[:2]))
        jobs = self.done(*SMALL, "--list-jobs", "--output", "runs.ndjson").splitlines()
        self.assertEqual(len(jobs), 8)
        self.done(*SMALL, "--output", "runs.ndjson")
        self.assertEqual(sorted(self.file.read_text().splitlines(True)), sorted(lines))
        self.assertEqual(self.done(*SMALL, "--list-jobs", "--output", "runs.ndjson"), "")

    def test_listing_jobs_makes_no_file(self):
        self.done(*SMALL, "--list-jobs", "--output", "runs.ndjson")
        self.assertEqual(self.contents(), {})


class ResumeTests(SweepTests):
    def interrupt_in_the_middle(self, output):
        """A sweep of 600 runs that Ctrl-C ends; its options."""
        options = [
            "--topology", "grid,heap,tree4", "--seeds", "200", "--time-limit", "5",
            "--output", output]
        process = self.start(*options)
        self.wait_for_lines(20, process, self.directory / output)
        process.send_signal(signal.SIGINT)
        text, errors = process.communicate(timeout=PATIENCE)
        self.assertEqual((process.returncode, errors), (130, ""))
        count = int(re.search(
            r"^PARTIAL  ended after (\d+) of 600 runs; repeat the command to go on$",
            text, re.MULTILINE)[1])
        return options, count

    def test_a_sweep_that_ctrl_c_ended_goes_on_where_it_was(self):
        for output in ("runs.ndjson", "runs.csv"):
            with self.subTest(output):
                file = self.directory / output
                header = output.endswith(".csv")
                options, count = self.interrupt_in_the_middle(output)
                before = file.read_bytes()
                self.assertEqual(before.count(b"\n"), count + header)
                text = self.done(*options)
                self.assertIn(f"{count} of 600 runs were in {output} before", text)
                after = file.read_bytes()
                self.assertTrue(after.startswith(before))
                whole = f"whole-{output}"
                summary = self.done(*options[:-1], whole)
                expected = (self.directory / whole).read_bytes()
                self.assertEqual(sorted(after.splitlines()), sorted(expected.splitlines()))
                # The summary is of all runs, whenever they were made.
                self.assertEqual(text, f"{summary}{count} of 600 runs were in {output} before\n")
                # With nothing to run, nothing is written.
                self.done(*options)
                self.assertEqual(file.read_bytes(), after)

    def test_a_second_sweep_on_the_same_file_is_refused(self):
        process = self.start(*ENDLESS, "--output", "runs.ndjson")
        self.wait_for_lines(1, process)
        for options in (ENDLESS, [*ENDLESS, "--list-jobs"]):
            result = self.sweep(*options, "--output", "runs.ndjson")
            self.assertEqual((result.returncode, result.stdout), (2, ""))
            self.assertIn("--output runs.ndjson", result.stderr)
            self.assertIn("another sweep is writing it", result.stderr)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 130)
        for line in self.file.read_text().splitlines():
            json.loads(line)

    def test_a_full_disk_leaves_whole_lines_and_the_command_goes_on_when_there_is_room(self):
        for output in ("runs.ndjson", "runs.csv"):
            with self.subTest(output):
                file = self.directory / output
                self.done(*SMALL, "--output", f"whole-{output}")
                whole = (self.directory / f"whole-{output}").read_bytes()
                limit = len(whole) // 2
                result = self.sweep(
                    *SMALL, "--output", output,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                there = file.read_bytes()
                count = there.count(b"\n") - output.endswith(".csv")
                self.assertGreater(count, 0)
                self.assertTrue(whole.startswith(there) and there.endswith(b"\n"))
                self.assertLessEqual(len(there), limit)
                for words in (f"--output {output}", "File too large", "make room"):
                    self.assertIn(words, result.stderr)
                self.assertIn(f"{count} of 12 runs", result.stderr)
                self.done(*SMALL, "--output", output)
                self.assertEqual(file.read_bytes(), whole)

    def test_a_disk_without_any_room_is_an_error(self):
        if os.geteuid() != 0 or not shutil.which("mount"):
            self.skipTest("only root can mount a small disk")
        disk = self.directory / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8k", "none", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("this machine lets nobody mount a disk")
        self.addCleanup(subprocess.run, ["umount", disk])
        result = self.sweep(*SMALL, "--output", "disk/runs.ndjson")
        self.assertEqual(result.returncode, 2)
        self.assertIn("No space left on device", result.stderr)
        there = (disk / "runs.ndjson").read_text()
        self.assertTrue(self.done(*SMALL).startswith(there) and there.endswith("}\n"))


    def test_a_full_disk_behind_stdout_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("this system has no /dev/full")
        with open("/dev/full", "w") as full:
            result = subprocess.run(
                [PROGRAM, "sweep", *SMALL], stdout=full, stderr=subprocess.PIPE, text=True,
                timeout=PATIENCE)
        self.assertEqual(result.returncode, 2)
        self.assertIn("standard output: No space left on device", result.stderr)

    def test_an_interrupted_sweep_leaves_the_picture_that_was_there(self):
        picture = self.directory / "picture.svg"
        picture.write_text("<svg old")
        process = self.start(*ENDLESS, "--output", "runs.ndjson", "--svg", "picture.svg")
        self.wait_for_lines(1, process)
        process.send_signal(signal.SIGINT)
        text, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 130)
        self.assertIn("picture.svg is only drawn of a whole sweep", text)
        self.assertEqual(picture.read_text(), "<svg old")
        self.assertEqual(sorted(self.contents()), sorted(map(str, (self.file, picture))))


class BadFileTests(SweepTests):
    def test_a_file_that_cannot_be_is_refused_before_anything_runs(self):
        (self.directory / "folder.ndjson").mkdir()
        os.mkfifo(self.directory / "pipe.ndjson")
        (self.directory / "locked.ndjson").touch(mode=0o400)
        self.assert_refused("it is a directory", options=ENDLESS, output="folder.ndjson")
        self.assert_refused("no regular file", options=ENDLESS, output="pipe.ndjson")
        self.assert_refused("its directory is not there", options=ENDLESS, output="no/runs.ndjson")
        self.assert_refused(".ndjson", ".csv", options=ENDLESS, output="runs.json")
        if os.geteuid() != 0:
            self.assert_refused("Permission denied", options=ENDLESS, output="locked.ndjson")

    def test_a_picture_that_cannot_be_is_refused_and_leaves_nothing_behind(self):
        (self.directory / "folder").mkdir()
        before = self.contents()
        for svg in ("folder", "no/picture.svg"):
            result = self.sweep(*ENDLESS, "--output", "runs.ndjson", "--svg", svg)
            self.assertEqual((result.returncode, result.stdout), (2, ""))
            self.assertIn(f"--svg {svg}", result.stderr)
            self.assertEqual(self.contents(), before)

    def test_a_refused_file_leaves_no_picture(self):
        self.file.write_text("nonsense\n")
        self.assert_refused("line 1", options=[*SMALL, "--svg", "picture.svg"])

    def test_the_runs_of_another_sweep_are_refused(self):
        self.done("--time-limit", "1", "--seeds", "1", "--output", "runs.ndjson")
        self.assert_refused("line 1", "another sweep, with --", "name another file")

    def test_a_run_that_is_there_twice_is_refused(self):
        lines = self.done(*SMALL).splitlines(keepends=True)
        self.file.write_text("".join(lines[:3] + lines[1:2]))
        self.assert_refused("line 4", "the same run as line 2", "sed -i '4d' runs.ndjson")

    def test_the_runs_of_another_version_are_refused(self):
        for output in ("runs.ndjson", "runs.csv"):
            self.done(*SMALL, "--output", output)
            file = self.directory / output
            lines = file.read_text().splitlines(keepends=True)
            lines[2] = re.sub(r"\d+\.\d+\.\d+", "0.0.1", lines[2], count=1)
            file.write_text("".join(lines))
            self.assert_refused("line 3", "0.0.1", "name another file", output=output)

    def test_a_line_that_is_cut_off_is_refused(self):
        for output in ("runs.ndjson", "runs.csv"):
            self.done(*SMALL, "--output", output)
            file = self.directory / output
            whole = file.read_bytes()
            number = whole.count(b"\n")
            for length in (len(whole) - 1, len(whole) - 40):
                file.write_bytes(whole[:length])
                self.assert_refused(
                    f"line {number}", "cut off", f"sed -i '$d' {output}", output=output)
            subprocess.run(["sed", "-i.bak", "$d", output], cwd=self.directory, check=True)
            self.done(*SMALL, "--output", output)
            self.assertEqual(file.read_bytes(), whole)

    def test_what_is_no_run_is_refused(self):
        lines = self.done(*SMALL).splitlines(keepends=True)
        for wrong, words in {
            "\n": "no JSON", '{"version"\n': "no JSON", "{}\n": "'version'",
            lines[1].replace('"digest":', '"other":'): "'digest'",
            lines[1].replace('"seed":', '"seeds":'): "scenario",
            lines[1].replace("}\n", ',"partial":true}\n'): "ended before its time",
        }.items():
            self.file.write_text(lines[0] + wrong + lines[2])
            self.assert_refused("line 2", words)

    def test_a_table_with_other_columns_is_refused(self):
        self.done(*SMALL, "--output", "runs.csv")
        file = self.directory / "runs.csv"
        header, first, *rest = file.read_text().splitlines(keepends=True)
        for text, words in (
            (header.replace("digest", "other") + first, ("line 1", "columns")),
            (first, ("line 1", "columns")),
            (header + re.sub(",(true|false),(?=[0-9])", ",yes,", first), ("line 2", "'valid'")),
            (header + "\n", ("line 2", "'version'")),
            (header + first.replace(",grid,", ",ring,"), ("line 2", "another sweep")),
        ):
            file.write_text(text)
            self.assert_refused(*words, output="runs.csv")


class TerminalTests(SweepTests):
    def session(self, *options, columns=100, environment=None):
        session = TerminalSession(
            [PROGRAM, "sweep", *options], columns=columns, environment=environment)
        self.addCleanup(session.__exit__)
        return session

    def test_a_bar_shows_how_far_it_is_and_ctrl_c_ends_it_with_a_summary(self):
        session = self.session(*ENDLESS, "--output", str(self.file))
        session.wait_for("of 200000 runs")
        self.assertRegex(
            session.text,
            r"^\[[█░]{40}\] \d+ of 200000 runs, 0 %, (\d+ h )?\d+ min( \d+ s)? left")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertNotIn("of 200000 runs, ", session.text)
        count = int(re.search(
            r"PARTIAL  ended after (\d+) of 200000 runs; repeat the command to go on",
            session.text)[1])
        self.assertEqual(self.file.read_text().count("\n"), count)
        self.assertEqual(session.left_behind(), [])

    def test_a_narrow_terminal_without_utf_8_has_a_short_bar_in_ascii(self):
        session = self.session(*ENDLESS, columns=60, environment={"LC_ALL": "C"})
        session.wait_for("of 200000 runs")
        self.assertRegex(session.row(0), r"^\[[#-]+\] \d+ of 200000 runs.* left$")
        self.assertEqual(session.row(1), "")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertRegex(session.text, r"PARTIAL  ended after \d+ of 200000 runs\n")

    def test_a_short_sweep_shows_no_bar_and_a_summary(self):
        session = self.session(*SMALL)
        self.assertEqual(session.wait_for_end(), 0)
        self.assertNotIn(b"of 12 runs, ", session.output)
        self.assertNotIn(b'{"version"', session.output)

    def test_lines_on_a_terminal_are_not_disturbed_by_a_bar(self):
        session = self.session(*ENDLESS, "--format", "ndjson")
        session.wait_until(lambda: session.output.count(b"\n") > 300, "300 lines")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertNotIn(b"of 200000 runs, ", session.output)


if __name__ == "__main__":
    unittest.main()
