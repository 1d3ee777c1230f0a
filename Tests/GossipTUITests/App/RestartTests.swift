import Engine
import Testing

@testable import GossipTUI

/// What a new run must not have of the one before it.
@Suite struct RestartTests {
    @Test func aNewRunForgetsWhatOnlyTheOneBeforeHad() {
        for line in [nil, "node-count 5"] {
            var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
            _ = state.apply(.toggleValue)
            state.draggedNode = NodeID(20)
            state.selectedNode = NodeID(20)
            state.valuesEnd = 40
            (state.logOffset, state.logEnd) = (60, 4_000)
            let effect = line.map { state.run($0) } ?? state.apply(.again)
            guard case .restart = effect else { return #expect(Bool(false), "no new run") }
            #expect(
                state.selectedValue == nil && state.valuesEnd == nil && state.logOffset == 0
                    && state.logEnd == nil)
            #expect(state.draggedNode == nil && state.detail == .inFlight)
            #expect(state.selectedNode == NodeID(line == nil ? 20 : 4))
        }
    }

    @Test func aButtonThatComesUpWhereItsNodeIsGoneDoesNothing() {
        var state = Scene.state(Scene.quiet(nodeCount: 5), columns: 120, rows: 40)
        #expect(state.cutOrHeal(NodeID(20), NodeID(0)) == nil)
    }

    @Test func valuesThatWaitForTooLongAreTold() {
        var snapshot = Scene.busy()
        #expect(!render(Scene.state(snapshot, columns: 120, rows: 40)).text.contains("everywhere,"))
        snapshot.figures.oldestIncompleteAge = .seconds(39)
        snapshot.figures.incompleteCount = 87
        let words = "87 values not everywhere, the oldest for 39 s"
        var state = Scene.state(snapshot, columns: 120, rows: 40)
        #expect(render(state).text.contains(words))
        state.arrangement = .projector
        let projected = render(state).text
        #expect(projected.contains("of those that got everywhere"))
        #expect(!projected.contains("every node has a value within"))
    }
}
