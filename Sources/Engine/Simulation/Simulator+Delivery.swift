/// What nodes are handed.
extension Simulator {
    /// Gives `node` an input, whose outputs the host carries out; `operation` is the request behind
    /// it.
    mutating func feed(
        _ input: NodeInput, to node: NodeID, serving operation: ClientOperation? = nil
    ) {
        host.expectOutputs(of: node, serving: operation)
        nodes[node.index].handle(input, at: now, into: &host)
    }

    @inline(__always)
    mutating func deliver(_ letter: Letter) {
        if host.outages.isStopped(letter.destination) {
            return host.hold(.letter(letter), for: letter.destination)
        }
        host.expectOutputs(of: letter.destination, serving: nil)
        if let value = letter.content.value {
            host.recordDelivery(of: value, in: letter)
            nodes[letter.destination.index].receive(
                .disseminating(value), from: letter.source, into: &host)
        } else {
            let message = host.open(letter)
            nodes[letter.destination.index].receive(message, from: letter.source, into: &host)
        }
    }

    /// The timer of a paused node stays due until the node goes on.
    mutating func fire(_ timer: NodeTimer, of node: NodeID) {
        if host.outages.isStopped(node) { return }
        if host.expire(timer, of: node) { feed(.timerFired(timer), to: node) }
    }

    /// The thread of `node` delivers what it slept on, and all that has become due behind it.
    mutating func wake(_ node: NodeID) {
        var next = host.inboxes[node.index].taken
        while let entry = next {
            guard entry.due <= now else { return host.queue.insert(.waking(node), at: entry.due) }
            // Taken until it is delivered: what the node sends to itself meanwhile waits in line.
            switch entry.parcel {
            case .letter(let letter): deliver(letter)
            case .request(let operation): serve(operation)
            }
            next = host.takeNext(for: node)
        }
    }
}
