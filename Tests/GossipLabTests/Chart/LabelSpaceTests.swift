import Testing

@testable import GossipLab

@Suite struct LabelSpaceTests {
    private let bounds = LabelSpace.Box(x: 0, y: 0, width: 100, height: 50)

    @Test func aLabelGoesWhereNothingIsYet() {
        var space = LabelSpace(bounds: bounds)
        space.reserve(LabelSpace.Box(x: 0, y: 0, width: 40, height: 50))
        let taken = LabelSpace.Box(x: 30, y: 10, width: 20, height: 10)
        let free = LabelSpace.Box(x: 45, y: 10, width: 20, height: 10)
        #expect(space.take(firstFreeOf: [taken, free]) == free)
        #expect(space.take(firstFreeOf: [taken, free]) == nil)
    }

    @Test func aLabelStaysWithinThePlot() {
        var space = LabelSpace(bounds: bounds)
        let outside = LabelSpace.Box(x: 90, y: 0, width: 20, height: 10)
        #expect(space.take(firstFreeOf: [outside]) == nil)
    }

    @Test func noLabelCoversALine() {
        var space = LabelSpace(bounds: bounds)
        space.reserveLine(
            from: LabelSpace.Point(x: 0, y: 0), to: LabelSpace.Point(x: 100, y: 50))
        let on = LabelSpace.Box(x: 45, y: 20, width: 10, height: 10)
        let beside = LabelSpace.Box(x: 5, y: 30, width: 20, height: 10)
        #expect(space.take(firstFreeOf: [on, beside]) == beside)
    }

    @Test func theBoxesAroundAPointDoNotCoverIt() {
        let point = LabelSpace.Point(x: 50, y: 25)
        for box in LabelSpace.boxes(around: point, width: 20, height: 10, gap: 4) {
            #expect(!box.overlaps(LabelSpace.Box(x: 49, y: 24, width: 2, height: 2)), "\(box)")
        }
    }
}
