/// One line of the key table: some keys, what they do, and how to say so.
struct KeyBinding: Hashable {
    /// Where the help lists the binding.
    enum Group: String, CaseIterable, Hashable {
        case time = "Time"
        case cluster = "Cluster"
        case partition = "Partition"
        case details = "Tabs"
        case screen = "Screen"
    }

    /// The keys, any of which does it.
    var keys: [Key]
    /// The keys as a person reads them: `space`, `+ -`.
    var label: String
    /// What it does, in a few words, for the help.
    let summary: String
    /// What it does, in a word, for the footer; nil leaves it out there.
    let footer: String?
    /// Where the help lists it.
    let group: Group
    let action: DashboardAction

    private init(
        _ keys: [Key], _ label: String, _ summary: String, footer: String? = nil, _ group: Group,
        _ action: DashboardAction
    ) {
        self.keys = keys
        self.label = label
        self.summary = summary
        self.footer = footer
        self.group = group
        self.action = action
    }

    /// The keys while the cluster is watched; the help and the footer list them in this order.
    static let watching: [KeyBinding] = [
        .init([" "], "space", "pause or go on", footer: "pause", .time, .togglePause),
        .init(["."], ".", "one step, then pause", footer: "step", .time, .step),
        .init([","], ",", "one step back", footer: "back", .time, .stepBack),
        .init([";"], ";", "next length of a step", .time, .nextStepUnit),
        .init(["["], "[", "a second back", footer: "seek", .time, .seek(.seconds(-1))),
        .init(["]"], "]", "a second on", .time, .seek(.seconds(1))),
        .init(["{"], "{", "ten seconds back", .time, .seek(.seconds(-10))),
        .init(["}"], "}", "ten seconds on", .time, .seek(.seconds(10))),
        .init(["0"], "0", "to the end of what was seen", footer: "live", .time, .goLive),
        .init(["+", "="], "+", "faster", footer: "faster", .time, .faster),
        .init(["-", "_"], "-", "slower", footer: "slower", .time, .slower),
        .init(["t"], "t", "next topology", footer: "topology", .cluster, .nextTopology),
        .init(["T"], "T", "previous topology", .cluster, .previousTopology),
        .init(["i"], "i", "next batch interval", footer: "batch", .cluster, .cycleBatchInterval),
        .init(
            ["p"], "p", "partition menu", footer: "partition", .cluster, .openPartitionMenu),
        .init(
            ["b"], "b", "broadcast at the selected node", footer: "broadcast", .cluster,
            .broadcast),
        .init(["x"], "x", "kill or restart that node", .cluster, .killOrRestart),
        .init(["z"], "z", "pause or resume that node", .cluster, .pauseOrResume),
        .init(["v"], "v", "follow the newest value, or none", .cluster, .toggleValue),
        .init(["V"], "V", "follow the slowest value", .cluster, .slowestValue),
        .init(["<"], "<", "the value before that one", .cluster, .olderValue),
        .init([">"], ">", "the value after it", .cluster, .newerValue),
        .init([.up, "k"], "↑ k", "select the node above", .cluster, .select(.up)),
        .init([.down, "j"], "↓ j", "select the node below", .cluster, .select(.down)),
        .init([.left, "h"], "← h", "select the node to the left", .cluster, .select(.left)),
        .init([.right, "l"], "→ l", "select the node to the right", .cluster, .select(.right)),
        .init(["r"], "r", "race another cluster, or end it", footer: "race", .time, .race),
        .init(["L"], "L", "lesson: the story in chapters", footer: "lesson", .time, .lesson),
        .init(["R"], "R", "run again with the same seed", footer: "again", .time, .again),
        .init(["N"], "N", "run again with a new seed", footer: "new seed", .time, .newSeed),
        .init([.enter], "Enter", "menu of all parameters", footer: "menu", .screen, .openMenu),
        .init(
            [":"], ":", "command line, Tab completes", footer: "command", .screen,
            .openCommandLine),
        .init([.control("i")], "Tab", "next tab of details", footer: "tabs", .details, .nextDetail),
        .init([.backTab], "S-Tab", "previous tab", .details, .previousDetail),
        .init(["1"], "1", "tab: messages in flight", .details, .show(.inFlight)),
        .init(["2"], "2", "tab: the selected node", .details, .show(.node)),
        .init(["3"], "3", "tab: the way of a value", .details, .show(.value)),
        .init(["4"], "4", "tab: load of each node", .details, .show(.load)),
        .init(["5"], "5", "tab: latency against messages", .details, .show(.tradeOff)),
        .init(["6"], "6", "tab: log", .details, .show(.log)),
        .init(["y"], "y", "latency linear or logarithmic", .screen, .nextLatencyScale),
        .init(["/"], "/", "next filter of the log", .details, .nextLogFilter),
        .init(["f"], "f", "details on the whole screen", .details, .toggle(.details)),
        .init(["P"], "P", "large, for a projector", .screen, .toggle(.projector)),
        .init([.pageUp], "PgUp", "scroll log or values back", .details, .scroll(-10)),
        .init([.pageDown], "PgDn", "scroll them forward", .details, .scroll(10)),
        .init(["m"], "m", "mouse off, to copy text, or on", .screen, .toggleMouse),
        .init(["c"], "c", "next theme of colours", .screen, .nextTheme),
        .init(["g"], "g", "next set of signs", .screen, .nextGlyphs),
        .init(["e"], "e", "export screen, session, figures", footer: "export", .screen, .export),
        .init(["?"], "?", "this help", footer: "help", .screen, .toggleHelp),
        .init([.escape], "Esc", "close what is open, or the ghost", .screen, .close),
        .init(["q", .control("c")], "q", "quit (or Ctrl-C)", footer: "quit", .screen, .quit),
    ]

    /// The keys of the partition menu, in the order of its entries.
    static let partitionMenu: [KeyBinding] = [
        .init(["1"], "1", "one: cut off a random node", .partition, .partition(.one)),
        .init(
            ["2"], "2", "third: cut off less than a third", .partition,
            .partition(.minorityThird)),
        .init(["3"], "3", "half: two random halves", .partition, .partition(.majority)),
        .init(
            ["4"], "4", "ring: each has its own majority", .partition,
            .partition(.majoritiesRing)),
        .init(["0"], "0", "heal: make the network whole", .partition, .heal),
        .init([.escape, "p"], "Esc", "close this menu", .partition, .close),
    ]
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
