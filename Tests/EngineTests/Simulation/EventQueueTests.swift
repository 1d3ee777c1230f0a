import Testing

@testable import Engine

/// ACCEPTANCE A.7: events leave the queue in the order of a sorted list.
struct EventQueueTests {
    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func popsInOrderOfTimeThenOfInsertion(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .workload)
        var queue = EventQueue()
        var model: [(instant: Int64, number: Int)] = []
        var popped: [Int] = []
        var expected: [Int] = []
        var now: Int64 = 0
        for number in 0..<2_000 {
            let instant = now + Int64(random.integer(below: 50))
            queue.insert(.arrival(slot: number), at: Instant(microseconds: instant))
            model.append((instant, number))
            if random.integer(below: 3) == 0 {
                now += Int64(random.integer(below: 20))
                while let (_, event) = queue.popNext(until: Instant(microseconds: now)) {
                    if case .arrival(let slot) = event { popped.append(slot) }
                }
                let due = model.filter { $0.instant <= now }
                expected += due.sorted { ($0.instant, $0.number) < ($1.instant, $1.number) }
                    .map(\.number)
                model.removeAll { $0.instant <= now }
            }
        }
        #expect(popped == expected)
        #expect(!expected.isEmpty)
    }

    @Test func nothingIsPoppedBeforeItsTime() {
        var queue = EventQueue()
        queue.insert(.operation, at: Instant(microseconds: 10))
        #expect(queue.popNext(until: Instant(microseconds: 9)) == nil)
        #expect(queue.popNext(until: Instant(microseconds: 10))?.event == .operation)
        #expect(queue.nextInstant == nil)
    }
}
