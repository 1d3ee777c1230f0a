import Engine
import Records
import ScenarioOptions

/// What can be taken away from the dashboard, as files.
struct Exports {
    let screen: Canvas
    /// The session and the report on the cluster, in a race on the first one.
    let session: Session
    let report: RunReport
    /// What there is of a race besides.
    var rivals: Rivals?
    /// The colours of the screen.
    let theme: Theme
    /// The recording of the last minute; nil without one.
    let cast: String?
    /// The files that were exported before, which are written again whatever is in them.
    var ownFiles: Set<String> = []

    /// The clusters of a race.
    struct Rivals {
        /// What both are called.
        let names: [String]
        /// The report on the second one.
        let report: RunReport
    }

    /// What came of writing: what to tell the user, and which files there are now.
    struct Outcome: Equatable {
        let notice: String
        var files: [String] = []
    }

    /// What a file of a kind has in it, by the end of its name.
    enum Kind: String, CaseIterable {
        /// The session with its figures.
        case json
        /// The figures, one a line.
        case csv
        /// The screen as text, and as a picture.
        case txt
        case svg
        /// The last minute of the screen.
        case cast

        /// How files of the kind begin; others are not overwritten.
        var starts: [String] {
            switch self {
            case .json: ["{\n  \"version\""]
            case .csv: ["figure,"]
            case .txt: [" GossipTUI"]
            case .svg: [ScreenSVG.start]
            case .cast: [Recorder.start]
            }
        }
    }

    /// Writes the file of this name.
    func write(to path: String) -> Outcome {
        guard let kind = Kind.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
            let kinds = Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            return Outcome(notice: "'\(path)' must end in \(kinds), which says what it will be")
        }
        do throws(SystemFailure) {
            try write(kind, to: path)
        } catch {
            return Outcome(notice: "'\(path)' cannot be written: \(error)")
        }
        let part = kind == .json ? rivals.map { ", of \($0.names[0]) alone" } : nil
        return Outcome(notice: "wrote \(path)" + (part ?? ""), files: [path])
    }

    /// Writes all kinds to the first free names.
    func writeAll() -> Outcome {
        let mostFiles = 999
        let isFree = { (number: Int) in
            !Kind.allCases.contains { LineFile.exists(at: "gossip-\(number).\($0.rawValue)") }
        }
        guard let number = (1...mostFiles).first(where: isFree) else {
            return Outcome(
                notice:
                    "gossip-1 to gossip-\(mostFiles) are there already: use :export with a name")
        }
        let files = Kind.allCases.map { "gossip-\(number).\($0.rawValue)" }
        do throws(SystemFailure) {
            for (kind, file) in zip(Kind.allCases, files) { try write(kind, to: file) }
        } catch {
            return Outcome(notice: "gossip-\(number) cannot be written here: \(error)")
        }
        let endings = Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
        let use =
            rivals.map { "the session is of \($0.names[0]) alone" }
            ?? "--scenario gossip-\(number).json has it again"
        return Outcome(notice: "wrote gossip-\(number) \(endings); \(use)", files: files)
    }

    private func write(_ kind: Kind, to path: String) throws(SystemFailure) {
        var file = try NewFile(path: path, inPlaceOf: ownFiles.contains(path) ? [""] : kind.starts)
        try file.write(text(of: kind) + "\n")
        try file.finish()
    }

    /// What a file of `kind` has in it, without the last line's end.
    func text(of kind: Kind) -> String {
        switch kind {
        case .json: session.json(with: report).prettyDescription
        case .csv: figures
        case .txt: screen.text
        case .svg: ScreenSVG(canvas: screen, theme: theme).text
        case .cast: cast ?? ""
        }
    }

    /// Whether the run was still going on, and the figures by the names that they have in the JSON,
    /// in a race of both clusters side by side; empty for one that was not measured.
    private var figures: String {
        let reports = [report] + [rivals?.report].compactMap(\.self)
        let outcomes = reports.map { RunOutcome($0) }
        let rows = RunFigure.all.map { figure in
            let values = outcomes.map { outcome in
                outcome[figure].map { Int(exactly: $0).map { "\($0)" } ?? "\($0)" } ?? ""
            }
            return ([figure.name] + values).joined(separator: ",")
        }
        let names = rivals?.names.map(\.csvCell) ?? ["value"]
        let partial = ["partial"] + reports.map { "\($0.isPartial)" }
        let lines = [["figure"] + names, partial].map { $0.joined(separator: ",") } + rows
        return lines.joined(separator: "\n")
    }
}
