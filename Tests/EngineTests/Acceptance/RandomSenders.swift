/// Exact laws of nodes that each send to `fanout` different random other nodes of `nodeCount`, as
/// Markov chains in the number of informed nodes.
struct RandomSenders {
    let nodeCount: Int
    let fanout: Int

    /// A random number's mean and variance.
    struct Moments {
        var mean = 0.0
        var variance = 0.0
    }

    /// How many rounds pass until all are informed, when in each round every informed node sends.
    var rounds: Moments {
        let after = (0...nodeCount).map(afterRound)
        var chances = chances(ofBeing: 1)
        var (mean, square) = (0.0, 0.0)
        for round in 0... {
            let unfinished = 1 - chances[nodeCount]
            if unfinished < 1e-12 { break }
            mean += unfinished
            square += Double(2 * round + 1) * unfinished
            var next = [Double](repeating: 0, count: nodeCount + 1)
            for (informed, chance) in chances.enumerated() where chance > 0 {
                for (count, share) in after[informed].enumerated() { next[count] += chance * share }
            }
            chances = next
        }
        return Moments(mean: mean, variance: square - mean * mean)
    }

    /// How many nodes are informed in the end, when each sends once, after it was informed.
    var reach: Moments {
        var chances = chances(ofBeing: 1)
        var final = [Double](repeating: 0, count: nodeCount + 1)
        for senders in 1...nodeCount {
            chances = afterOneSender(chances)
            final[senders] = chances[senders]
            chances[senders] = 0
        }
        let mean = final.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        let square = final.enumerated().reduce(0) {
            $0 + Double($1.offset * $1.offset) * $1.element
        }
        return Moments(mean: mean, variance: square - mean * mean)
    }

    /// `[i]` is the chance that `i` nodes are informed, when `informed` are for certain.
    private func chances(ofBeing informed: Int) -> [Double] {
        (0...nodeCount).map { $0 == informed ? 1 : 0 }
    }

    private func afterRound(_ senders: Int) -> [Double] {
        (0..<senders).reduce(chances(ofBeing: senders)) { chances, _ in afterOneSender(chances) }
    }

    /// One informed node has sent: it chose among the others, of whom all informed ones but itself
    /// know.
    private func afterOneSender(_ chances: [Double]) -> [Double] {
        var after = [Double](repeating: 0, count: nodeCount + 1)
        for (informed, chance) in chances.enumerated() where chance > 0 {
            for (new, share) in newlyInformed(informed).enumerated() where share > 0 {
                after[informed + new] += chance * share
            }
        }
        return after
    }

    /// `[j]` is the chance that `j` of the chosen did not know, which is hypergeometric.
    private func newlyInformed(_ informed: Int) -> [Double] {
        var chances = [1.0] + [Double](repeating: 0, count: fanout)
        for chosen in 0..<fanout {
            for new in (0...chosen).reversed() {
                let share = Double(nodeCount - informed - new) / Double(nodeCount - 1 - chosen)
                chances[new + 1] += chances[new] * share
                chances[new] *= 1 - share
            }
        }
        return chances
    }
}
