"""The real program on real pipes: python3 -m unittest discover Tests/Node

MAELSTROM_BROADCAST names the program; .build/release/maelstrom-broadcast otherwise.
"""

import collections
import json
import os
import pathlib
import queue
import signal
import statistics
import subprocess
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(
    os.environ.get("MAELSTROM_BROADCAST", ROOT / ".build/release/maelstrom-broadcast")
)
PATIENCE = 30
MEGABYTE = 1 << 20


def packet(body, source="c1", destination="n0"):
    return json.dumps({"id": 1, "src": source, "dest": destination, "body": body}).encode() + b"\n"


def init(node_count=2, node=0):
    names = [f"n{index}" for index in range(node_count)]
    return {"type": "init", "msg_id": 1, "node_id": f"n{node}", "node_ids": names}


def broadcast(message, **keys):
    return {"type": "broadcast", "message": message, **keys}


class Node:
    """A running program whose output is collected as it comes."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [PROGRAM, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        self.lines = queue.Queue()
        self.errors = []
        self.threads = [
            threading.Thread(target=self._collect, args=(self.process.stdout, self.lines.put)),
            threading.Thread(target=self._collect, args=(self.process.stderr, self.errors.append)),
        ]
        for thread in self.threads:
            thread.start()

    @staticmethod
    def _collect(stream, take):
        with os.fdopen(os.dup(stream.fileno()), "rb") as lines:
            for line in lines:
                take(line)

    def write(self, data):
        view = memoryview(data)
        while view:
            view = view[self.process.stdin.write(view) :]

    def send(self, body, source="c1"):
        self.write(packet(body, source))

    def receive(self):
        line = self.lines.get(timeout=PATIENCE)
        assert line.endswith(b"\n"), line[-100:]
        return json.loads(line)

    def ask(self, body):
        """The reply to `body`; gossip that comes before it is dropped."""
        self.send({**body, "msg_id": 77})
        while True:
            reply = self.receive()["body"]
            if reply.get("in_reply_to") == 77:
                return reply

    def read(self):
        return self.ask({"type": "read"})["messages"]

    def finish(self):
        """Ends the input; the exit status, what was still written, and what was reported."""
        self.close()
        rest = []
        while not self.lines.empty():
            rest.append(json.loads(self.lines.get()))
        return self.process.returncode, rest, [error.decode() for error in self.errors]

    def close(self):
        self.process.stdin.close()
        self.process.wait(PATIENCE)
        for thread in self.threads:
            thread.join(PATIENCE)
        self.process.stdout.close()
        self.process.stderr.close()


class NodeTestCase(unittest.TestCase):
    def start(self, *options, node_count=2, initialized=True):
        node = Node(*options)
        self.addCleanup(self.stop, node)
        if initialized:
            node.send(init(node_count))
            self.assertEqual(node.receive()["body"], {"type": "init_ok", "in_reply_to": 1})
        return node

    @staticmethod
    def stop(node):
        if node.process.poll() is None:
            node.process.kill()
        node.close()


class LineTests(NodeTestCase):
    def test_each_reply_is_flushed_while_the_input_stays_open(self):
        node = self.start()
        for value in range(100):
            self.assertEqual(node.ask(broadcast(value))["type"], "broadcast_ok")
        self.assertEqual(node.read(), list(range(100)))
        self.assertEqual(node.finish(), (0, [], []))

    def test_a_line_may_come_in_pieces(self):
        node = self.start()
        for byte in packet({"type": "read", "msg_id": 5}):
            node.write(bytes([byte]))
        self.assertEqual(node.receive()["body"]["in_reply_to"], 5)

    def test_bad_lines_are_reported_and_change_nothing(self):
        bad = [
            b"garbage\n",
            b"\n",
            b"[1]\n",
            b"{}\n",
            b"\xff\xfe\n",
            b"\x00\n",
            b"\xef\xbb\xbf" + packet({"type": "read", "msg_id": 9}),
            packet({"type": "read", "msg_id": 9})[:-3] + b"\n",
            packet({"msg_id": 9}),
            packet(broadcast("x", msg_id="y")),
            packet(broadcast("é", msg_id=9)).replace(rb"\u00e9", b"\xc3"),
            packet(broadcast("\ud800", msg_id=9)),
            b"[" * MEGABYTE + b"\n",
        ]
        node = self.start()
        node.ask(broadcast("kept"))
        for line in bad:
            node.write(line)
        self.assertEqual(node.read(), ["kept"])
        status, rest, errors = node.finish()
        self.assertEqual((status, rest), (0, []))
        self.assertEqual(len(errors), len(bad))
        for error in errors:
            self.assertTrue(error.startswith("maelstrom-broadcast: line skipped: "), error)
            self.assertLess(len(error), 300)

    def test_errors_are_numbered(self):
        node = self.start(initialized=False)
        self.assertEqual(node.ask({"type": "read"})["code"], 11)
        self.assertEqual(node.ask({"type": "dance"})["code"], 10)
        self.assertEqual(node.ask({"type": "broadcast"})["code"], 12)
        node.send(init())
        self.assertEqual(node.receive()["body"]["type"], "init_ok")
        self.assertEqual(node.ask(init(3))["code"], 12)
        self.assertEqual(node.read(), [])
        self.assertEqual(node.finish(), (0, [], []))

    def test_a_line_of_10_megabytes_is_served(self):
        node = self.start()
        text = "0123456789abcdef" * (10 * MEGABYTE // 16)
        self.assertEqual(node.ask(broadcast(text))["type"], "broadcast_ok")
        numbers = list(range(1_500_000))
        self.assertEqual(node.ask(broadcast(numbers))["type"], "broadcast_ok")
        self.assertEqual(node.read(), [text, numbers])

    def test_a_line_beyond_the_limit_is_skipped_to_its_end(self):
        node = self.start()
        node.write(packet(broadcast("x" * (64 * MEGABYTE), msg_id=9)))
        node.send(broadcast("kept"))
        self.assertEqual(node.read(), ["kept"])
        status, _, errors = node.finish()
        self.assertEqual(status, 0)
        self.assertEqual(len(errors), 1)
        self.assertIn("bytes; at most 67108864 are read", errors[0])

    def test_a_full_set_beyond_the_limit_goes_in_several_lines(self):
        node = self.start("--gossip-mode", "push", "--gossip-interval", "2s", "--topology", "star")
        values = [f"{index}" * (10 * MEGABYTE) for index in range(8)]
        for value in values:
            node.ask(broadcast(value))
        received = []
        while set(received) != set(values):
            line = node.lines.get(timeout=PATIENCE)
            self.assertLessEqual(len(line), 64 * MEGABYTE + 1)
            body = json.loads(line)["body"]
            if body.get("repair"):
                received += body["messages"]


class EndTests(NodeTestCase):
    def test_no_input_at_all_is_no_error(self):
        node = self.start(initialized=False)
        self.assertEqual(node.finish(), (0, [], []))

    def test_a_last_line_without_its_end_is_served(self):
        node = self.start()
        node.write(packet({"type": "read", "msg_id": 0})[:-1])
        status, rest, errors = node.finish()
        self.assertEqual((status, errors), (0, []))
        self.assertEqual(rest[0]["body"], {"type": "read_ok", "in_reply_to": 0, "messages": []})

    def test_an_end_in_mid_line_is_reported(self):
        node = self.start()
        node.write(packet({"type": "read", "msg_id": 0})[:-2])
        status, rest, errors = node.finish()
        self.assertEqual((status, rest), (0, []))
        self.assertEqual(len(errors), 1)
        self.assertIn("found the end", errors[0])

    def test_a_closed_output_ends_the_node_quietly(self):
        process = subprocess.Popen(
            [PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        process.stdout.close()
        process.stdin.write(packet(init()))
        process.stdin.close()
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()

    def test_an_input_that_cannot_be_read_is_an_error(self):
        finished = subprocess.run(
            [PROGRAM], stdin=os.open("/", os.O_RDONLY), capture_output=True, timeout=PATIENCE
        )
        self.assertEqual(finished.returncode, 70)
        self.assertIn(b"stdin: ", finished.stderr)

    def test_wrong_options_end_it_with_status_2_and_name_the_option(self):
        finished = subprocess.run([PROGRAM, "--topology", "blob"], capture_output=True)
        self.assertEqual((finished.returncode, finished.stdout), (2, b""))
        self.assertIn(b"--topology", finished.stderr)


class StreamTests(NodeTestCase):
    def flood(self, node, count):
        node.write(b"".join(packet({"type": "read", "msg_id": id}) for id in range(count)))

    def test_output_is_whole_and_in_order_when_its_reader_is_slow_and_pipes_do_not_block(self):
        input_read, input_write = os.pipe()
        output_read, output_write = os.pipe()
        os.set_blocking(input_read, False)
        os.set_blocking(output_write, False)
        process = subprocess.Popen([PROGRAM], stdin=input_read, stdout=output_write)
        os.close(input_read)
        os.close(output_write)
        count = 20_000

        def feed():
            with os.fdopen(input_write, "wb") as stream:
                stream.write(packet(init()) + packet(broadcast("x" * 100)))
                for id in range(count):
                    stream.write(packet({"type": "read", "msg_id": id}))

        thread = threading.Thread(target=feed)
        thread.start()
        with os.fdopen(output_read, "rb") as stream:
            lines = [json.loads(line)["body"] for line in stream]
        thread.join(PATIENCE)
        self.assertEqual(process.wait(PATIENCE), 0)
        ids = [line["in_reply_to"] for line in lines if line["type"] == "read_ok"]
        self.assertEqual(ids, list(range(count)))

    def test_it_survives_being_stopped_and_continued(self):
        node = self.start("--batch-interval", "1s")
        for _ in range(20):
            node.process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, node.process.pid, os.WSTOPPED)
            node.process.send_signal(signal.SIGCONT)
            self.assertEqual(node.read(), [])

    def test_batches_come_at_their_interval_without_any_input(self):
        node = self.start("--batch-interval", "50ms", "--send-empty-batches", "--topology", "star")
        self.receive_gossip(node, 1)
        start = time.monotonic()
        self.receive_gossip(node, 40)
        self.assertAlmostEqual(time.monotonic() - start, 40 * 0.05, delta=0.5)

    def test_timers_fire_while_input_floods_in(self):
        node = self.start("--batch-interval", "20ms", "--send-empty-batches", "--topology", "star")
        node.send(broadcast("x" * 10_000))
        start = time.monotonic()
        kinds = []
        count = 0
        while time.monotonic() - start < 1:
            self.flood(node, 200)
            count += 200
            while kinds.count("read_ok") < count - 1_000:
                kinds.append(node.receive()["body"]["type"])
        self.assertGreater(kinds.count("read_ok"), 1_000)
        self.assertGreater(kinds.count("gossip"), 25)

    def receive_gossip(self, node, count):
        for _ in range(count):
            self.assertEqual(node.receive()["body"]["type"], "gossip")

    def test_a_seed_decides_whom_repair_goes_to_and_without_one_each_start_differs(self):
        def peers(*seed):
            gossip = ["--gossip-mode", "push", "--gossip-interval", "5ms", "--gossip-fanout", "2"]
            node = self.start(*gossip, *seed, node_count=25)
            return [node.receive()["dest"] for _ in range(40)]

        self.assertEqual(peers("--seed", "7"), peers("--seed", "7"))
        self.assertNotEqual(peers("--seed", "7"), peers("--seed", "8"))
        self.assertNotEqual(peers(), peers())

    def test_a_recorded_session_is_answered_request_by_request(self):
        for recorded in sorted((ROOT / "Tests/MaelstromTests/Recorded").glob("*.stdin")):
            data = recorded.read_bytes()
            requests = [json.loads(line)["body"]["type"] for line in data.splitlines()]
            types = collections.Counter(requests)
            node = self.start(initialized=False)
            node.write(data)
            status, output, errors = node.finish()
            self.assertEqual((status, errors), (0, []))
            replies = collections.Counter(line["body"]["type"] for line in output)
            for request in ["init", "topology", "broadcast", "read", "gossip"]:
                self.assertEqual(replies[request + "_ok"], types[request], recorded.name)

    def test_it_starts_and_replies_within_5_milliseconds(self):
        with open(PROGRAM, "rb") as file:
            if b"ld-linux" in file.read(4096):
                self.skipTest("only scripts/build-node builds what starts so fast")
        times = []
        for _ in range(50):
            start = time.perf_counter()
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            with subprocess.Popen([PROGRAM], **pipes) as process:
                process.stdin.write(packet(init()))
                process.stdin.flush()
                process.stdout.readline()
                times.append(1_000 * (time.perf_counter() - start))
                process.stdin.close()
        print(f"start to first reply: median {statistics.median(times):.2f} ms of {len(times)}")
        self.assertLess(min(times), 5)


class ClusterTests(NodeTestCase):
    """Several nodes whose messages this process carries."""

    def test_values_reach_every_node_and_repair_brings_what_a_cut_lost(self):
        options = ["--gossip-mode", "push", "--gossip-interval", "100ms", "--gossip-fanout", "2"]
        nodes = {f"n{index}": self.start(*options, initialized=False) for index in range(5)}
        for index, node in enumerate(nodes.values()):
            node.send(init(5, node=index))
        cut = {"n4"}
        replies = []

        def carry():
            for name, node in nodes.items():
                while not node.lines.empty():
                    message = node.receive()
                    target = message["dest"]
                    if target not in nodes:
                        replies.append(message)
                    elif (name in cut) == (target in cut):
                        nodes[target].write(json.dumps(message).encode() + b"\n")

        def carry_until_all_hold(expected, names):
            deadline = time.monotonic() + PATIENCE
            while True:
                self.assertLess(time.monotonic(), deadline, f"{names} do not all hold {expected}")
                replies.clear()
                for name in names:
                    nodes[name].send({"type": "read", "msg_id": 2})
                while len([r for r in replies if r["body"]["type"] == "read_ok"]) < len(names):
                    carry()
                held = [r["body"]["messages"] for r in replies if r["body"]["type"] == "read_ok"]
                if all(sorted(messages) == expected for messages in held):
                    return

        for index, node in enumerate(nodes.values()):
            node.send(broadcast(index))
        carry_until_all_hold([0, 1, 2, 3], ["n0", "n1", "n2", "n3"])
        carry_until_all_hold([4], ["n4"])
        cut.clear()
        carry_until_all_hold([0, 1, 2, 3, 4], list(nodes))


if __name__ == "__main__":
    unittest.main()
