import Engine

/// The way of the value to the last node, and where it lost time.
extension Explanation {
    private static let mostLegLines = 8

    /// One message of the way: from when its sender knew the value until its receiver did.
    private struct Leg {
        let carrier: Carrier
        let knownAt: Instant
        let end: ValueJourney.Learning

        var wait: TimeSpan { carrier.sentAt - knownAt }
        var journey: TimeSpan { end.at - carrier.sentAt }
        var span: TimeSpan { end.at - knownAt }
        var isOfExchange: Bool { carrier.kind != .dissemination }
    }

    /// The way to the live node that learned the value last, leg by leg where the legs differ, and
    /// those that took longest where they are many.
    var pathFacts: [Fact] {
        guard let completion = journey.completion, let place = completion.learning else {
            return []
        }
        let path = journey.path(to: place)
        let legs = zip(path, path.dropFirst()).compactMap { start, end in
            end.carrier.map { Leg(carrier: $0, knownAt: start.at, end: end) }
        }
        guard let last = path.last, let first = legs.first else { return [] }
        // Nodes that were down may well have learned it later.
        let name = completion.downNodes.isEmpty ? "last" : "last live"
        let isBack = journey.learnings[..<place].contains { $0.node == last.node }
        let node = "\(last.node)\(isBack ? ", which had forgotten it" : "")"
        let remarks = legs.map { notes(on: $0) }
        let detour = detourText(from: path[0].node, to: last.node, by: legs)
        let isEven = legs.allSatisfy {
            $0.span == first.span && $0.wait == .zero && !$0.isOfExchange
        }
        if isEven && remarks.allSatisfy(\.isEmpty) {
            let between = path.dropFirst().dropLast().map(\.node)
            let way = between.isEmpty ? "from \(path[0].node)" : "by way of \(NodeNames(between))"
            let hops = "\(Self.count(of: legs)) of \(first.span.brief)"
            return [Fact(name, "\(node), \(way): \(hops)\(detour)")]
        }
        let shown = slowest(of: legs)
        let lead = shown.count < legs.count ? ". The \(shown.count) that took longest:" : ":"
        let rows = shown.map { index in
            Fact(
                "\(legs[index].carrier.source)>\(legs[index].carrier.destination)",
                ([text(of: legs[index])] + remarks[index]).joined(separator: "; "))
        }
        return [Fact(name, "\(node), in \(summary(of: legs))\(detour)\(lead)")] + rows
    }

    /// The places of the legs that are worth a line each, in order: all, or the slowest.
    private func slowest(of legs: [Leg]) -> [Int] {
        if legs.count <= Self.mostLegLines { return Array(legs.indices) }
        return legs.indices.sorted { (legs[$1].span, $0) < (legs[$0].span, $1) }
            .prefix(Self.mostLegLines / 2).sorted()
    }

    private static func count(of legs: [Leg]) -> String {
        legs.count == 1 ? "1 hop" : "\(legs.count) hops"
    }

    private func summary(of legs: [Leg]) -> String {
        let underWay = legs.reduce(TimeSpan.zero) { $0 + $1.journey }
        let waiting = legs.reduce(TimeSpan.zero) { $0 + $1.wait }
        return Self.count(of: legs)
            + (waiting > .zero
                ? ": \(underWay.brief) under way, \(waiting.brief) waiting to be sent"
                : " of \(underWay.brief) in all")
    }

    /// How many more hops a flood took than the links need; empty where it took none.
    private func detourText(from origin: NodeID, to last: NodeID, by legs: [Leg]) -> String {
        guard scenario.broadcastProtocol.dissemination == .flood,
            !legs.contains(where: \.isOfExchange),
            let distance = distance(from: origin, to: last), distance < legs.count
        else { return "" }
        return ", \(legs.count - distance) more than the links need"
    }

    /// The hops from `origin` to `destination` over the scenario's links; nil where none lead
    /// there.
    private func distance(from origin: NodeID, to destination: NodeID) -> Int? {
        var seen = NodeSet([origin])
        var frontier = [origin]
        var distance = 0
        while !frontier.isEmpty {
            if frontier.contains(destination) { return distance }
            distance += 1
            var next: [NodeID] = []
            for node in frontier {
                let neighbors = scenario.topology.neighbors(
                    of: node.index, nodeCount: scenario.nodeCount)
                for neighbor in neighbors where !seen.contains(neighbor) {
                    seen.insert(neighbor)
                    next.append(neighbor)
                }
            }
            frontier = next
        }
        return nil
    }

    private func text(of leg: Leg) -> String {
        let (source, destination) = (leg.carrier.source, leg.carrier.destination)
        if leg.isOfExchange {
            return "random gossip of \(source) with \(destination), \(leg.wait.brief) after "
                + "\(source) had it, then \(leg.journey.brief)"
        }
        return leg.wait > .zero
            ? "\(leg.wait.brief) until \(source)'s next batch, then \(leg.journey.brief)"
            : leg.journey.brief
    }

    /// What made the leg longer than it would have been, or else is remarkable about it.
    private func notes(on leg: Leg) -> [String] {
        let (source, destination) = (leg.carrier.source, leg.carrier.destination)
        var notes: [String] = []
        if leg.wait > .zero {
            notes += [outagesText(of: source, from: leg.knownAt, to: leg.carrier.sentAt)]
                .compactMap { $0 }
        }
        let delay = journey.delay(of: leg.carrier)
        if delay > .zero { notes.append("the link was clogged by \(delay.brief)") }
        if let pause = endOfPause(of: destination, at: leg.end.at) {
            notes.append(pause)
        } else if let queueText = queueText(of: leg, delay: delay) {
            notes.append(queueText)
        }
        if journey.duplicates.contains(leg.carrier.number) {
            notes.append("one of its two copies")
        }
        return notes
    }

    /// How long the message waited for its turn; nil where nothing proves that it did.
    private func queueText(of leg: Leg, delay: TimeSpan) -> String? {
        let latency = scenario.network.latency(
            from: leg.carrier.source, to: leg.carrier.destination)
        guard scenario.network.delivery == .maelstrom, let longest = latency.longest,
            leg.journey > longest + delay
        else { return nil }
        let wait = (leg.journey - longest - delay).brief
        return (latency.distribution == .constant ? wait : "at least \(wait)")
            + " of it in \(leg.end.node)'s queue"
            + (leg.end.behind.map { " \(Self.text(of: $0))" } ?? "")
    }

    /// What a message or a request waited for in its receiver's queue.
    static func text(of forerunner: ValueJourney.Forerunner) -> String {
        let delay = forerunner.delay
        return "behind a message from \(forerunner.source)"
            + (delay > .zero ? " over a link clogged by \(delay.brief)" : "")
    }
}
