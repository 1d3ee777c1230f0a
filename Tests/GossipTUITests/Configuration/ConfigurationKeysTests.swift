import Testing

@testable import GossipTUI

struct ConfigurationKeysTests {
    private func keys(_ lines: String...) throws -> KeyTable {
        try configuration("[keys]\n" + lines.joined(separator: "\n")).keys
    }

    @Test func `A key of the file takes the place of the usual ones`() throws {
        let keys = try keys("faster = \"f\"", "slower = [\"s\", \"Left\"]", "select-left = \"h\"")
        let action = { KeyTable.action(for: $0, in: keys.watching) }
        #expect(action("f") == .faster)
        #expect(action("+") == nil)
        #expect(action("=") == nil)
        #expect(action("s") == .slower)
        #expect(action(.left) == .slower)
        #expect(action("h") == .select(.left))
        #expect(action("t") == .nextTopology)
        #expect(keys.watching.map(\.action) == KeyBinding.watching.map(\.action))
    }

    @Test(arguments: [
        ("p", Key.character("p"), "p"), ("P", "P", "P"), ("é", "é", "é"), ("Space", " ", "space"),
        (" ", " ", "space"), ("Tab", .control("i"), "Tab"), ("Ctrl-I", .control("i"), "Tab"),
        ("Enter", .enter, "Enter"), ("Ctrl-M", .enter, "Enter"),
        ("Backspace", .backspace, "Backspace"), ("Ctrl-h", .backspace, "Backspace"),
        ("Up", .up, "↑"), ("down", .down, "↓"), ("LEFT", .left, "←"), ("Right", .right, "→"),
        ("Ctrl-X", .control("x"), "Ctrl-X"), ("ctrl-x", .control("x"), "Ctrl-X"),
        ("Esc", .escape, "Esc"),
    ])
    func `A key has a name and a label`(name: String, key: Key, label: String) {
        #expect(Key(name: name) == key)
        #expect(key.label == label)
        #expect(Key(name: key.name) == key)
    }

    @Test(arguments: [
        "", "pp", "\u{7}", "\u{301}", "e\u{301}", "👩‍👩‍👧", "Ctrl-", "Ctrl-1", "Ctrl-É", "F1",
        "\u{200b}",
    ])
    func `What no key sends is no key`(name: String) {
        #expect(Key(name: name) == nil)
    }

    @Test func `Every action has a name of its own`() {
        let names = KeyBinding.watching.compactMap(\.name)
        #expect(names.count == KeyBinding.watching.count)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { !$0.contains { !"abcdefghijklmnopqrstuvwxyz-".contains($0) } })
    }

    @Test func `The README names the actions in the order of its table`() throws {
        #expect(try ConfigurationExample.actions() == KeyBinding.watching.compactMap(\.name))
    }

    @Test func `Every action can have another key`() throws {
        for name in KeyBinding.watching.compactMap(\.name) {
            let keys = try keys("\(name) = \"§\"")
            let binding = try #require(keys.watching.first { $0.name == name })
            #expect(binding.label == "§")
            #expect(KeyTable.action(for: "§", in: keys.watching) == binding.action)
        }
    }

    @Test func `Ctrl-C quits and Esc closes whatever the file says`() throws {
        let keys = try keys("quit = \"X\"", "close = \"Backspace\"")
        let action = { KeyTable.action(for: $0, in: keys.watching) }
        #expect(action(.control("c")) == .quit)
        #expect(action("X") == .quit)
        #expect(action("q") == nil)
        #expect(action(.escape) == .close)
        #expect(action(.backspace) == .close)
        #expect(keys.label(for: .quit) == "X")
        #expect(try self.keys("quit = [\"Ctrl-C\"]").label(for: .quit) == "Ctrl-C")
    }

    static let mistakes: [(line: String, complaint: String)] = [
        (
            "puase = \"p\"", "there is no action 'puase': did you mean 'pause'?"
        ),
        (
            "jump = \"p\"",
            "there is no action 'jump': there are "
                + KeyBinding.watching.compactMap(\.name).joined(separator: ", ")
        ),
        (
            "pause = 1",
            "'pause' is a whole number: it must be the name of a key, such as \"p\", or a list of "
                + "such names"
        ),
        (
            "pause = [\"p\", 1]",
            "'pause' has a whole number in it: it must be the name of a key, such as \"p\", or a "
                + "list of such names"
        ),
        (
            "pause = []",
            "'pause' has no key: it must be the name of a key, such as \"p\", or a list of such "
                + "names"
        ),
        ("pause = \"Spcae\"", "'pause' has no such key as \"Spcae\": did you mean \"Space\"?"),
        (
            "pause = \"F1\"",
            "'pause' has no such key as \"F1\": it must be a single character, Space, Tab, Enter, "
                + "Esc, Backspace, Up, Down, Left, Right, PageUp, PageDown, Shift-Tab, Delete, or Ctrl- and a "
                + "letter"
        ),
        ("pause = \"Ctrl-C\"", "Ctrl-C always quits: give 'pause' another key"),
        ("pause = \"Esc\"", "Esc always closes what is open: give 'pause' another key"),
        ("pause = \"Ctrl-Z\"", "the terminal keeps Ctrl-Z for itself: give 'pause' another key"),
    ]

    @Test(arguments: mistakes)
    func `What is wrong with a key is named`(line: String, complaint wanted: String) {
        #expect(complaint(about: "[keys]\n\n\(line)\n") == "config.toml:3: \(wanted)")
        #expect(complaint(about: "# here\nkeys.\(line)\n") == "config.toml:2: \(wanted)")
    }

    @Test func `A key that the file gives away is missing where it was before`() throws {
        let keys = try keys("pause = \"p\"", "next-theme = \"Space\"")
        #expect(KeyTable.action(for: "p", in: keys.watching) == .togglePause)
        #expect(KeyTable.action(for: " ", in: keys.watching) == .nextTheme)
        #expect(keys.label(for: .openPartitionMenu).isEmpty)
        #expect(KeyTable.action(for: .escape, in: keys.watching) == .close)
        var state = Scene.state(Scene.busy(), columns: 160, rows: 60)
        state.keys = keys
        #expect(!render(state).text.contains("partition "))
        #expect(try self.keys("pause = \"k\"").label(for: .select(.up)) == "↑")
    }

    @Test func `Two lines for one key are named at the second`() {
        #expect(
            complaint(about: "[keys]\nfaster = \"f\"\n# and\nslower = \"f\"\n")
                == "config.toml:4: the key f has two actions, 'faster' and 'slower': give one of "
                + "them another key")
    }

    @Test func `The keys must be a table`() {
        #expect(
            complaint(about: "keys = \"p\"")
                == "config.toml:1: 'keys' is a string: it must be a table of actions, such as "
                + "[keys] with pause = \"p\" below")
    }

    // MARK: On the screen

    @Test func `Footer, help and hints show the keys of the file`() throws {
        let keys = try keys(
            "pause = \"p\"", "partition = [\"P\", \"Ctrl-P\"]", "again = \"1\"",
            "new-seed = \"Ctrl-N\"", "close = \"Backspace\"")
        var state = Scene.state(Scene.busy(), columns: 160, rows: 45)
        state.keys = keys
        #expect(render(state).text.contains(" p pause "))
        #expect(render(state).text.contains(" P Ctrl-P partition "))
        _ = state.apply(.toggleHelp)
        let help = render(state).text
        #expect(help.contains("Partition, after P Ctrl-P"))
        #expect(help.contains("help ── Backspace closes"))
        state.mode = .watching
        state.snapshot.phase = .finished
        #expect(render(state).text.contains("1 again · Ctrl-N new seed"))
        _ = state.apply(.step)
        #expect(state.notice == "the run is over: 1 runs it again, Ctrl-N with a new seed")
    }

    @Test func `What opens the partition menu closes it, and Esc does`() throws {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 24)
        state.keys = try keys("partition = \"P\"", "pause = \"p\"")
        #expect(state.action(for: "p") == .togglePause)
        #expect(state.action(for: "P") == .openPartitionMenu)
        state.mode = .partitionMenu
        #expect(state.action(for: "P") == .close)
        #expect(state.action(for: "p") == nil)
        #expect(state.action(for: .escape) == .close)
        #expect(state.action(for: .control("c")) == .quit)
    }

    @Test func `The help scrolls by arrows and by the keys that select`() throws {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 24)
        state.keys = try keys("select-down = \"d\"", "faster = \"Down\"", "pause = \"j\"")
        state.mode = .help
        #expect(state.action(for: "d") == .scrollHelp(1))
        #expect(state.action(for: .down) == .scrollHelp(1))
        #expect(state.action(for: "k") == .scrollHelp(-1))
        #expect(state.action(for: .pageDown) == .scrollHelp(10))
        // What nobody would see behind the help is not done.
        #expect(state.action(for: "j") == nil)
    }
}
