/// What nodes say to each other: `{"type": "gossip", "messages": [...]}`.
///
/// A full set that is sent to repair losses says so by `"repair": true`; without that key the values are
/// on their way along the topology.
public struct Gossip: Hashable, Sendable {
    /// The values, in the order they are sent.
    public var messages: [JSONValue]
    /// Whether the values repair losses.
    public var isRepair: Bool

    /// The body that says so, without `msg_id`: nobody needs to answer.
    var body: JSONObject {
        var body: JSONObject = ["type": "gossip", "messages": .array(messages)]
        if isRepair { body.append("repair", true) }
        return body
    }
}
