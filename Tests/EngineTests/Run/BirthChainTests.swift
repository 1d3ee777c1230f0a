import Foundation
import Testing

@testable import Engine

struct BirthChainTests {
    /// Rates m, m - 1, …, 1 are those of the last of m clocks to ring: (1 - e^-t)^m.
    @Test(arguments: [1, 2, 24], [0.003, 0.1, 2])
    func theLastOfManyClocksRingsWhenAllHave(count: Int, step: Double) {
        var chain = BirthChain(rates: (1...count).reversed().map(Double.init), step: step)
        for steps in 1...20 {
            chain.advance()
            let expected = pow(1 - exp(-step * Double(steps)), Double(count))
            #expect(abs(chain.lastProbability - expected) < 1e-12)
            #expect(abs(chain.probabilities.reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test func howFarItIsAtLeastCountsAllStatesBeyond() {
        var chain = BirthChain(rates: [1, 1], step: 0.5)
        #expect(chain.reached == [1, 0, 0])
        chain.advance()
        #expect(abs(chain.reached[1] - (1 - exp(-0.5))) < 1e-12)
        #expect(abs(chain.reached[2] - (1 - 1.5 * exp(-0.5))) < 1e-12)
    }

    /// The figures of asynchronous gossip among 25 nodes, from the whole distribution of the time
    /// until all know a value.
    @Test(arguments: [
        (AntiEntropy.Mode.push, mean: 7.2498, deviation: 1.874), (.pull, 7.2498, 1.874),
        (.pushPull, 3.6249, 0.937), (.pushPullDigest, 3.6249, 0.937),
    ])
    func theTimeUntilAllKnowHasTheMeanAndTheVarianceOfItsGaps(
        mode: AntiEntropy.Mode, mean: Double, deviation: Double
    ) {
        let step = 0.05
        var chain = BirthChain(rates: mode.learningRates(nodeCount: 25), step: step)
        // The integrals of 1 - F and 2 t (1 - F), whose ends are flat or 0.
        var (first, second) = (step / 2, 0.0)
        for steps in 1...800 {
            chain.advance()
            first += step * (1 - chain.lastProbability)
            second += 2 * step * step * Double(steps) * (1 - chain.lastProbability)
        }
        let gaps = (1...24).map { 24 / Double($0 * (25 - $0)) }
        let directions = mode == .push || mode == .pull ? 1.0 : 2.0
        let variance = gaps.reduce(0) { $0 + $1 * $1 } / (directions * directions)
        #expect(abs(first - mean) < 1e-4)
        #expect(abs(second - first * first - variance) < 1e-3)
        #expect(abs(variance.squareRoot() - deviation) < 1e-3)
    }
}
