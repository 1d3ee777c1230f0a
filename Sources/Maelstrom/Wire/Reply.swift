/// What a node answers.
public enum Reply: Hashable, Sendable {
    case initializeOK
    case topologyOK
    case broadcastOK
    /// All values held, each once.
    case readOK(messages: [JSONValue])
    /// Gossip was taken in. Only whoever asks by a `msg_id` is told; our nodes do not ask.
    case gossipOK
    case error(RequestError)

    /// All types of reply by their names on the wire.
    static let types: Set = [
        "init_ok", "topology_ok", "broadcast_ok", "read_ok", "gossip_ok", "error",
    ]

    private var type: JSONValue {
        switch self {
        case .initializeOK: "init_ok"
        case .topologyOK: "topology_ok"
        case .broadcastOK: "broadcast_ok"
        case .readOK: "read_ok"
        case .gossipOK: "gossip_ok"
        case .error: "error"
        }
    }

    /// The body that answers the request numbered `messageID`.
    func body(inReplyTo messageID: Int) -> JSONObject {
        var body: JSONObject = ["type": type, "in_reply_to": JSONValue(messageID)]
        switch self {
        case .readOK(let messages):
            body.append("messages", .array(messages))
        case .error(let error):
            body.append("code", JSONValue(error.code.rawValue))
            body.append("text", .string(error.text))
        case .initializeOK, .topologyOK, .broadcastOK, .gossipOK:
            break
        }
        return body
    }
}
