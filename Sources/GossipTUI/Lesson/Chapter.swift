import Engine

/// One point of the lesson: what to run, what to look at, a question, and what the run answers.
struct Chapter: Sendable {
    /// Something that happens in a scene because the chapter needs it.
    struct Cue: Hashable, Sendable {
        /// When, since the start of the run.
        let time: TimeSpan
        /// What is asked of the cluster.
        let command: ClusterCommand

        var instant: Instant { .zero + time }
    }

    /// One cluster of a chapter, which runs from the start.
    struct Scene: Hashable, Sendable {
        /// What it is called beside another one: `push`.
        let name: String
        /// What runs, its faults included.
        let scenario: Scenario
        /// What is asked of it besides, in order of time.
        var cues: [Cue] = []
    }

    /// The name for the shell: lower case, and never changed.
    let name: String
    /// The heading.
    let title: String
    /// One scene, or two that are compared: under the same seed, from the same moment.
    let scenes: [Scene]
    /// The pane that shows the point best, beside the cluster; nil when the cluster does.
    var companion: PaneKind?
    /// The tab that shows it best; nil when it does not matter.
    var detail: Detail?
    /// What to look at while it runs: one sentence.
    let watch: String
    /// What is asked before the reveal.
    let question: String
    /// Two to four answers; which one is right, only the run says.
    let choices: [String]
    /// How fast the cluster's time passes.
    let speed: Speed
    /// The cluster's time from which the figures are meaningful.
    let revealTime: TimeSpan
    /// What the scenes at `revealTime` or later say, one snapshot per scene, in their order, each
    /// with the newest `newestValues` values. `reveal` asks it.
    let finding: @Sendable ([ClusterSnapshot]) -> Finding

    /// As many values as a snapshot for `finding` must hold, at least.
    static let newestValues = 64

    /// What the run answers; nil while a scene has not come to `revealTime` yet, or is missing.
    func reveal(_ snapshots: [ClusterSnapshot]) -> Finding? {
        guard snapshots.count == scenes.count,
            snapshots.allSatisfy({ $0.now.sinceStart >= revealTime })
        else { return nil }
        return finding(snapshots)
    }
}

extension Chapter.Scene {
    /// The scene at `time`, unseen: under a tenth of a second of the machine's time with any
    /// chapter.
    func snapshot(at time: TimeSpan) -> ClusterSnapshot {
        var run = MeasuredRun(scenario)
        for cue in cues where cue.time <= time {
            run.run(until: cue.instant)
            run.apply(cue.command)
        }
        run.run(until: .zero + time)
        return run.snapshot(newest: Chapter.newestValues)
    }
}
