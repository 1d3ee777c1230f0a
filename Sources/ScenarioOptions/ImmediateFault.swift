import ArgumentParser
public import Engine

/// What a person has happen to a running cluster at once, in the words of `--fault` without times:
/// `cut n3|n7`, `loss 0.3 *|*`, `kill n3`, `heal`, `restart n3`.
public enum ImmediateFault {
    /// Whether `text` begins with a word for a fault or its end.
    public static func begins(_ text: String) -> Bool { FaultReader.begins(text) }

    /// What `text` asks of a cluster of `nodeCount` nodes.
    ///
    /// Throws a `ValidationError` when it is not to be understood, or names nodes that are not
    /// there.
    public static func commands(in text: String, nodeCount: Int) throws -> [ClusterCommand] {
        let statement = try FaultReader.statement(in: text, isImmediate: true)
        try FaultBounds(nodeCount: nodeCount, timeLimit: nil).check(statement)
        switch statement.meaning {
        case .fault(let scheduled):
            if case .partition(let kind) = scheduled.fault { return [.partition(kind)] }
            return [.strike(scheduled.fault)]
        case .end(.heal(nil), _):
            return [.heal]
        case .end(.heal(let links?), _):
            return [.healLinks(links)]
        case .end(.restart(let target), _):
            return try nodes(of: target, nodeCount).map(ClusterCommand.restart)
        case .end(.resume(let target), _):
            return try nodes(of: target, nodeCount).map(ClusterCommand.resume)
        }
    }

    private static func nodes(of target: NodeTarget?, _ nodeCount: Int) throws -> [NodeID] {
        switch target {
        case nil, .nodes(.everyone): (0..<nodeCount).map(NodeID.init)
        case .nodes(.nodes(let nodes)): Array(nodes)
        default: throw ValidationError("name the nodes, such as n3 or n0-n4, or leave them out")
        }
    }
}
