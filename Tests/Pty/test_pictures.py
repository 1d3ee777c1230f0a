"""The README's pictures are those that its script draws."""

import json
import pathlib
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]


class PictureTests(unittest.TestCase):
    def test_the_script_draws_them_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([ROOT / "scripts/pictures", folder], check=True, capture_output=True)
            drawn = {path.name: path.read_bytes() for path in pathlib.Path(folder).iterdir()}
        self.assertEqual(set(drawn), {"dashboard.svg", "opening.cast"})
        for name, content in drawn.items():
            self.assertTrue(
                content == (ROOT / "docs/pictures" / name).read_bytes(),
                f"{name} is not as scripts/pictures draws it")
        root = xml.etree.ElementTree.fromstring(drawn["dashboard.svg"])
        self.assertIn("GossipTUI", "".join(root.itertext()))
        events = [json.loads(line) for line in drawn["opening.cast"].splitlines()]
        self.assertEqual(events[0]["version"], 2)
        self.assertGreater(len(events), 50)


if __name__ == "__main__":
    unittest.main()
