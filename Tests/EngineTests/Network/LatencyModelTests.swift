import Testing

@testable import Engine

struct LatencyModelTests {
    private func draws(_ distribution: LatencyModel.Distribution, mean: Int) -> [Int64] {
        var random = RandomStream(seed: 21, purpose: .network)
        let model = LatencyModel(meanMilliseconds: mean, distribution: distribution)
        return (0..<50_000).map { _ in model.draw(from: &random).microseconds }
    }

    @Test(arguments: LatencyModel.Distribution.allCases, [0, 1, 100])
    func latenciesAreWholeMillisecondsAroundTheMean(
        distribution: LatencyModel.Distribution, mean: Int
    ) {
        let draws = draws(distribution, mean: mean)
        #expect(draws.allSatisfy { $0 >= 0 && $0 % 1_000 == 0 })
        let average = Double(draws.reduce(0, +)) / Double(draws.count) / 1_000
        // Rounding an exponential down to whole milliseconds costs up to half of one on average.
        let bias = distribution == .exponential && mean > 0 ? 0.5 : 0
        let error = 4 * Double(mean) / Double(draws.count).squareRoot()
        #expect(average <= Double(mean) + error)
        #expect(average >= Double(mean) - bias - error)
    }

    @Test func uniformReachesBothEndsOfZeroToTwiceTheMean() {
        let draws = draws(.uniform, mean: 3)
        #expect(Set(draws) == Set((0...6).map { Int64($0) * 1_000 }))
    }

    @Test func constantIsConstant() {
        #expect(Set(draws(.constant, mean: 100)) == [100_000])
    }
}
