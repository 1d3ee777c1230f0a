"""Traces and their replay as processes, with real files and pipes.

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise.
"""

import collections
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
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pty"))

from terminal_session import TerminalSession  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("GOSSIP_LAB", ROOT / ".build/release/gossip-lab"))
PATIENCE = 60
CTRL_C = "\x03"
SMALL = ["--node-count", "5", "--time-limit", "1", "--recovery", "2s"]
# What a former trace may be.
OLD = '{"trace":1,"version":"0.0.1"}\n'
ALL_FAULTS = [
    "--nemesis", "partition,kill,pause,loss,duplicate,clog", "--nemesis-interval", "0.2"]
# Each option of a protocol and a network, and every kind of fault.
SCENARIOS = {
    "flood": SMALL,
    "latency and loss": [*SMALL, "--latency-dist", "exponential", "--loss", "0.1"],
    "batches": [*SMALL, "--topology", "heap", "--batch-interval", "50ms", "--send-empty-batches"],
    "digests": [
        *SMALL, "--dissemination", "none", "--gossip-mode", "push-pull-digest",
        "--gossip-interval", "100ms", "--gossip-fanout", "1"],
    "push and pull": [*SMALL, "--gossip-mode", "push-pull", "--gossip-interval", "100ms"],
    "all faults": [*SMALL, *ALL_FAULTS],
    "all faults on an ideal network": [
        *SMALL, *ALL_FAULTS, "--network", "ideal", "--topology", "heap", "--gossip-mode", "push",
        "--gossip-interval", "100ms"],
    "time-outs": [*SMALL, "--time-limit", "8", "--fault", "pause n3 at 0.5s for 7s"],
}
# Hours of work.
ENDLESS = ["--time-limit", "500000"]


class LabTests(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)
        self.file = self.directory / "trace.ndjson"

    def lab(self, *words, **settings):
        return subprocess.run(
            [PROGRAM, *words], cwd=self.directory, capture_output=True, text=True,
            timeout=PATIENCE, **settings)

    def done(self, *words, **settings):
        """What a command prints that ends well."""
        result = self.lab(*words, **settings)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def report(self, *options):
        """What `run` says, be the run valid or not."""
        return json.loads(self.lab("run", "--format", "json", *options).stdout)

    def start(self, *words, **settings):
        # Whoever started this test may have SIGINT ignored, and children inherit that.
        process = subprocess.Popen(
            [PROGRAM, *words], cwd=self.directory, text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | settings)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def assert_refused(self, *words, says=(), output="", **settings):
        """A command ends with status 2 and these words, and changes no file."""
        before = self.contents()
        result = self.lab(*words, **settings)
        self.assertEqual((result.returncode, result.stdout), (2, output), result)
        self.assertTrue(result.stderr.startswith("Error: "))
        for word in says:
            self.assertIn(word, result.stderr)
        self.assertEqual(self.contents(), before)
        return result.stderr

    def contents(self):
        return {
            str(path): path.read_bytes() if path.is_file() else None
            for path in self.directory.rglob("*")
        }


class EventTests(LabTests):
    def events(self, *options):
        """The lines of a trace: the head, the events, and the end."""
        lines = [json.loads(line) for line in self.done("trace", *options).splitlines()]
        return lines[0], lines[1:-1], lines[-1]

    def test_the_events_are_as_many_as_the_report_counts(self):
        for name, options in SCENARIOS.items():
            with self.subTest(name):
                head, events, end = self.events(*options)
                report = self.report(*options)
                self.assertEqual(
                    head, {"trace": 1, "version": report["version"],
                           "scenario": report["scenario"]})
                self.assertEqual(end["event"], "end")
                self.assertEqual(end["digest"], report["digest"])
                self.assertEqual(end["event-count"], len(events))
                count = collections.Counter(event["event"] for event in events)
                drops = collections.Counter(event.get("reason") for event in events)
                servers, clients = report["net"]["servers"], report["net"]["clients"]
                for what, counted in (
                    (count["sent"], servers["msg-count"]),
                    (count["delivered"], servers["recv-count"]),
                    (count["duplicated"], servers["duplicate-count"]),
                    (drops["cut"], servers["cut-count"]),
                    (drops["lost"], servers["lost-count"]),
                    (drops["down"], servers["down-count"]),
                    (count["timed-out"], clients["timeout-count"]),
                    (count["invoked"] + count["completed"], clients["msg-count"]),
                ):
                    self.assertEqual(what, counted)
                times = [event["at-us"] for event in [*events, end]]
                self.assertEqual(times, sorted(times))
                copies = sum(len(event.get("values", [])) for event in events)
                self.assertEqual(copies, servers["value-count"])

    def test_every_node_learns_every_broadcast_once_when_nothing_fails(self):
        for name in ("flood", "batches", "digests", "push and pull"):
            with self.subTest(name):
                _, events, _ = self.events(*SCENARIOS[name])
                broadcasts = sum(
                    event["event"] == "completed" and event["action"] == "broadcast"
                    for event in events)
                learned = {
                    (event["node"], event["value"]) for event in events
                    if event["event"] == "learned"}
                self.assertEqual(len(learned), 5 * broadcasts)
                self.assertGreater(broadcasts, 30)

    def test_what_a_node_learns_was_in_the_message_that_it_got_just_then(self):
        for name, options in SCENARIOS.items():
            with self.subTest(name):
                self.follow(self.events(*options)[1])

    def follow(self, events):
        """Carries out the events of a trace, each of which must be possible."""
        messages, copies, held = {}, collections.Counter(), collections.defaultdict(set)
        down, arrived = set(), None
        for event in events:
            kind = event["event"]
            if kind == "sent":
                self.assertEqual(event["message"], len(messages))
                messages[event["message"]] = event
                copies[event["message"]] = 1
            elif kind in ("delivered", "dropped", "duplicated"):
                sent = messages[event["message"]]
                for name in ("from", "to"):
                    self.assertEqual(event[name], sent[name])
                self.assertEqual(event["sent-at-us"], sent["at-us"])
                copies[event["message"]] += 1 if kind == "duplicated" else -1
                self.assertGreaterEqual(copies[event["message"]], 0)
                if kind == "delivered":
                    self.assertNotIn(event["to"], down)
                    arrived = sent
            elif kind == "learned":
                self.assertNotIn(event["value"], held[event["node"]])
                held[event["node"]].add(event["value"])
                if event["from"] is not None:
                    self.assertEqual((event["from"], event["node"]),
                                     (arrived["from"], arrived["to"]))
                    self.assertIn(event["value"], arrived["values"])
            elif kind == "killed":
                down |= set(event["nodes"])
                for node in event["nodes"]:
                    held[node] = set()
            elif kind == "restarted":
                down -= set(event["nodes"])

    def test_every_event_has_the_members_that_its_page_lists(self):
        page = (ROOT / "docs/TRACE.md").read_text().split("## Messages")[0]
        listed = {
            row[1]: set(re.findall(r"`([a-z-]+)`", row[2]))
            for row in re.finditer(r"^\| `([a-z-]+)` \| ([^|]*) \|", page, re.MULTILINE)}
        seen = collections.defaultdict(set)
        for options in SCENARIOS.values():
            _, events, end = self.events(*options)
            for event in [*events, end]:
                members = set(event) - {"at-us", "event"}
                if event["event"] == "sent":
                    payload = members - {"message", "from", "to", "kind"}
                    self.assertIn(payload, ({"values"}, {"digest"}, {"values", "wanted"}))
                elif event["event"] in listed:
                    self.assertEqual(members, listed[event["event"]], event)
                seen[event["event"]] |= members
        self.assertEqual(seen["sent"], listed["sent"])
        # What only the dashboard does.
        changes = ("topology", "protocol", "network", "rate", "nemesis")
        self.assertEqual(set(listed) - set(seen), {f"{change}-changed" for change in changes})

    def test_blocked_links_are_those_over_which_messages_are_cut(self):
        _, events, _ = self.events(
            *SMALL, "--topology", "total", "--fault", "cut n0|n1,n3 at 0.2s for 0.3s",
            "--fault", "cut n4>n2 at 0.2s for 0.3s", "--network", "ideal")
        # The first cut alone, both, and what is left when the first has ended.
        _, cut, *_ = [event["links"] for event in events if event["event"] == "partitioned"]
        blocked = {
            (source, destination) for entry in cut
            for source in entry["from"] for destination in entry["to"] if source != destination}
        self.assertEqual(
            blocked, {("n0", "n1"), ("n0", "n3"), ("n1", "n0"), ("n3", "n0"), ("n4", "n2")})
        dropped = {
            (event["from"], event["to"]) for event in events if event["event"] == "dropped"}
        self.assertEqual(dropped, blocked)

    def test_a_trace_is_a_contender(self):
        self.done("trace", *SMALL, "--loss", "0.5", "--output", "trace.ndjson")
        text = self.done("race", "trace.ndjson", "total", *SMALL, "--seeds", "2")
        self.assertRegex(text, r"loss +0\.5 +0\n")


class OutputTests(LabTests):
    def test_a_file_has_what_stdout_has_and_nothing_is_beside_it(self):
        for form in ("ndjson", "shiviz"):
            options = [*SMALL, "--format", form]
            self.file.write_text(OLD)
            self.assertEqual(self.done("trace", *options, "--output", "trace.ndjson"), "")
            self.assertEqual(self.file.read_text(), self.done("trace", *options))
            self.assertEqual(list(self.contents()), [str(self.file)])

    def test_a_run_that_is_not_valid_has_a_trace_too(self):
        self.assertEqual(self.lab("run", *SMALL, "--loss", "1").returncode, 1)
        self.done("trace", *SMALL, "--loss", "1")

    def test_a_file_that_cannot_be_is_refused_before_anything_runs(self):
        (self.directory / "folder").mkdir()
        os.mkfifo(self.directory / "pipe")
        for output, says in (
            ("folder", "it is a directory: give the name of a file"),
            ("no/trace.ndjson", "its directory is not there: make it, or name another"),
            ("pipe", "no regular file"),
        ):
            self.assert_refused(
                "trace", *ENDLESS, "--output", output, says=(f"'--output {output}'", says))
        self.assert_refused("trace", "--output", "", says=("'--output' needs the name of a file",))

    def test_a_file_that_becomes_too_long_leaves_what_was_there(self):
        self.file.write_text(OLD)
        for limit in (1_000, 100_000):
            self.assert_refused(
                "trace", "--output", "trace.ndjson",
                says=("'--output trace.ndjson'", "File too large", "make room"),
                preexec_fn=lambda limit=limit: resource.setrlimit(
                    resource.RLIMIT_FSIZE, (limit, limit)))

    def test_a_full_disk_is_an_error_and_nothing_is_left_behind(self):
        if os.geteuid() != 0 or not shutil.which("mount"):
            self.skipTest("only root can mount a small disk")
        disk = self.directory / "disk"
        disk.mkdir()
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "none", disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("this machine lets nobody mount a disk")
        self.addCleanup(subprocess.run, ["umount", disk])
        self.assert_refused(
            "trace", "--output", "disk/trace.ndjson",
            says=("'--output disk/trace.ndjson'", "No space left on device", "make room"))

    def test_a_file_of_another_kind_is_left_alone(self):
        for text in ("notes\n", "old"):
            self.file.write_text(text)
            self.assert_refused(
                "trace", *SMALL, "--output", "trace.ndjson",
                says=("'--output trace.ndjson'", "another kind", "delete it, or name another"))
            self.assertEqual(self.file.read_text(), text)

    def test_a_full_disk_behind_stdout_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("this system has no /dev/full")
        for command in (("trace",), ("run",), ("race", "grid", "heap", "--seeds", "1")):
            with self.subTest(command), open("/dev/full", "w") as full:
                result = subprocess.run(
                    [PROGRAM, *command, "--time-limit", "1"], stdout=full,
                    stderr=subprocess.PIPE, text=True, timeout=PATIENCE)
                self.assertEqual(result.returncode, 2)
                self.assertIn("standard output: No space left on device", result.stderr)

    def test_a_reader_who_leaves_ends_the_trace_without_a_word(self):
        for form in ("ndjson", "shiviz"):
            process = self.start("trace", *ENDLESS, "--format", form)
            self.assertNotEqual(process.stdout.readline(), "")
            process.stdout.close()
            self.assertEqual(process.wait(PATIENCE), -signal.SIGPIPE)
            self.assertEqual(process.stderr.read(), "")

    def test_ctrl_c_ends_the_output_after_a_whole_line_without_the_end(self):
        process = self.start("trace", *ENDLESS)
        lines = [process.stdout.readline() for _ in range(10)]
        process.send_signal(signal.SIGINT)
        text = "".join(lines) + process.stdout.read()
        self.assertEqual(process.wait(PATIENCE), 130)
        self.assertEqual(process.stderr.read(), "")
        self.assertTrue(text.endswith("}\n"))
        events = [json.loads(line) for line in text.splitlines()]
        self.assertNotEqual(events[-1]["event"], "end")
        self.file.write_text(text)
        self.assert_refused(
            "replay", "trace.ndjson", says=(f"'trace.ndjson' ends after line {len(events)}, ",))

    def test_ctrl_c_leaves_the_file_that_was_there_and_progress_is_shown_until_then(self):
        self.file.write_text(OLD)
        session = TerminalSession(
            [PROGRAM, "trace", *ENDLESS, "--output", str(self.file)], columns=100)
        self.addCleanup(session.__exit__)
        session.wait_for("million events")
        self.assertRegex(session.text, r"^0 %, \d+\.\d million events")
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        self.assertEqual(session.left_behind(), [])
        self.assertEqual(self.contents(), {str(self.file): OLD.encode()})

    def test_memory_does_not_grow_with_the_trace(self):
        def peak(seconds):
            with open(os.devnull, "w") as nowhere:
                process = subprocess.Popen(
                    [PROGRAM, "trace", "--time-limit", str(seconds)], stdout=nowhere)
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

        # Ten times as many events: a million more, each of which would take 80 bytes or more.
        self.assertLess(peak(100) - peak(10), 20e6)


class ShiVizTests(LabTests):
    def events(self, *options):
        """What ShiViz makes of a log: (node, clock, words), by the log's own first line."""
        text = self.done("trace", "--format", "shiviz", *options)
        expression, separator, log = text.split("\n", 2)
        self.assertEqual(separator, "")
        # Python's groups have a P, and ShiViz adds the ends.
        pattern = re.compile("^" + expression.replace("(?<", "(?P<") + "$", re.MULTILINE)
        matches = list(pattern.finditer(log))
        self.assertEqual("".join(match[0] + "\n" for match in matches), log)
        return [
            (match["host"], json.loads(match["clock"]), match["event"]) for match in matches]

    def test_the_clocks_are_vector_clocks(self):
        for name, options in SCENARIOS.items():
            with self.subTest(name):
                events = self.events(*options)
                count = collections.Counter(node for node, _, _ in events)
                so_far, former = collections.Counter(), {}
                for node, clock, _ in events:
                    so_far[node] += 1
                    self.assertEqual(next(iter(clock)), node)
                    self.assertEqual(clock[node], so_far[node])
                    for other, time in clock.items():
                        self.assertIn(time, range(1, so_far[other] + 1))
                        # What such an event knew, this one knows too.
                    for other, time in former.get(node, {}).items():
                        self.assertGreaterEqual(clock[other], time)
                    former[node] = clock
                self.assertEqual(so_far, count)
                self.assertLessEqual(set(count), {f"n{number}" for number in range(5)})

    def test_every_message_that_arrives_brings_the_clock_of_its_sender(self):
        for name, options in SCENARIOS.items():
            with self.subTest(name):
                trace = [
                    event for event in map(json.loads, self.done("trace", *options).splitlines())
                    if event.get("event") in ("sent", "delivered")]
                drawn, now = [], collections.defaultdict(dict)
                for node, clock, words in self.events(*options):
                    if " sends " in words or " receives " in words:
                        drawn.append((node, clock, now[node]))
                    now[node] = clock
                self.assertEqual(len(drawn), len(trace))
                sent = {}
                for event, (node, clock, before) in zip(trace, drawn):
                    expected = collections.Counter(before)
                    if event["event"] == "sent":
                        self.assertEqual(node, event["from"])
                        sent[event["message"]] = clock
                    else:
                        self.assertEqual(node, event["to"])
                        expected |= collections.Counter(sent[event["message"]])
                    expected[node] = before.get(node, 0) + 1
                    self.assertEqual(clock, expected)

    def test_the_words_say_what_a_node_did(self):
        words = [text for _, _, text in self.events(*SCENARIOS["all faults"])]
        words += [text for _, _, text in self.events(*SCENARIOS["digests"])]
        for pattern in (
            r"a client broadcasts \d+", r"sends \d+ to n\d", r"receives \d+ from n\d, new",
            r"receives \d+ from n\d, known", r"answers a read with \d+ values", "crashes",
            "starts anew", "stands still", "goes on", r"sends a digest of \d+ values to n\d "
            r"\(request\)", r"sends [\d, ]+ to n\d \(request for \d+ values?\)",
            r"receives [\d, ]+ from n\d \(repair\), new",
        ):
            whole = re.compile(r"\d+\.\d{3} s  " + pattern)
            self.assertTrue(any(map(whole.fullmatch, words)), pattern)


class ReplayTests(LabTests):
    def test_a_trace_and_a_run_are_replayed_from_files_and_from_pipes(self):
        for name, options in SCENARIOS.items():
            with self.subTest(name):
                report = self.report(*options)
                self.file.unlink(missing_ok=True)
                self.done("trace", *options, "--output", "trace.ndjson")
                count = len(self.file.read_text().splitlines()) - 2
                text = self.done("replay", "trace.ndjson")
                self.assertRegex(
                    text, rf"^scenario     .*, seed 42\nevents       {count}, all as in the file\n"
                    rf"digest       {report['digest']}\n$")
                self.assertEqual(self.done("replay", "-", input=self.file.read_text()), text)
                for form in ("json", "ndjson"):
                    printed = self.lab("run", *options, "--format", form).stdout
                    self.file.write_text(printed)
                    replayed = self.done("replay", "trace.ndjson")
                    self.assertIn("\nruns         1, as in the file\n", replayed)
                    self.assertIn(f"digest       {report['digest']}\n", replayed)

    def test_the_runs_of_a_sweep_are_replayed(self):
        self.done(
            "sweep", *SMALL, "--topology", "grid,heap", "--seeds", "5", "--output", "runs.ndjson")
        self.assertEqual(
            self.done("replay", "runs.ndjson"), "runs         10, all as in the file\n")
        runs = self.directory / "runs.ndjson"
        lines = runs.read_text().splitlines(keepends=True)
        lines[6] = re.sub('"digest":"[0-9a-f]{4}', '"digest":"0000', lines[6])
        runs.write_text("".join(lines))
        self.assert_refused(
            "replay", "runs.ndjson",
            says=("'runs.ndjson', line 7: it was edited", '"digest":"0000', "--seed 45'"))

    def test_the_command_in_the_answer_makes_the_file_right(self):
        options = [*SMALL, "--fault", "cut n3|* at 200ms for 300ms"]
        self.done("trace", *options, "--output", "trace.ndjson")
        whole = self.file.read_text()
        lines = whole.splitlines(keepends=True)
        self.file.write_text("".join(lines[:20] + lines[21:]))
        answer = self.assert_refused(
            "replay", "trace.ndjson", says=("'trace.ndjson', line 21: it was edited",))
        command = re.search(r"write the trace anew with '(gossip-lab .*)'\.$", answer, re.M)[1]
        programs = self.directory / "bin"
        programs.mkdir()
        (programs / "gossip-lab").symlink_to(PROGRAM)
        subprocess.run(
            ["bash", "-c", command], cwd=self.directory, check=True, timeout=PATIENCE,
            env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}"})
        self.assertEqual(self.file.read_text(), whole)
        self.done("replay", "trace.ndjson")

    def test_a_terminal_is_not_made_to_obey_what_a_file_has_in_it(self):
        self.done("trace", *SMALL, "--output", "trace.ndjson")
        text = self.file.read_text()
        self.file.write_text(text.replace('"sent"', '"se\x1b[2Jnt"', 1))
        answer = self.assert_refused("replay", "trace.ndjson", says=(r'"se\u{1b}[2Jnt"',))
        self.assertNotIn("\x1b", answer)

    def test_what_cannot_be_read_is_refused(self):
        (self.directory / "folder").mkdir()
        (self.directory / "empty").touch()
        (self.directory / "bytes").write_bytes(bytes(range(256)) * 100)
        for name, says in (
            ("none", "No such file"), ("folder", "it is a directory"), ("empty", "is empty"),
            ("bytes", "line 1: it is no JSON"),
        ):
            self.assert_refused("replay", name, says=(f"'{name}'", says, "'gossip-lab trace'"))
        self.assert_refused("replay", says=("<file>",))

    def test_a_file_without_end_is_refused(self):
        if not os.path.exists("/dev/zero"):
            self.skipTest("this system has no /dev/zero")
        self.assert_refused("replay", "/dev/zero", says=("line 1", "too long"))

    def test_a_run_that_ctrl_c_ended_is_refused(self):
        self.interrupt("million deliveries", f"{PROGRAM} run --format json {' '.join(ENDLESS)}"
                       f" > {self.file}")
        self.assertIn('"partial": true', self.file.read_text())
        self.assert_refused("replay", "trace.ndjson", says=("ended before its time",))

    def test_ctrl_c_ends_a_replay_without_a_word(self):
        session = self.interrupt(
            "million events", f"{PROGRAM} trace {' '.join(ENDLESS)} | {PROGRAM} replay -")
        self.assertNotIn("Error", session.text)

    def interrupt(self, progress, command):
        """A command of the shell that Ctrl-C ends once it shows its progress."""
        session = TerminalSession(["bash", "-c", command], columns=100)
        self.addCleanup(session.__exit__)
        session.wait_for(progress)
        session.press(CTRL_C)
        self.assertEqual(session.wait_for_end(), 130)
        return session


if __name__ == "__main__":
    unittest.main()
