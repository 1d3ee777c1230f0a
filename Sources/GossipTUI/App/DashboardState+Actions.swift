import Engine

extension DashboardState {
    /// The action that `key` stands for in the present mode; nil for none.
    func action(for key: Key) -> DashboardAction? {
        if mode == .commandLine {
            if key == .escape || key == .backspace && commandLine.text.isEmpty { return .close }
            return CommandLine.edit(for: key).map(DashboardAction.edit)
                ?? (key == .control("c") ? .quit : nil)
        }
        if case .mouse(let mouse) = key { return mode == .help ? nil : .point(mouse) }
        if mode == .watching, let action = lessonAction(for: key) { return action }
        let watching = KeyTable.action(for: key, in: keys.watching)
        switch mode {
        case .menu:
            return Self.menuAction(for: key) ?? (watching == .quit ? .quit : nil)
        case .help:
            if let action = searchAction(for: key) { return action }
            if let lines = helpLines(scrolledBy: key, meaning: watching) {
                return .scrollHelp(lines)
            }
            // Whatever else keys do would be done behind the help.
            let allowed: [DashboardAction] = [.quit, .toggleHelp, .close]
            return watching.flatMap { allowed.contains($0) ? $0 : nil }
        case .partitionMenu:
            // What quits does so whatever is open.
            return KeyTable.action(for: key, in: keys.partitionMenu)
                ?? (watching == .quit ? .quit : nil)
        case .watching, .commandLine: return watching
        }
    }

    /// What `key` does to the search of the help; nil where it does what it does without one.
    private func searchAction(for key: Key) -> DashboardAction? {
        guard let helpSearch else { return key == "/" ? .searchHelp : nil }
        switch key {
        case .character(let character): return .editSearch(helpSearch + String(character))
        case .backspace:
            return .editSearch(helpSearch.isEmpty ? nil : String(helpSearch.dropLast()))
        case .escape: return .editSearch(nil)
        case .enter: return .editSearch(helpSearch)
        default: return nil
        }
    }

    /// The arrows scroll whatever they do elsewhere, for the help says so; so do the other keys
    /// that select the node above or below.
    private func helpLines(scrolledBy key: Key, meaning action: DashboardAction?) -> Int? {
        switch (key, action) {
        case (.down, _), (_, .select(.down)): 1
        case (.up, _), (_, .select(.up)): -1
        case (.pageDown, _): 10
        case (.pageUp, _): -10
        default: nil
        }
    }

    /// Carries out `action` as far as the screen is concerned and returns what else is to be done.
    mutating func apply(_ action: DashboardAction) -> DashboardEffect? {
        notice = nil
        if race != nil && isAboutTabs(action) {
            notice = "a race has no tabs; \(keys.label(for: .race)) ends it"
            return nil
        }
        switch action {
        case .quit: return .quit
        case .toggleHelp:
            mode = mode == .help ? .watching : .help
            helpOffset = 0
            helpSearch = nil
        case .scrollHelp(let lines):
            let last = HelpOverlay(glyphs: glyphs, keys: keys, search: helpSearch)
                .surplus(columns: columns, rows: rows)
            helpOffset = min(max(0, helpOffset + lines), last)
        case .close:
            if mode == .watching && closeUp.ghost != nil { return .dismissGhost }
            if mode == .watching && lesson != nil { return leaveLesson() }
            if mode == .watching && race != nil { return endRace() }
            mode = .watching
            commandLine.close()
        case .point(let mouse): return point(mouse)
        case .toggleMouse:
            usesMouse.toggle()
            notice = usesMouse ? "the mouse selects nodes" : "the mouse is the terminal's"
        case .nextTheme: nextTheme()
        case .nextGlyphs: nextGlyphs()
        case .nextLatencyScale:
            latencyScale = Self.following(latencyScale)
            notice = "the axis of latencies is \(latencyScale.rawValue)"
        case .nextDetail: detail = Self.following(detail)
        case .previousDetail: detail = Self.preceding(detail)
        case .show(let shown): detail = shown
        case .arrange(let arrangement): self.arrangement = arrangement
        case .toggle(let arrangement): toggle(arrangement)
        case .scroll(let lines): scroll(by: lines)
        case .nextStepUnit: nextStepUnit()
        case .nextLogFilter: nextLogFilter()
        case .toggleValue: toggleValue()
        case .slowestValue: followSlowestValue()
        case .olderValue: moveValue(by: -1)
        case .newerValue: moveValue(by: 1)
        case .openCommandLine: mode = .commandLine
        case .edit(.run):
            mode = .watching
            return .run(commandLine.take())
        case .edit(let edit): commandLine.apply(edit)
        case .openPartitionMenu: mode = .partitionMenu
        case .openMenu: mode = .menu
        case .chooseParameter(let step): chooseParameter(step)
        case .changeParameter(let step): return changeParameter(step)
        case .typeParameter: typeParameter()
        case .searchHelp: helpSearch = ""
        case .editSearch(let text):
            helpSearch = text
            helpOffset = 0
        case .togglePause: playback = playback == .paused ? .playing : .paused
        case .faster: speed.goFaster()
        case .slower: speed.goSlower()
        case .select(let direction): select(direction)
        case .step:
            playback = .paused
            return whileRunning(.step(stepUnit))
        case .stepBack:
            playback = .paused
            return .stepBack(stepUnit)
        case .seek(let span): return seek(to: now + span)
        case .goLive: return goLive()
        case .nextTopology: return setTopology(offset: 1)
        case .previousTopology: return setTopology(offset: -1)
        case .cycleBatchInterval: return cycleBatchInterval()
        case .partition(let kind):
            mode = .watching
            return partition(kind)
        case .heal:
            mode = .watching
            return command(.heal, notice: "healed: messages pass again everywhere")
        case .broadcast: return broadcast()
        case .killOrRestart: return killOrRestart()
        case .pauseOrResume: return pauseOrResume()
        case .race: return toggleRace()
        case .lesson: return lesson == nil ? start(chapter: 0) : leaveLesson()
        case .answer(let choice): answer(choice)
        case .lessonForward: return lessonForward()
        case .lessonBack: return lesson.flatMap { start(chapter: max(0, $0.index - 1)) }
        case .replayChapter: return lesson.flatMap { start(chapter: $0.index) }
        case .export: return .export(nil)
        case .again: return again(seed: snapshot.scenario.seed)
        case .newSeed: return again(seed: snapshot.scenario.seed &+ 1)
        }
        return nil
    }

    private mutating func nextTheme() {
        guard hasColor else {
            notice = "this terminal has no colours, or NO_COLOR is set"
            return
        }
        theme = Self.following(theme)
        notice = "colours: \(theme.rawValue)"
    }

    private mutating func nextGlyphs() {
        guard hasUnicode else {
            notice = "this terminal has ASCII only, or --glyphs says so"
            return
        }
        glyphs = Self.following(glyphs)
        notice = "signs: \(glyphs.rawValue)"
    }

    /// The case after `current`, the first one after the last.
    static func following<Choice: CaseIterable & Equatable>(_ current: Choice) -> Choice {
        let all = Array(Choice.allCases)
        let place = all.firstIndex(of: current) ?? 0
        return all[(place + 1) % all.count]
    }

    /// The case before `current`, the last one before the first.
    private static func preceding<Choice: CaseIterable & Equatable>(_ current: Choice) -> Choice {
        let all = Array(Choice.allCases)
        let place = all.firstIndex(of: current) ?? 0
        return all[(place + all.count - 1) % all.count]
    }

    private mutating func select(_ direction: DashboardAction.Direction) {
        selectedNode = clusterLayout.neighbor(of: selectedNode, toward: direction)
    }

    private mutating func again(seed: UInt64) -> DashboardEffect? {
        var scenario = snapshot.scenario
        scenario.seed = seed
        if var rival = race?.rival.scenario, let names = race?.names {
            rival.seed = seed
            return start(race: [scenario, rival], names: names)
        }
        startOver(nodeCount: scenario.nodeCount)
        notice = "from the start, seed \(seed)"
        return .restart(scenario)
    }

    mutating func command(
        _ command: ClusterCommand, notice: String
    ) -> DashboardEffect? {
        if let objection = objection(to: command) ?? idleness(of: [command]) {
            self.notice = objection
            return nil
        }
        self.notice = notice
        return whileRunning(.command(command))
    }

    /// `effect`, unless the run is over; then the notice says so.
    mutating func whileRunning(_ effect: DashboardEffect) -> DashboardEffect? {
        if !isOver { return effect }
        let reason =
            isFull ? "\(mostValues) values are as many as memory should hold" : "the run is over"
        notice =
            "\(reason): \(keys.label(for: .again)) runs it again, "
            + "\(keys.label(for: .newSeed)) with a new seed"
        return nil
    }
}
