import Engine
import Records
import ScenarioOptions

/// What can be taken away from the dashboard, as files.
struct Exports {
    let screen: Canvas
    let session: Session
    let report: RunReport
    let theme: Theme
    /// The recording of the last minute; nil without one.
    let cast: String?
    /// The cluster that session and figures are of, where there are two.
    var cluster: String?

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
            case .csv: ["figure,value"]
            case .txt: [" GossipTUI"]
            case .svg: [ScreenSVG.start]
            case .cast: [Recorder.start]
            }
        }
    }

    /// Writes the file of this name; returns what to tell the user.
    func write(to path: String) -> String {
        let suffix = path.split(separator: ".", omittingEmptySubsequences: false).last.map(
            String.init)
        guard let kind = suffix.flatMap(Kind.init) else {
            let kinds = Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: ", ")
            return "'\(path)' must end in \(kinds), which says what it will be"
        }
        do throws(SystemFailure) {
            try write(kind, to: path)
            let isOfOne = kind == .json || kind == .csv
            return "wrote \(path)" + (isOfOne ? cluster.map { ", of \($0) alone" } ?? "" : "")
        } catch {
            return "'\(path)' cannot be written: \(error)"
        }
    }

    /// Writes all kinds to the first free names; returns what to tell the user.
    func writeAll() -> String {
        let mostFiles = 999
        let isFree = { (number: Int) in
            Kind.allCases.allSatisfy {
                (try? TextFile(path: "gossip-\(number).\($0.rawValue)", isCut: true)) == nil
            }
        }
        guard let number = (1...mostFiles).first(where: isFree) else {
            return "gossip-1 to gossip-\(mostFiles) are there already: use :export with a name"
        }
        do throws(SystemFailure) {
            for kind in Kind.allCases { try write(kind, to: "gossip-\(number).\(kind.rawValue)") }
        } catch {
            return "gossip-\(number) cannot be written here: \(error)"
        }
        let endings = Kind.allCases.map { ".\($0.rawValue)" }.joined(separator: " ")
        let use =
            cluster.map { "session and figures are of \($0) alone" }
            ?? "--scenario gossip-\(number).json has it again"
        return "wrote gossip-\(number) \(endings); \(use)"
    }

    private func write(_ kind: Kind, to path: String) throws(SystemFailure) {
        var file = try NewFile(path: path, inPlaceOf: kind.starts)
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

    /// The figures by the names that they have in the JSON; empty for one that was not measured.
    private var figures: String {
        let outcome = RunOutcome(report)
        let rows = RunFigure.all.map { figure in
            let value = outcome[figure]
            let text = value.map { Int(exactly: $0).map { "\($0)" } ?? "\($0)" } ?? ""
            return "\(figure.name),\(text)"
        }
        return (["figure,value"] + rows).joined(separator: "\n")
    }
}
