import Engine
import Records
import ScenarioOptions

extension DashboardState {
    /// Carries out a line of the command line, as far as the screen is concerned, and returns what
    /// else is to be done; what is wrong with the line becomes the notice.
    mutating func run(_ line: String) -> DashboardEffect? {
        notice = nil
        do {
            guard let command = try TypedCommand(line, over: snapshot.scenario) else { return nil }
            return try carryOut(command, notice: line)
        } catch {
            notice = "\(error)".replacing("\n", with: " ").replacing(Self.dashes) { $0.output.1 }
            return nil
        }
    }

    /// What options begin with elsewhere, but not here.
    private static var dashes: Regex<(Substring, Substring)> { /(^|[ '])--(?=[a-z])/ }

    private mutating func carryOut(
        _ command: TypedCommand, notice line: String
    ) throws -> DashboardEffect? {
        switch command {
        case .action(let action):
            return apply(action)
        case .speed(let speed):
            self.speed = speed
            notice = "speed \(speed.label)"
            return nil
        case .playback(let playback):
            self.playback = playback
            return nil
        case .select(let node):
            selectedNode = node
            notice = "\(node) is selected"
            return nil
        case .broadcast(let node):
            selectedNode = node
            return apply(.broadcast)
        case .step(let unit):
            playback = .paused
            stepUnit = unit
            return whileRunning(.step(unit))
        case .stepBack(let unit):
            playback = .paused
            stepUnit = unit
            return .stepBack(unit)
        case .seek(let instant): return seek(to: instant)
        case .export(let path): return .export(path)
        case .lesson(let index): return start(chapter: index)
        case .theme(let theme):
            self.theme = hasColor ? theme : self.theme
            notice = hasColor ? "colours: \(theme.rawValue)" : "this terminal has no colours"
            return nil
        case .glyphs(let glyphs):
            self.glyphs = hasUnicode ? glyphs : .ascii
            notice = hasUnicode ? "signs: \(glyphs.rawValue)" : "this terminal has ASCII only"
            return nil
        case .log(let filter):
            filterLog(by: filter)
            return nil
        case .value(let value):
            follow(value)
            return nil
        case .cluster(let commands):
            if let objection = commands.compactMap(objection).first ?? idleness(of: commands) {
                notice = objection
                return nil
            }
            notice = line
            return whileRunning(.commands(effective(commands)))
        case .race(let words): return try startRace(against: words)
        case .restart(let scenario):
            if let race {
                // What starts the run anew does so with both.
                let words = line.split(separator: " ").map(String.init)
                let rival = try TypedCommand.changed(race.rival.scenario, by: words)
                try Contenders.checkFairness(of: [scenario, rival], called: race.names)
                return start(race: [scenario, rival], names: race.names)
            }
            startOver(nodeCount: scenario.nodeCount)
            notice = "from the start: \(line)" + changedFanouts(in: scenario)
            return .restart(scenario)
        }
    }

    /// Why `commands` would change nothing; nil if they do.
    func idleness(of commands: [ClusterCommand]) -> String? {
        let states = commands.compactMap { command -> (NodeID, isIdle: Bool, word: String)? in
            switch command {
            case .restart(let node): (node, snapshot.nodeStates[node.index] != .down, "down")
            case .resume(let node): (node, snapshot.nodeStates[node.index] != .paused, "paused")
            default: nil
            }
        }
        if let first = states.first, states.allSatisfy(\.isIdle) {
            return states.count == 1
                ? "\(first.0) is not \(first.word)" : "none of these nodes is \(first.word)"
        }
        if case .healLinks(let links)? = commands.first,
            !snapshot.faults.contains(where: { $0.links.map(links.isSame) ?? false })
        {
            return "no fault of exactly \(links) is in force; :heal undoes all"
        }
        if commands == [.heal], !snapshot.isHealable, race?.rival.isHealable != true {
            let remedies = [
                snapshot.faults.contains(where: \.isOfLinks)
                    ? "what the scenario or the nemesis does ends by itself" : nil,
                snapshot.nodeStates.contains(.down) ? ":restart brings nodes back" : nil,
                snapshot.nodeStates.contains(.paused) ? ":resume lets nodes go on" : nil,
            ]
            return (["there is nothing to heal"] + remedies.compactMap(\.self))
                .joined(separator: "; ")
        }
        return nil
    }

    /// `commands` without those that would change nothing.
    private func effective(_ commands: [ClusterCommand]) -> [ClusterCommand] {
        commands.filter { command in
            switch command {
            case .restart(let node): snapshot.nodeStates[node.index] == .down
            case .resume(let node): snapshot.nodeStates[node.index] == .paused
            default: true
            }
        }
    }

    /// What a smaller cluster has room for, where that is less than there was.
    private func changedFanouts(in scenario: Scenario) -> String {
        let (former, next) = (snapshot.scenario.broadcastProtocol, scenario.broadcastProtocol)
        let gossip = (former.antiEntropy?.fanout, next.antiEntropy?.fanout)
        guard scenario.nodeCount < snapshot.scenario.nodeCount, let fanout = gossip.1,
            gossip.0 != fanout
        else { return "" }
        return "; gossip-fanout is \(fanout) now, and stays so"
    }
}
