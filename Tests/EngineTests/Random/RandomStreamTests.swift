import Testing

@testable import Engine

struct RandomStreamTests {
    @Test func exponentialDrawsFollowTheExponentialDistribution() {
        var random = RandomStream(seed: 11, purpose: .network)
        let count = 200_000
        let draws = (0..<count).map { _ in random.exponential(mean: 1_000_000) }
        let mean = Double(draws.reduce(0, +)) / Double(count)
        #expect(abs(mean - 1e6) < 4 * 1e6 / Double(count).squareRoot(), "mean \(mean)")
        // P(X <= ln 2 * mean) = 1/2, P(X <= ln 10 * mean) = 9/10.
        for (limit, share) in [(693_147, 0.5), (2_302_585, 0.9), (105_361, 0.1)] {
            let below = Double(draws.filter { $0 <= limit }.count) / Double(count)
            let error = (share * (1 - share) / Double(count)).squareRoot()
            #expect(abs(below - share) < 4 * error, "\(below) below \(limit), \(share) expected")
        }
    }

    @Test func integersAreUniform() {
        var random = RandomStream(seed: 12, purpose: .workload)
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[random.integer(below: 7)] += 1 }
        let chiSquare = counts.map { Double(($0 - 10_000) * ($0 - 10_000)) / 10_000 }.reduce(0, +)
        // The 99.99 % point of chi-square with 6 degrees of freedom.
        #expect(chiSquare < 27.86)
    }

    @Test func givesThePublishedNumbersOfSplitMix64() {
        var random = RandomStream(state: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        #expect(random.next() == 9_817_491_932_198_370_423)
    }

    @Test func streamsOfOneSeedDiffer() {
        var firsts: Set<UInt64> = []
        for index in 0..<1_000 {
            var node = RandomStream(seed: 5, purpose: .node, index: index)
            firsts.insert(node.next())
        }
        for purpose in [RandomStream.Purpose.network, .workload, .faults] {
            var stream = RandomStream(seed: 5, purpose: purpose)
            firsts.insert(stream.next())
        }
        #expect(firsts.count == 1_003)
    }

    @Test func aShuffleIsAPermutationThatReachesEveryOrder() {
        var random = RandomStream(seed: 13, purpose: .faults)
        var orders: Set<[Int]> = []
        for _ in 0..<1_000 {
            var elements = [0, 1, 2, 3]
            random.shuffle(&elements)
            #expect(elements.sorted() == [0, 1, 2, 3])
            orders.insert(elements)
        }
        #expect(orders.count == 24)
    }
}
