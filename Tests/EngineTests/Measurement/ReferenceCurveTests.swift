import Engine
import Testing

@Suite struct ReferenceCurveTests {
    private func curve(_ milliseconds: Int64) -> Double? {
        ReferenceCurve.messagesPerOperation(within: .milliseconds(milliseconds))
    }

    @Test func nothingIsFasterThanOneHop() {
        #expect(curve(99) == nil)
        #expect(curve(100) == 12)
    }

    @Test func betweenOneHopAndTwoTheOriginSendsToAll() {
        for milliseconds in stride(from: Int64(100), through: 199, by: 9) {
            let seconds = Double(milliseconds) / 1_000
            let expected = 6 / (seconds - 0.1 + 0.5)
            #expect(abs((curve(milliseconds) ?? 0) - expected) < 1e-12)
        }
    }

    /// The best of all ways to share the time between spokes and hub, tried millisecond by
    /// millisecond.
    @Test func fromTwoHopsOnAHubIsUsedAsWellAsCanBe() {
        for milliseconds in stride(from: Int64(230), through: 4_000, by: 77) {
            let slack = Double(milliseconds) / 1_000 - 0.2
            let best = (0...10_000).map { share -> Double in
                let spokes = slack * Double(share) / 10_000
                return 0.48 / (1 + 2 * spokes) + 0.24 / (slack - spokes + 0.02)
            }.min()
            let value = curve(milliseconds) ?? 0
            #expect(value <= (best ?? 0) + 1e-12)
            #expect(value > (best ?? 0) - 1e-4)
        }
    }

    @Test func moreTimeNeverCostsMore() {
        let values = (Int64(100)...3_000).compactMap(curve)
        #expect(values.count == 2_901)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
    }
}
