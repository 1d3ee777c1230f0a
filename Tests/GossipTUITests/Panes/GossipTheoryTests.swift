import Engine
import Testing

@testable import GossipTUI

/// What theory says of gossip that nothing is disseminated beside, as the panes show it.
@Suite struct GossipTheoryTests {
    /// Pushes of each node to one other about every 5 s, over a network of 100 ms.
    private static let scenario = {
        var scenario = Scene.quiet().scenario
        var antiEntropy = AntiEntropy(.push, every: .seconds(5), fanout: 1)
        antiEntropy.clock = .poisson
        scenario.broadcastProtocol = BroadcastProtocol(
            dissemination: .none, antiEntropy: antiEntropy)
        return scenario
    }()

    /// The pane after some hundred values that were all too fast to hide what was expected.
    private static func pane(_ prediction: Prediction) -> LatencyPane {
        var snapshot = Scene.quiet()
        snapshot.scenario = scenario
        for index in 0..<300 as Range<Int64> {
            snapshot.figures.propagation.record(.milliseconds(50 * index))
        }
        return LatencyPane(snapshot: snapshot, glyphs: .braille, prediction: prediction)
    }

    @Test func `The theory is named, with its mean in the intervals that theory counts in`() throws
    {
        let pane = Self.pane(try #require(Prediction(Self.scenario)))
        // 7.2498 intervals, and 3.776 hops of a 50th of one.
        let line = "┄ gossip, mean 7.33 intervals  p50 35,503 ms"
        let narrow = drawn(pane, columns: 50, rows: 16).text
        #expect(narrow.contains(line + "\n"))
        #expect(drawn(pane, columns: 80, rows: 16).text.contains(line + "  p95 53,700 ms\n"))
    }

    @Test(arguments: [48, 60, 90, 150])
    func `The expected latencies are one hill without steps back`(columns: Int) throws {
        let canvas = drawn(
            Self.pane(try #require(Prediction(Self.scenario))), columns: columns, rows: 24)
        // The last rows are in words.
        let rows = canvas.cells(styled: .prediction).filter { $0.row < 20 }
            .sorted { $0.column < $1.column }.map(\.row)
        let top = rows.firstIndex { $0 == rows.min() } ?? 0
        #expect(rows.count > columns / 3)
        #expect(zip(rows[..<top], rows[..<top].dropFirst()).allSatisfy(>=))
        #expect(zip(rows[top...], rows[top...].dropFirst()).allSatisfy(<=))
    }
}
