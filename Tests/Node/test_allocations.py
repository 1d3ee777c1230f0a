"""How much memory the engine asks for while messages are delivered, on Linux.

The program is the one that GOSSIP_LAB names, .build/release/gossip-lab otherwise.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ.get("GOSSIP_LAB", str(HERE.parents[1] / ".build/release/gossip-lab"))


@unittest.skipUnless(sys.platform == "linux", "counts by LD_PRELOAD")
class AllocationTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.counter = cls.folder.name + "/count_allocations.so"
        subprocess.run(
            ["clang", "-shared", "-fPIC", "-O1", "-o", cls.counter,
             str(HERE / "count_allocations.c"), "-ldl"],
            check=True)

    def flood(self, value_count):
        """Allocations and deliveries of one run of so many values over a grid of 25."""
        run = subprocess.run(
            [PROGRAM, "bench", "--format", "json", "--node-count", "25",
             "--value-count", str(value_count)],
            env={**os.environ, "LD_PRELOAD": self.counter},
            check=True, capture_output=True, text=True)
        allocations = int(re.search(r"^allocations: (\d+)$", run.stderr, re.MULTILINE)[1])
        return allocations, json.loads(run.stdout)["floods"][0]["delivery-count"]

    def test_delivering_a_single_value_allocates_nothing(self):
        fewer, few_deliveries = self.flood(2_000)
        more, many_deliveries = self.flood(12_000)
        self.assertEqual(many_deliveries - few_deliveries, 10_000 * 56)
        # What grows with the number of values (who learned what) doubles its storage now and then.
        self.assertLess(more - fewer, 1_000, "allocations for 560000 deliveries more")


if __name__ == "__main__":
    unittest.main()
