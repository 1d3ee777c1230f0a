extension KeyBinding {
    /// What a person calls the action in a file, such as `next-topology`; nil for what only a menu
    /// offers.
    var name: String? { action.name }
}

extension DashboardAction {
    fileprivate var name: String? {
        switch self {
        case .quit: "quit"
        case .toggleHelp: "help"
        case .close: "close"
        case .togglePause: "pause"
        case .step: "step"
        case .faster: "faster"
        case .slower: "slower"
        case .nextTopology: "next-topology"
        case .previousTopology: "previous-topology"
        case .cycleBatchInterval: "next-batch-interval"
        case .openPartitionMenu: "partition"
        case .broadcast: "broadcast"
        case .killOrRestart: "kill-node"
        case .pauseOrResume: "pause-node"
        case .toggleMouse: "mouse"
        case .nextTheme: "next-theme"
        case .nextGlyphs: "next-glyphs"
        case .nextDetail: "next-detail"
        case .openCommandLine: "command-line"
        case .select(.up): "select-up"
        case .select(.down): "select-down"
        case .select(.left): "select-left"
        case .select(.right): "select-right"
        case .restart: "restart"
        case .newSeed: "new-seed"
        case .scrollHelp, .partition, .heal, .point, .edit: nil
        }
    }
}
