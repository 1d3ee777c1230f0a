import Engine
import Testing

@testable import GossipTUI

/// The lesson as content: every chapter's run, what it answers, and how it is told.
@Suite struct LessonTests {
    /// The lengths of `text`'s lines when it is wrapped at 76 columns.
    private func lines(of text: String) -> [Int] {
        var lengths: [Int] = []
        for word in text.split(separator: " ") {
            if let last = lengths.last, last + 1 + word.count <= 76 {
                lengths[lengths.count - 1] = last + 1 + word.count
            } else {
                lengths.append(word.count)
            }
        }
        return lengths
    }

    private func fits(_ text: String) -> Bool {
        let lengths = lines(of: text)
        return !lengths.isEmpty && lengths.count <= 6 && lengths.allSatisfy { $0 <= 76 }
    }

    private func snapshots(of chapter: Chapter, seed: UInt64? = nil) -> [ClusterSnapshot] {
        chapter.scenes.map { scene in
            var scenario = scene.scenario
            if let seed { scenario.seed = seed }
            return Chapter.Scene(name: scene.name, scenario: scenario, cues: scene.cues)
                .snapshot(at: chapter.revealTime)
        }
    }

    @Test(arguments: Lesson.chapters.indices)
    func aChaptersRunAnswersItsQuestionWithinItsClaims(_ index: Int) throws {
        let chapter = Lesson.chapters[index]
        let snapshots = snapshots(of: chapter)
        let finding = try #require(chapter.reveal(snapshots))
        for claim in finding.claims {
            #expect(claim.holds, "\(chapter.name): \(claim)")
        }
        let answer = try #require(finding.answer, "\(chapter.name): \(finding)")
        #expect(chapter.choices.indices.contains(answer))
        #expect(fits(finding.text), "\(finding.text)")
        #expect((2...4).contains(sentenceCount(finding.text)), "\(finding.text)")
    }

    @Test func aStepHeedsWhatTheChapterHasInStore() throws {
        let scene = try Lesson.chapter("grid").scenes[0]
        var run = ClusterRun(scene)
        let wasSent = run.step(.batch)
        #expect(!wasSent)
        #expect(run.history.entries.map(\.command) == scene.cues.map(\.command))
        #expect(run.history.entries.map(\.moment.instant) == scene.cues.map(\.instant))
        run = ClusterRun(scene)
        while run.now < .zero + .milliseconds(99) { _ = run.step(.event) }
        while run.history.entries.isEmpty { _ = run.step(.event) }
        #expect(run.now == .zero + .milliseconds(100))
    }

    @Test func anotherFutureHasWhatTheChapterHasInStoreToo() throws {
        let scene = try #require(Lesson.chapter("push-pull").scenes.first)
        var run = ClusterRun(scene)
        run.advance(to: .zero + .seconds(3))
        run.seek(to: .zero + .milliseconds(1_500))
        run.apply(.setRate(1))
        run.advance(to: .zero + .seconds(3))
        let cued = run.history.entries.filter { $0.command != .setRate(1) }
        #expect(cued.count == scene.cues.count && cued.count == 10)
        #expect(cued.map(\.moment.instant) == scene.cues.map(\.instant))
    }

    /// What is told goes on with the run; it stays true, and the answer the same.
    @Test(arguments: Lesson.chapters.indices)
    func theAnswerHoldsForAsLongAsTheRunGoesOn(_ index: Int) throws {
        let chapter = Lesson.chapters[index]
        let first = try #require(chapter.reveal(snapshots(of: chapter)))
        for seconds in [1, 3, 8, 60] as [Int64] {
            let later = chapter.scenes.map {
                $0.snapshot(at: chapter.revealTime + .seconds(seconds))
            }
            let finding = try #require(chapter.reveal(later))
            #expect(finding.answer == first.answer, "\(seconds) s later: \(finding.text)")
            for claim in finding.claims {
                #expect(claim.holds, "\(seconds) s later: \(claim)")
            }
        }
    }

    /// With other luck than the lesson's own the claims hold as well.
    @Test(arguments: Lesson.chapters.indices)
    func claimsHoldUnderOtherSeeds(_ index: Int) throws {
        let chapter = Lesson.chapters[index]
        for seed in 1...3 as ClosedRange<UInt64> {
            let finding = try #require(chapter.reveal(snapshots(of: chapter, seed: seed)))
            for claim in finding.claims {
                #expect(claim.holds, "\(chapter.name), seed \(seed): \(claim)")
            }
            #expect(finding.answer != nil, "\(chapter.name), seed \(seed)")
            #expect(fits(finding.text), "\(finding.text)")
        }
    }

    private func sentenceCount(_ text: String) -> Int {
        zip(text, text.dropFirst() + " ").count { ".?!".contains($0) && $1 == " " }
    }

    @Test(arguments: Lesson.chapters.indices)
    func aChapterIsShortAndQuicklySeen(_ index: Int) {
        let chapter = Lesson.chapters[index]
        #expect((1...2).contains(chapter.scenes.count))
        #expect((2...4).contains(chapter.choices.count))
        #expect(Set(chapter.choices).count == chapter.choices.count)
        #expect(sentenceCount(chapter.watch) == 1 && fits(chapter.watch))
        #expect(fits(chapter.question) && chapter.question.hasSuffix("?"))
        #expect(chapter.title.count <= 40)
        #expect(chapter.choices.allSatisfy { $0.count <= 60 })
        let screenSeconds = chapter.revealTime.inSeconds * 1_000 / Double(chapter.speed.thousandths)
        #expect(screenSeconds <= 10)
        for scene in chapter.scenes {
            #expect(
                scene.scenario.workload.timeLimit.map { $0 < chapter.revealTime + .seconds(2) }
                    ?? false)
            #expect(scene.scenario.seed == chapter.scenes[0].scenario.seed)
            #expect(scene.cues.map(\.time) == scene.cues.map(\.time).sorted())
        }
    }

    @Test func aRevealMayComeLater() throws {
        for chapter in Lesson.chapters {
            let late = chapter.scenes.map { $0.snapshot(at: chapter.revealTime + .seconds(30)) }
            let finding = try #require(chapter.reveal(late))
            #expect(finding.answer != nil, "\(chapter.name): \(finding)")
            #expect(fits(finding.text), "\(finding.text)")
        }
    }

    /// The same calls in both clusters: only the answers come on top.
    @Test func pushIsNeverBeforePushPull() throws {
        let chapter = try Lesson.chapter("push-pull")
        for seed in 1...40 as ClosedRange<UInt64> {
            let finding = try #require(chapter.reveal(snapshots(of: chapter, seed: seed)))
            #expect(finding.answer == 1 || finding.answer == 2, "seed \(seed): \(finding)")
        }
    }

    // MARK: The claims themselves

    /// What formulas give, written out: 2E - (n - 1) messages, and distances from centre to edge.
    @Test(
        arguments: [
            ("total", 576, 100, 100), ("grid", 56, 400, 800), ("ring", 26, 1_200, 1_200),
        ] as [(String, Double, Double, Double)])
    func aFloodIsHeldToItsLinksAndDistances(
        _ name: String, messages: Double, shortest: Double, longest: Double
    ) throws {
        let chapter = try Lesson.chapter(name)
        let claims = try #require(chapter.reveal(snapshots(of: chapter))).claims
        #expect(claims.map(\.range).first == messages...messages)
        #expect(claims.dropFirst().allSatisfy { $0.range == shortest...longest })
    }

    @Test func theHeapIsHeldToItsLinksAndDistances() throws {
        let chapter = try Lesson.chapter("no-tree")
        let snapshots = snapshots(of: chapter)
        let claims = try #require(chapter.reveal(snapshots)).claims
        // 50 links, of which a node may leave out one that leads to where the value came from.
        #expect(claims[0].range.upperBound == 50 && claims[0].range.lowerBound > 40)
        #expect(claims[1].range == 24...24)
        #expect(claims[3].range == 400...500)
        // The modulus gives every node, the root too, two links in, and the last two one to itself.
        let heap = snapshots[0].neighbors
        for node in heap.indices {
            #expect(heap.count { $0.contains(NodeID(node)) } == 2)
            #expect(heap[node].contains(NodeID(node)) == (node >= 23))
        }
        let finding = try #require(chapter.reveal(snapshots))
        #expect(finding.text.contains("50 one-way links, 2 into each node, and n23 and n24 even"))
    }

    /// Maelstrom's own runs: 30,702 messages in 30.7 s with empty batches, and 9.27 messages per
    /// operation without.
    @Test func batchesCostWhatTheyDoOnMaelstrom() throws {
        let chapter = try Lesson.chapter("batches")
        let runs = snapshots(of: chapter)
        let seconds = runs[0].now.sinceStart.inSeconds
        let rate = Double(runs[0].figures.traffic.serverSendCount) / seconds
        #expect(abs(rate / 1_000 - 1) < 0.03)
        let thrifty = try #require(runs[1].figures.traffic.messagesPerOperation)
        #expect(abs(thrifty / 9.27 - 1) < 0.1)
    }

    /// What was lost is what theory says: nothing but values whose flood met the cut.
    @Test func onlyValuesOfTheCutAreLost() throws {
        let chapter = try Lesson.chapter("partition")
        let run = snapshots(of: chapter)[0]
        #expect(run.valueCount <= Chapter.newestValues)
        for value in run.recentValues where value.holderCount < 25 {
            #expect(value.acceptedAt > .zero + .milliseconds(1_200))
            #expect(value.acceptedAt < .zero + .seconds(4))
            // Its own side has it in any case.
            #expect(value.holderCount >= (value.origin.index < 10 ? 10 : 15))
        }
    }

    @Test func thereIsNoAnswerBeforeTheRevealOrWithoutAScene() {
        for chapter in Lesson.chapters {
            let early = chapter.scenes.map { $0.snapshot(at: chapter.revealTime - .seconds(1)) }
            #expect(chapter.reveal(early) == nil)
            #expect(chapter.reveal([]) == nil)
        }
    }

    @Test func aRunOutsideItsClaimsSaysSoAndAnswersNothing() throws {
        let chapter = try Lesson.chapter("grid")
        let wrong = try Lesson.chapter("ring").scenes[0].snapshot(at: chapter.revealTime)
        var snapshot = wrong
        snapshot.scenario.topology = .grid
        let finding = try #require(chapter.reveal([snapshot]))
        #expect(finding.answer == nil)
        #expect(finding.text.contains("1,200 ms, and theory puts it at 400 to 800 ms"))
        #expect(fits(finding.text))
    }

    @Test func aRunWithoutFiguresSaysSo() throws {
        for chapter in Lesson.chapters {
            let nothing = chapter.scenes.map {
                ClusterSnapshot(
                    now: .zero + chapter.revealTime, phase: .operating, scenario: $0.scenario,
                    neighbors: $0.scenario.topology.neighbors(nodeCount: 25),
                    sides: Array(repeating: 0, count: 25), valueCount: 0)
            }
            let finding = try #require(chapter.reveal(nothing))
            #expect(finding.answer == nil, "\(chapter.name)")
            #expect(fits(finding.text), "\(finding.text)")
        }
    }

    @Test func chaptersAreFoundByNameAndNumber() throws {
        #expect(Lesson.chapters.count == 11)
        #expect(Set(Lesson.chapters.map(\.name)).count == 11)
        for (index, chapter) in Lesson.chapters.enumerated() {
            #expect(try Lesson.chapter(chapter.name).name == chapter.name)
            #expect(try Lesson.chapter("\(index + 1)").name == chapter.name)
            #expect(Int(chapter.name) == nil && chapter.name == chapter.name.lowercased())
        }
        #expect(try Lesson.chapter("Grid").name == "grid")
    }

    @Test(arguments: ["0", "12", "", "gird", "mesh", "-1"])
    func anUnknownChapterIsAnsweredWithThoseThereAre(_ text: String) {
        let error = #expect(throws: LessonError.self) { try Lesson.chapter(text) }
        let description = error?.description ?? ""
        #expect(description.contains("chapters are 1 to 11, or no-relaying, total, grid"))
        #expect(description.contains("perhaps 'grid'?") == (text == "gird"))
    }
}
