/// Faults: when they begin and end, and what those in force come to.
extension Simulator {
    /// Where one fault ends as another begins, there is no moment between the two.
    mutating func scheduleFaults() {
        for (number, fault) in scenario.faults.enumerated() {
            host.queue.insert(.fault(.beginning(number)), at: .zero + fault.start)
        }
        for (number, fault) in scenario.faults.enumerated() {
            if let end = fault.end { host.queue.insert(.fault(.end(number)), at: .zero + end) }
        }
    }

    mutating func handle(_ event: FaultEvent) {
        guard phase == .operating else { return }
        switch event {
        case .beginning(let number):
            begin(scenario.faults[number].fault, cause: .schedule(number))
        case .end(let number):
            undo { $0.cause == .schedule(number) }
        case .turn(let timeline) where timeline < retiredTimelineCount:
            break
        case .turn(let timeline):
            let (family, strikes) = timelines[timeline].takeTurn(random: &faultLuck)
            if strikes {
                let fault = family.drawFault(nodeCount: nodes.count, random: &faultLuck)
                begin(fault, cause: .nemesis(family))
            } else {
                undo { $0.cause == .nemesis(family) }
            }
            let gap = faultLuck.span(below: current.nemesis.interval * 2)
            host.queue.insert(.fault(.turn(timeline)), at: now + gap)
        }
    }

    mutating func endOperations() {
        undo { _ in true }
        host.enter(.recovering)
    }

    mutating func begin(_ fault: Fault, cause: FaultEffect.Cause) {
        let effect = FaultEffect(
            fault, cause: cause, nodeCount: nodes.count, random: &faultLuck)
        if !effect.isVain { effects.append(effect) }
        settle([effect])
    }

    /// Undoes the faults that `isOver` picks; what others in force do stays.
    mutating func undo(where isOver: (FaultEffect) -> Bool) {
        let over = effects.filter(isOver)
        effects.removeAll(where: isOver)
        settle(over)
    }

    /// Makes of the cluster what the faults in force make of it, where `changed` ones have begun or
    /// ended.
    mutating func settle(_ changed: [FaultEffect]) {
        if changed.contains(where: { $0.cut != nil }) { settleCuts() }
        if changed.contains(where: { $0.impairment != nil }) { settleImpairments() }
        if changed.contains(where: { $0.killed != nil || $0.paused != nil }) { settleNodes() }
    }

    /// Cuts together block the links that any of them blocks.
    private mutating func settleCuts() {
        let links = BlockedLinks.union(of: effects.compactMap(\.cut))
        guard links != blockedLinks else { return }
        host.network.blockedLinks = links
        host.record(links.isEmpty ? .healed : .partitioned(links))
    }

    private mutating func settleImpairments() {
        let impairing = effects.filter { $0.impairment != nil }
        host.network.impairments = impairing.compactMap(\.impairment)
        host.record(.impaired(impairing.map(\.fault)))
    }
}
