import Engine
import Testing

@Suite("The hold model of event queues")
struct QueueHoldTests {
    @Test("n events whose delays are 100 ms on average pass at n per 100 ms")
    func passesAtTheRateOfItsDelays() {
        var hold = QueueHold(pendingCount: 10_000)
        hold.run(count: 1_000_000)
        #expect(hold.heldCount == 1_000_000)
        // 100 rounds of 100 ms; by renewal theory the mean is exact to a part of a round.
        let rounds = hold.now.sinceStart.inMilliseconds / 100
        #expect(abs(rounds - 100) < 0.5, "\(rounds) rounds of 100 ms instead of 100")
    }
}
