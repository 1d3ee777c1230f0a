/// The probabilities of a pure birth process: a count that starts at 1 and goes up by one after
/// exponentially distributed gaps, until it can go no further.
///
/// Uniformisation (Jensen, "Markoff chains as an aid in the study of Markoff processes", 1953):
/// with q the highest rate, the number of chances to jump in a step of time h is Poisson
/// distributed with mean qh, and at each of them a state is left with probability rate / q. All
/// terms are positive, so nothing cancels; each step leaves off less than 1e-15 of the probability.
struct BirthChain {
    /// Entry i is the probability of i + 1 at the time that the chain has come to; they add up to
    /// 1.
    private(set) var probabilities: [Double]

    /// Entry i is the probability that i + 1 is left at a chance to jump; the last one stays.
    private let jumps: [Double]
    /// Entry j is the probability of j chances to jump in a step.
    private let weights: [Double]

    /// The chain at time 0, where i + 1 becomes i + 2 at rate `rates[i]`, above 0, to be advanced
    /// in steps of `step`, above 0.
    ///
    /// A step times the highest rate may be 700 at most, so that the weights stay in range.
    init(rates: [Double], step: Double) {
        let highest = rates.max() ?? 1
        precondition(
            step > 0 && highest * step <= 700 && rates.allSatisfy { $0 > 0 },
            "a step of \(step) is not for rates up to \(highest)")
        probabilities = [1] + [Double](repeating: 0, count: rates.count)
        jumps = rates.map { $0 / highest } + [0]
        weights = Self.poisson(mean: highest * step)
    }

    /// Entry i is the probability that the count has come to i + 1 or beyond. O(n).
    var reached: [Double] {
        var sum = 0.0
        let sums = probabilities.reversed().map { probability in
            sum += probability
            return sum
        }
        return sums.reversed()
    }

    /// The probability that it can go no further.
    var lastProbability: Double { probabilities[probabilities.count - 1] }

    /// Lets one step of time pass. O(n (qh + 1)) for n states, but for a constant factor.
    mutating func advance() {
        var jumped = probabilities
        for state in probabilities.indices { probabilities[state] *= weights[0] }
        for weight in weights.dropFirst() {
            var incoming = 0.0
            for state in jumped.indices {
                let outgoing = jumped[state] * jumps[state]
                jumped[state] += incoming - outgoing
                probabilities[state] += weight * jumped[state]
                incoming = outgoing
            }
        }
    }

    /// The Poisson distribution as far as it matters, from its ratios: they need no exponential.
    private static func poisson(mean: Double) -> [Double] {
        var terms = [1.0]
        var sum = 1.0
        var last = 1.0
        while Double(terms.count) < 2 * mean || last > 1e-16 * sum {
            last *= mean / Double(terms.count)
            terms.append(last)
            sum += last
        }
        return terms.map { $0 / sum }
    }
}
