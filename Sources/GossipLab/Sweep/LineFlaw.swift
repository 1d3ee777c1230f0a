import Engine
import ScenarioOptions

/// Why a line of a file is of no use to a sweep that goes on, or to a report.
enum LineFlaw: Error, Equatable {
    /// The line tells of no run that this program can use.
    case unusable(RunLine.Failure)
    /// The line's run is none of the sweep's, which has nothing like what these words name; nil
    /// where that is not known.
    case otherSweep(with: String?)
    /// The line's run is in another line too, of this number.
    case repeated(line: Int)
    /// The line's run has come to something else in another place, which these words name.
    case contradicted(by: String)
    /// The file ends within the line.
    case cutOff
    /// The names of the columns are not those of this program.
    case header
    /// The row's cell in this column is wrong.
    case column(String)

    /// What is wrong with line `number` of the file at `path`, and what helps; `option` is what the
    /// command line has before the path.
    func text(line number: Int, of path: String, option: String = "") -> String {
        "'\(option)\(path)', line \(number): \(reason): \(remedy(line: number, of: path))."
    }

    private var reason: String {
        switch self {
        case .unusable(let failure): "\(failure)"
        case .otherSweep(let words):
            "it is a run of another sweep" + (words.map { ", with \($0)" } ?? "")
        case .repeated(let other): "it is the same run as line \(other)"
        case .contradicted(let other):
            "it is the same run as \(other), with another result"
        case .cutOff: "it is cut off, without a line break at its end"
        case .header: "it does not have the columns of gossip-lab \(Release.version)"
        case .column(let name): "its '\(name)' is missing or wrong"
        }
    }

    private func remedy(line number: Int, of path: String) -> String {
        switch self {
        case .unusable(.trace):
            "give lines of runs, which 'gossip-lab run --format ndjson' and a sweep write"
        case .unusable(.pretty):
            "write it with '--format ndjson' in place of '--format json'"
        default:
            path == "-" ? "mend what writes the lines" : remedy(line: number, ofFileAt: path)
        }
    }

    private func remedy(line number: Int, ofFileAt path: String) -> String {
        switch self {
        case .contradicted(let other):
            "one of the two was edited: run it again, and delete line \(number) or \(other)"
        case .otherSweep, .unusable(.scenario):
            "repeat the command that wrote the file, or name another file"
        case .header, .unusable(.otherVersion):
            "name another file"
        case .unusable where number == 1:
            // A file that begins so is none of ours.
            "name a file of lines that a sweep or 'gossip-lab run --format ndjson' wrote"
        case .cutOff:
            "delete line \(number), for instance with \(Self.sed("$d", path))"
        case .repeated, .column, .unusable:
            "delete line \(number), for instance with \(Self.sed("\(number)d", path))"
        }
    }

    private static func sed(_ script: String, _ path: String) -> String {
        "sed -i '\(script)' \(Scenario.quoted(path))"
    }
}
