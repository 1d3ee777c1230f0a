import ArgumentParser
public import Engine
public import Maelstrom
import ScenarioOptions

/// Sessions as files: the report of a run as `gossip-lab run --format json` writes it, with what
/// was asked for and when.
extension Session {
    /// The session with the report on its run.
    public func json(with report: RunReport) -> JSONValue {
        guard case .object(var object) = report.json else { return .null }
        object.append(
            "commands",
            .array(
                entries.map { entry in
                    .object(
                        JSONObject(
                            Self.members(of: entry.moment) + [
                                ("do", .string(entry.command.line))
                            ]))
                }))
        object.append("end", .object(JSONObject(Self.members(of: end))))
        return .object(object)
    }

    private static func members(of moment: WatchedRun.Moment) -> [(String, JSONValue)] {
        [
            ("us", JSONValue(moment.instant.microseconds)),
            ("events", JSONValue(moment.eventCount)),
        ]
    }

    /// The session that `json` wrote; one without commands ends where it begins.
    ///
    /// Throws a `ValidationError` that says what is wrong.
    public init(_ json: JSONValue) throws {
        guard let scenario = json.value(at: "scenario") else {
            throw ValidationError("it has no scenario")
        }
        self.scenario = try Scenario(scenario, mayBeEndless: true)
        guard let commands = json.value(at: "commands") else {
            (entries, end, digest) = ([], .start, 0)
            return
        }
        if case .string(let version) = json.value(at: "version"), version != Release.version {
            throw ValidationError(
                "it was written by version \(version.visible), and this is \(Release.version), whose "
                    + "runs may be others")
        }
        guard case .array(let list) = commands else {
            throw ValidationError("'commands' must be an array")
        }
        var live = self.scenario
        var last = WatchedRun.Moment.start
        entries = try list.enumerated().map { index, entry in
            let place = "command \(index + 1)"
            let moment = try Self.moment(in: entry, of: place)
            guard moment >= last, case .string(let line)? = entry.value(at: "do") else {
                throw ValidationError(
                    "\(place) must have 'us', 'events' and 'do', and come after the one before")
            }
            do {
                let command = try ClusterCommand(line: line, over: live)
                live = command.applied(to: live)
                last = moment
                return RunHistory.Entry(moment: moment, command: command)
            } catch {
                throw ValidationError("\(place), '\(line)': \(error)")
            }
        }
        end = try json.value(at: "end").map { try Self.moment(in: $0, of: "'end'") } ?? last
        guard end >= last else { throw ValidationError("'end' is before the last command") }
        guard case .string(let text)? = json.value(at: "digest"),
            let digest = UInt64(text, radix: 16)
        else { throw ValidationError("'digest' must be sixteen hexadecimal digits") }
        self.digest = digest
    }

    /// Whether there is anything to have again, besides the scenario.
    public var isRecorded: Bool { end > .start || !entries.isEmpty }

    private static func moment(in json: JSONValue, of place: String) throws -> WatchedRun.Moment {
        guard case .number(let time)? = json.value(at: "us"), let microseconds = time.integer,
            case .number(let count)? = json.value(at: "events"), let events = count.integer,
            (0...longest).contains(microseconds), events >= 0
        else {
            throw ValidationError(
                "\(place) must have 'us', microseconds of at most \(longest), and 'events'")
        }
        return WatchedRun.Moment(
            instant: Instant(microseconds: Int64(microseconds)), eventCount: events)
    }

    /// Thirty years, for clocks must not run over.
    private static let longest = 1_000_000_000_000_000
}
