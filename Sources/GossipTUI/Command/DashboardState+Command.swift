import Engine
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
            // Options have no dashes here.
            notice = "\(error)".replacing("\n", with: " ").replacing("--", with: "")
            return nil
        }
    }

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
            if case .healLinks(let links)? = commands.first, !isBeset(links) {
                notice = "no fault of exactly \(links) is in force; :heal undoes all"
                return nil
            }
            if let objection = commands.compactMap(objection).first {
                notice = objection
                return nil
            }
            notice = line
            return whileRunning(.commands(commands))
        case .race(let words): return try startRace(against: words)
        case .restart(let scenario):
            startOver(nodeCount: scenario.nodeCount)
            notice = "from the start: \(line)"
            return .restart(scenario)
        }
    }

    private func isBeset(_ links: LinkGroup) -> Bool {
        snapshot.faults.contains { $0.links.map(links.isSame) ?? false }
    }
}
