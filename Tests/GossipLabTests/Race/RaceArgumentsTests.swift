import Records
import Testing

@testable import Records

@Suite struct RaceArgumentsTests {
    static let texts: [(String, [String])] = [
        ("", []), ("  \t ", []), ("a b  c", ["a", "b", "c"]), (" a ", ["a"]),
        ("--fault 'cut n3|* at 2s' --x", ["--fault", "cut n3|* at 2s", "--x"]),
        (#"--fault="kill n3 at 2s""#, ["--fault=kill n3 at 2s"]),
        (#"'a "b"' "it's""#, [#"a "b""#, "it's"]), ("'' x", ["", "x"]),
        (#"my\ file 'a\b' "c\"d\e""#, ["my file", #"a\b"#, #"c"d\e"#]),
    ]

    @Test(arguments: texts)
    func aTextIsSplitAsAShellWould(text: String, words: [String]) throws {
        #expect(try text.shellWords() == words)
    }

    static let commandLines: [(words: [String], contenders: [String], common: [[String]])] = [
        (["grid", "heap"], ["grid", "heap"], []),
        (
            ["--loss", "0.1", "grid", "--seed=7", "heap"], ["grid", "heap"],
            [["--loss", "0.1"], ["--seed=7"]]
        ),
        (
            ["--topology tree4 --batch-interval 50ms", "--gossip-relay", "blog-heap"],
            ["--topology tree4 --batch-interval 50ms", "blog-heap"], [["--gossip-relay"]]
        ),
        (
            ["a.json", "--fault", "kill n3 at 2s", "--fault=cut n1|n2 at 1s", "b.json"],
            ["a.json", "b.json"], [["--fault", "kill n3 at 2s"], ["--fault=cut n1|n2 at 1s"]]
        ),
        (
            ["--topology=heap --loss=0.1", "--", "--topology heap"],
            ["--topology=heap --loss=0.1", "--topology heap"], []
        ),
    ]

    @Test(arguments: commandLines)
    func optionsOutsideOfQuotesAreForBoth(
        words: [String], contenders: [String], common: [[String]]
    ) throws {
        let arguments = try RaceArguments(words, of: "gossip-lab race")
        #expect(arguments.contenders == contenders)
        #expect(arguments.common == common)
    }
}
