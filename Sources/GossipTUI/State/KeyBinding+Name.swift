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
        case .stepBack: "step-back"
        case .seek(.seconds(-1)): "second-back"
        case .seek(.seconds(1)): "second-on"
        case .seek(.seconds(-10)): "ten-seconds-back"
        case .seek(.seconds(10)): "ten-seconds-on"
        case .goLive: "live"
        case .faster: "faster"
        case .slower: "slower"
        case .nextTopology: "next-topology"
        case .previousTopology: "previous-topology"
        case .cycleBatchInterval: "next-batch-interval"
        case .openMenu: "menu"
        case .openPartitionMenu: "partition"
        case .broadcast: "broadcast"
        case .killOrRestart: "kill-node"
        case .pauseOrResume: "pause-node"
        case .toggleMouse: "mouse"
        case .nextTheme: "next-theme"
        case .nextLatencyScale: "next-latency-scale"
        case .nextGlyphs: "next-glyphs"
        case .nextStepUnit: "next-step-length"
        case .toggleValue: "follow-value"
        case .slowestValue: "slowest-value"
        case .olderValue: "older-value"
        case .newerValue: "newer-value"
        case .nextDetail: "next-tab"
        case .previousDetail: "previous-tab"
        case .show(.inFlight): "tab-flight"
        case .show(.node): "tab-node"
        case .show(.value): "tab-value"
        case .show(.load): "tab-load"
        case .show(.tradeOff): "tab-trade"
        case .show(.log): "tab-log"
        case .nextLogFilter: "next-log-filter"
        case .toggle(.details): "full-details"
        case .toggle(.projector): "projector"
        case .scroll(..<0): "scroll-back"
        case .scroll: "scroll-forward"
        case .openCommandLine: "command-line"
        case .select(.up): "select-up"
        case .select(.down): "select-down"
        case .select(.left): "select-left"
        case .select(.right): "select-right"
        case .race: "race"
        case .lesson: "lesson"
        case .export: "export"
        case .again: "again"
        case .newSeed: "new-seed"
        case .chooseParameter, .changeParameter, .typeParameter, .searchHelp, .editSearch,
            .scrollHelp, .answer, .lessonForward, .lessonBack, .replayChapter, .seek, .partition,
            .heal, .point, .edit, .arrange, .toggle(.everything):
            nil
        }
    }
}
