import Engine
import ScenarioOptions

/// The file that `--svg` names.
struct ChartFile {
    /// Where the picture will be.
    let path: String

    /// Throws a `InputFailure` if the picture could not be written; so that this is known before
    /// anything is run.
    func check() throws {
        do {
            _ = try NewFile(path: path, inPlaceOf: [SVGChart.start])
        } catch {
            throw failure(error)
        }
    }

    /// Draws the chart of `report`; when it throws a `InputFailure`, what was there is there still.
    func draw(_ report: SweepReport) throws {
        do {
            var file = try NewFile(path: path, inPlaceOf: [SVGChart.start])
            try file.write(TradeOffChart(report).svg)
            try file.finish()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ failure: SystemFailure) -> InputFailure {
        InputFailure("'--svg \(path)' cannot be written: \(failure).")
    }
}
