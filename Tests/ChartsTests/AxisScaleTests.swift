import Foundation
import Testing

@testable import Charts

@Suite struct AxisScaleTests {
    @Test func theLogarithmIsThatOfTheMathematicalLibrary() {
        for value in [1e-12, 0.001, 0.5, 0.999, 1, 1.414, 1.415, 2, 3, 10, 599.5, 1e6, 1.7e300] {
            let expected = Foundation.log10(value)
            #expect(abs(value.log10 - expected) <= 1e-14 * max(1, abs(expected)), "\(value)")
        }
    }

    @Test func equalFactorsAreEqualSteps() {
        let axis = AxisScale(.logarithmic, range: 1...100)
        #expect(abs(axis.position(of: 10) - 0.5) < 1e-12)
        #expect(axis.position(of: 0.1) == 0)
        #expect(axis.position(of: 1_000) == 1)
        #expect(abs(axis.value(at: 0.5) - 10) < 1e-9)
    }

    @Test func aLinearAxisStartsAtZeroAtTheLowest() {
        let axis = AxisScale(.logarithmic, covering: [0, 0])
        #expect(axis.kind == .linear)
        #expect(axis.range.lowerBound == 0)
    }

    @Test(arguments: [
        (AxisScale(.logarithmic, range: 400...2_500), [500, 1_000, 2_000]),
        (AxisScale(.logarithmic, range: 0.7...40), [1, 2, 5, 10, 20]),
        (AxisScale(.logarithmic, range: 0.09...20_000), [0.1, 1, 10, 100, 1_000, 10_000]),
        (AxisScale(.logarithmic, range: 11...13.5), [11, 12, 13]),
        (AxisScale(.linear, range: 0...7), [0, 1, 2, 3, 4, 5, 6, 7]),
    ])
    func ticksAreRoundAndFew(axis: AxisScale, ticks: [Double]) {
        #expect(axis.ticks(atMost: 8) == ticks)
    }

    @Test func everyTickIsOnTheAxisAndThereAreAsManyAsWanted() {
        for lower in [0.0003, 0.02, 1, 7.3, 480] {
            for factor in [1.01, 1.5, 3, 40, 1e5] {
                let axis = AxisScale(.logarithmic, range: lower...(lower * factor))
                let ticks = axis.ticks(atMost: 9)
                #expect((1...9).contains(ticks.count), "\(axis.range)")
                let areOnAxis = ticks.allSatisfy(axis.range.contains)
                #expect(areOnAxis, "\(axis.range)")
                #expect(ticks == ticks.sorted())
            }
        }
    }
}
