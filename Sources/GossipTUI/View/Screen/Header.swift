import Engine

/// The first line: what runs, how fast, and the cluster's clock.
///
/// ```
///  GossipTUI  grid · flood · no repair · 100 ms · 10 op/s · seed 42        ▶ x0.25  0:12.34
/// ```
///
/// Where there is little room, parts go in this order: what exactly the faults are, the scenario
/// from its right end, how to go on after the end, the speed, the program's name, the topology.
struct Header {
    let state: DashboardState

    func draw(on canvas: inout Canvas) {
        let width = canvas.columns
        let clock = StyledText.figure(state.now.fineClock)
        let title = StyledText("GossipTUI", .title)
        let parts = parts(in: \.parts)
        let topology = StyledText.label(parts.first ?? "")
        let gap = StyledText.label("  ")
        let fits = { (line: StyledText) in line.columns + 2 <= width }

        var right = clock
        if fits(title + gap + topology + gap + pace + gap + clock) {
            right = pace + gap + clock
            if let ending, fits(title + gap + topology + gap + ending + gap + right) {
                right = ending + gap + right
            }
        }
        var left = StyledText.empty
        let brief = self.parts(in: \.briefParts)
        let lines = [parts[...]] + brief.indices.reversed().map { brief[...$0] }
        for line in lines + [[]] {
            let words = StyledText.label(line.joined(separator: " · "))
            let candidate = line.isEmpty ? topology : title + gap + words
            guard fits(candidate + gap + right) else { continue }
            left = candidate
            break
        }
        let margin = width > right.columns ? 1 : 0
        canvas.write(left, column: margin, row: 0, width: left.columns)
        canvas.write(
            right, column: max(0, width - right.columns - margin), row: 0, width: width)
    }

    /// What runs; in a race, what is the same for both clusters.
    private func parts(in words: (ScenarioLine) -> [String]) -> [String] {
        let parts = words(ScenarioLine(scenario: state.snapshot.scenario))
        guard let race = state.race else { return parts }
        let others = words(ScenarioLine(scenario: race.rival.scenario))
        return ["race"] + parts.filter(others.contains)
    }

    /// Whether time passes, and how fast; nothing once the run is over.
    private var pace: StyledText {
        (state.isPast ? StyledText("past", .warning) + .label(" ") : .empty) + motion
    }

    private var motion: StyledText {
        switch (state.phase, state.playback) {
        case (.finished, _): StyledText("finished", .warning)
        case _ where state.isFull: StyledText("full of values", .warning)
        case (_, .playing): StyledText("▶ ", .pass) + .figure(state.speed.label) + held
        case (_, .heading(let goal)):
            StyledText(state.glyphs == .ascii ? ">>" : "▶▶", .pass)
                + .label(" to \(goal.milestone?.name ?? goal.limit.fineClock)")
        case (_, .paused):
            StyledText(state.glyphs == .ascii ? "||" : "‖", .warning) + .label(" ")
                + .figure(state.speed.label)
        }
    }

    /// What the machine makes of the speed, if it cannot hold it.
    private var held: StyledText {
        guard let held = state.heldSpeed else { return .empty }
        let pace = held >= 10 ? Int(held.rounded()).grouped : held.withTwoDecimals
        return StyledText(" holds x\(pace)", .warning)
    }

    /// What the phase means for the person watching; nil while clients work.
    private var ending: StyledText? {
        switch state.phase {
        case .operating: state.isFull ? again : nil
        case .recovering: .label("clients done")
        case .finished: again
        }
    }

    /// How to go on after the end.
    private var again: StyledText {
        StyledText(state.keys.label(for: .again), .key) + .label(" again · ")
            + StyledText(state.keys.label(for: .newSeed), .key) + .label(" new seed")
    }
}
