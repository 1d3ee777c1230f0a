import Engine
import Testing

@testable import GossipTUI

struct ConfigurationReaderTests {
    @Test func `The README's example is read as it says`() throws {
        let example = try configuration(ConfigurationExample.text())
        #expect(example.theme == .highContrast)
        #expect(example.glyphs == .blocks)
        #expect(example.speed == .real)
        #expect(example.framesPerSecond == 30)
        let opening = try #require(example.scenario)
        #expect(opening.scenario.topology == .heap)
        #expect(opening.scenario.workload.rate == 100)
        #expect(opening.speed == .real)
        #expect(example.keys.label(for: .togglePause) == "p")
        #expect(example.keys.label(for: .openPartitionMenu) == "P Ctrl-P")
    }

    @Test(arguments: ["", "\n", "# nothing\n", "[keys]\n", "\u{feff}# a mark of UTF-8\n"])
    func `A file that says nothing changes nothing`(text: String) throws {
        #expect(try configuration(text) == Configuration())
    }

    @Test(arguments: [
        ("speed = 1", "x1"), ("speed = 1.0", "x1"), ("speed = 0.25", "x0.25"),
        ("speed = \"100\"", "x100"), ("speed = 'x1000'", "x1000"), ("\"speed\" = 5", "x5"),
        ("speed = 0x0A", "x10"),
    ])
    func `A speed is a number or as --speed has it`(text: String, label: String) throws {
        #expect(try configuration(text).speed?.label == label)
    }

    @Test(arguments: Theme.allCases)
    func `Every theme can be chosen`(theme: Theme) throws {
        #expect(try configuration("theme = '\(theme.rawValue)'").theme == theme)
    }

    @Test(arguments: GlyphSet.allCases)
    func `Every set of signs can be chosen`(glyphs: GlyphSet) throws {
        #expect(try configuration("glyphs = '\(glyphs.rawValue)'").glyphs == glyphs)
    }

    @Test func `A scenario is split into words as by a shell`() throws {
        let text = """
            scenario = "--node-count 9 --fault 'cut n3|* at 2s for 4s'"
            """
        let scenario = try #require(try configuration(text).scenario).scenario
        #expect(scenario.nodeCount == 9)
        #expect(scenario.faults.count == 1)
        #expect(scenario.workload.rate == GossipTUI.openingScenario.workload.rate)
    }

    /// Files and what is said about them, behind `config.toml:`.
    static let mistakes: [(text: String, complaint: String)] = [
        (
            "\nthem = 3",
            "2: there is no 'them' in a configuration: did you mean 'theme'?"
        ),
        (
            "colour = 3",
            "1: there is no 'colour' in a configuration: there are theme, glyphs, speed, fps, "
                + "scenario and the table [keys]"
        ),
        (
            "fps = 30\n[kesy]\npause = 'p'",
            "2: there is no 'kesy' in a configuration: did you mean 'keys'?"
        ),
        (
            "theme = \"dark\"",
            "1: 'theme' is \"dark\": it must be one of \"terminal\", \"high-contrast\", "
                + "\"colour-blind\", \"monochrome\""
        ),
        (
            "glyphs = \"braile\"",
            "1: 'glyphs' is \"braile\": it must be one of \"braille\", \"blocks\", \"ascii\"; "
                + "did you mean \"braille\"?"
        ),
        (
            "glyphs = 3",
            "1: 'glyphs' is a whole number: it must be a string, one of \"braille\", \"blocks\", "
                + "\"ascii\""
        ),
        (
            "fps = 0",
            "1: 'fps' is 0: it must be a whole number from 1 to 60"
        ),
        (
            "fps = 9223372036854775807",
            "1: 'fps' is 9223372036854775807: it must be a whole number from 1 to 60"
        ),
        (
            "fps = \"30\"",
            "1: 'fps' is a string: it must be a whole number from 1 to 60"
        ),
        (
            "fps = 29.97",
            "1: 'fps' is a number with a fraction: it must be a whole number from 1 to 60"
        ),
        (
            "# slow\n\nspeed = 3",
            "3: 'speed' is 3: there is no speed '3', but x0.01 x0.02 x0.05 x0.1 x0.25 x0.5 x1 x2 "
                + "x5 x10 x20 x50 x100 x200 x500 x1000"
        ),
        (
            "speed = true",
            "1: 'speed' is a boolean: it must be a string or a number, such as \"x0.5\""
        ),
        (
            "scenario = [\"--topology\", \"heap\"]",
            "1: 'scenario' is a list: it must be a line of options, such as "
                + "\"--preset maelstrom-grid\""
        ),
        (
            "scenario = \"--rate -1\"",
            "1: 'scenario' is \"--rate -1\": The value '-1' is invalid for '--rate <number>': it "
                + "must be a number from 0.001 to 1000000, such as 100, or 0 for no clients at all"
        ),
        (
            "scenario = \"--print 80x24\"",
            "1: 'scenario' is \"--print 80x24\": Unknown option '--print'. Did you mean "
                + "'--preset'?"
        ),
        (
            "scenario = \"--help\"",
            "1: 'scenario' is \"--help\": it must be options of a scenario, and of these only"
        ),
        (
            "scenario = \"--fault 'kill n99 at 1s'\"",
            "1: 'scenario' is \"--fault 'kill n99 at 1s'\": --fault 'kill n99 at 1s' names "
                + "n99, which is not there: with '--node-count 25' nodes are n0 to n24."
        ),
        (
            "scenario = \"--fault 'kill\"",
            "1: 'scenario' is \"--fault 'kill\": a quote in '--fault 'kill' has no end: add '."
        ),
        (
            "fps = 1\nfps = 2",
            "2:7: Error while parsing key-value pair: cannot redefine existing integer 'fps'"
        ),
        ("fps = ", "1:7: Error while parsing key-value pair: encountered end-of-file"),
        ("a\0b", "1:2: a NUL character: leave it out"),
        ("theme = \u{201c}ascii\u{201d}", "1:9: '\u{201c}' is outside of quotes"),
        ("\n [\t\\", "2:2: the name of a table must follow, such as [keys]"),
        ("keys = [ }", "1:10: something is missing before '}'"),
        ("theme = \"ascii\\u0000\"", "1:15: a NUL character: leave it out"),
    ]

    @Test(arguments: mistakes)
    func `What is wrong is named with its line and what would be right`(
        text: String, complaint wanted: String
    ) {
        #expect(complaint(about: text) == "config.toml:\(wanted)")
    }

    @Test func `Of several mistakes the first in the file is named`() {
        #expect(complaint(about: "theme = 1\nfps = 0")?.hasPrefix("config.toml:1: 'theme'") == true)
        #expect(complaint(about: "fps = 0\ntheme = 1")?.hasPrefix("config.toml:1: 'fps'") == true)
    }

    @Test func `What nobody writes is refused before it is parsed`() {
        #expect(
            complaint(about: "#" + String(repeating: "x", count: 1 << 16))
                == "config.toml: it is longer than 64 KiB, so it is no configuration")
        let deep = [String](repeating: "a", count: 30_000).joined(separator: ".")
        #expect(
            complaint(about: "\n\(deep) = 1")
                == "config.toml:2:402: more than 200 dots outside of quotes: leave some out"
        )
        let brackets = "a = " + String(repeating: "[", count: 60_000)
        #expect(complaint(about: brackets)?.contains("exceeded maximum nested value depth") == true)
    }
}
