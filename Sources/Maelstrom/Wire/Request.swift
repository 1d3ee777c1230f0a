/// What a node can be asked.
public enum Request: Hashable, Sendable {
    /// Who the node is, and the names of all nodes in their order, its own included.
    case initialize(nodeName: String, nodeNames: [String])
    /// The neighbours that Maelstrom suggests for each node.
    case topology([NeighborList])
    /// Spread a value.
    case broadcast(JSONValue)
    /// Say which values the node holds.
    case read
    /// Values that another node passes on.
    case gossip(Gossip)

    /// The requests by their names on the wire.
    enum Kind: String, CaseIterable {
        case initialize = "init"
        case topology
        case broadcast
        case read
        case gossip
    }

    /// A node and the neighbours suggested for it.
    public struct NeighborList: Hashable, Sendable {
        /// The node's name.
        public let node: String
        /// The neighbours' names.
        public let neighbors: [String]
    }

    /// How deep a broadcast value may be nested: on its way it travels inside a packet, its body
    /// and their list of messages.
    static let messageDepthLimit = JSONValue.depthLimit - 3

    /// The request that `body` makes.
    public init(body: JSONObject) throws(RequestError) {
        let fields = RequestFields(body: body)
        switch try fields.kind {
        case .initialize:
            self = .initialize(
                nodeName: try fields.string("node_id"), nodeNames: try fields.strings("node_ids"))
        case .topology:
            self = .topology(try fields.neighborLists("topology"))
        case .broadcast:
            let message = try fields.value("message")
            guard message.depth <= Self.messageDepthLimit else {
                throw .malformed(
                    "broadcast: message must be nested at most \(Self.messageDepthLimit) deep, "
                        + "not \(message.depth)")
            }
            self = .broadcast(message)
        case .read:
            self = .read
        case .gossip:
            self = .gossip(try fields.gossip)
        }
    }
}
