// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A package of its own, so that building the programs does not fetch the benchmark library.
let package = Package(
    name: "GossipBenchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "GossipTUI", path: ".."),
        // Without its traits it counts no allocations, and needs nothing but Swift packages.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .target(
            name: "Rates",
            dependencies: [.product(name: "Benchmark", package: "benchmark")],
            path: "Rates",
            swiftSettings: strict),
        .executableTarget(
            name: "EngineBenchmarks",
            dependencies: [
                "Rates",
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Engine", package: "GossipTUI"),
            ],
            path: "EngineBenchmarks",
            swiftSettings: strict,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "MaelstromBenchmarks",
            dependencies: [
                "Rates",
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Engine", package: "GossipTUI"),
                .product(name: "Maelstrom", package: "GossipTUI"),
            ],
            path: "MaelstromBenchmarks",
            swiftSettings: strict,
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    ]
)
