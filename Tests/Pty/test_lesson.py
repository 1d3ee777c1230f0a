"""The lesson, from its first chapter to its last, in a real terminal."""

import unittest

from dashboard_tests import PROGRAM, DashboardTests

ESCAPE, RIGHT, LEFT = "\x1b", "\x1b[C", "\x1b[D"
CHAPTERS = 11


class LessonTests(DashboardTests):
    def lesson(self, *arguments, **terminal):
        session = self.start(PROGRAM, "lesson", *arguments, **terminal)
        session.wait_for("lesson ")
        return session

    def test_every_chapter_is_told_to_its_end(self):
        session = self.lesson(columns=80, rows=24)
        for number in range(1, CHAPTERS + 1):
            session.wait_for(f"lesson {number} of {CHAPTERS}")
            session.press("1")
            # The first one waits for the run, or is the answer; the second goes there.
            session.press(RIGHT)
            session.wait_until(
                lambda: "as you said" in session.text or ", not 1" in session.text,
                f"the answer of chapter {number}")
            self.assertNotIn("Something else is at work", session.text)
            if number < CHAPTERS:
                session.press(RIGHT)
        session.press(LEFT)
        session.wait_for(f"lesson {CHAPTERS - 1} of")
        session.press(ESCAPE)
        session.wait_for("free play: everything here is yours")
        self.assert_quits(session)

    def test_a_chapter_is_named_in_the_shell(self):
        session = self.lesson("push-pull", "--ascii", columns=160, rows=50)
        session.wait_for("lesson 10 of")
        session.wait_for("push-pull --")
        self.assert_quits(session)

    def test_the_lesson_plays_itself_over_the_end_of_a_run(self):
        session = self.lesson("total", "--auto", "--speed", "100", columns=80, rows=24)
        session.wait_for("finished")
        session.wait_for("The run says")
        # There is time to read what it says.
        session.wait_for("lesson 3 of", patience=60)
        self.assert_quits(session)

    def test_a_chapter_that_is_none_says_which_there_are(self):
        session = self.start(PROGRAM, "lesson", "gird")
        session.wait_for("there is no chapter 'gird'; perhaps 'grid'?")
        self.assertEqual(session.wait_for_end(), 2)


if __name__ == "__main__":
    unittest.main()
