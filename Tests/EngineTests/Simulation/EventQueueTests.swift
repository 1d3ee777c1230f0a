import Testing

@testable import Engine

/// ACCEPTANCE A.7: events leave the queue in the order of a sorted list.
struct EventQueueTests {
    /// How far ahead events are added: within a bucket, over many, and beyond all of them.
    static let reaches = [1, 50, 5_000, 300_000, 20_000_000]

    @Test(arguments: reaches, 1...4 as ClosedRange<UInt64>)
    func popsInOrderOfTimeThenOfInsertion(reach: Int, seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .workload)
        var queue = EventQueue()
        var model: [(instant: Int64, number: Int)] = []
        var popped: [Int] = []
        var expected: [Int] = []
        var now: Int64 = 0
        for number in 0..<2_000 {
            // Mostly near, now and then as far as it goes, often at the same time as another.
            let limit = random.integer(below: 4) == 0 ? reach : max(1, reach / 100)
            let instant = now + Int64(random.integer(below: limit))
            queue.insert(.waking(NodeID(number)), at: Instant(microseconds: instant))
            model.append((instant, number))
            if random.integer(below: 3) == 0 {
                now += Int64(random.integer(below: max(1, reach / 40)))
                let next = model.map(\.instant).min()
                #expect(queue.nextInstant?.microseconds == next)
                while let (_, event) = queue.popNext(until: Instant(microseconds: now)) {
                    if case .waking(let node) = event { popped.append(node.index) }
                }
                let due = model.filter { $0.instant <= now }
                expected += due.sorted { ($0.instant, $0.number) < ($1.instant, $1.number) }
                    .map(\.number)
                model.removeAll { $0.instant <= now }
                #expect(queue.events.count == model.count)
            }
        }
        #expect(popped == expected)
        #expect(!expected.isEmpty)
    }

    @Test func anEventAddedWhileItsTimeIsEmptiedComesAfterThoseOfThatTime() {
        var queue = EventQueue()
        for number in 0..<3 {
            queue.insert(.waking(NodeID(number)), at: Instant(microseconds: 5_000))
        }
        var order: [PendingEvent] = []
        while let (_, event) = queue.popNext(until: Instant(microseconds: 9_000)) {
            if order.isEmpty {
                queue.insert(.operation, at: Instant(microseconds: 5_000))
                queue.insert(.fault(.turn(0)), at: Instant(microseconds: 5_001))
            }
            order.append(event)
        }
        #expect(
            order == [
                .waking(NodeID(0)), .waking(NodeID(1)), .waking(NodeID(2)), .operation,
                .fault(.turn(0)),
            ])
    }

    @Test func nothingIsPoppedBeforeItsTime() {
        var queue = EventQueue()
        queue.insert(.operation, at: Instant(microseconds: 10))
        #expect(queue.popNext(until: Instant(microseconds: 9)) == nil)
        #expect(queue.popNext(until: Instant(microseconds: 10))?.event == .operation)
        #expect(queue.nextInstant == nil)
    }
}
