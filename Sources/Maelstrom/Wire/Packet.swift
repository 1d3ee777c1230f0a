/// One message of Maelstrom's wire: who sends it, to whom, and what it says.
public struct Packet: Hashable, Sendable {
    /// The longest line, in bytes, that our nodes take and send.
    public static let lineLimit = 64 << 20

    /// The name of the sender, a node or a client.
    public let source: String
    /// The name of the receiver.
    public let destination: String
    /// What is said; has a `type`.
    public let body: JSONObject
    /// The number by which the sender recognises a reply; nil when it wants none. 0 is a number.
    public let messageID: Int?

    /// A packet with `body`, whose `msg_id` must be absent or a number that fits.
    init(source: String, destination: String, body: JSONObject) {
        self.source = source
        self.destination = destination
        self.body = body
        messageID = body["msg_id"]?.integer
    }

    /// The packet that `line` spells; keys that are not Maelstrom's are ignored, and so is a null
    /// `msg_id`.
    public init(parsing line: ArraySlice<UInt8>) throws(PacketError) {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: line)
        } catch {
            throw .notJSON(error)
        }
        guard case .object(let members) = value else { throw .notAnObject(found: value.summary) }
        let source = try Self.string("src", in: members)
        let destination = try Self.string("dest", in: members)
        guard let bodyValue = members["body"] else { throw .missing(key: "body") }
        guard case .object(let body) = bodyValue else {
            throw .wrong(key: "body", expected: "an object", found: bodyValue.summary)
        }
        guard body["type"] != nil else { throw .missing(key: "body.type") }
        if let id = body["msg_id"], id != .null, id.integer == nil {
            throw .wrong(
                key: "body.msg_id", expected: "a whole number of 64 bits", found: id.summary)
        }
        self.init(source: source, destination: destination, body: body)
    }

    private static func string(
        _ key: String, in members: JSONObject
    ) throws(PacketError) -> String {
        guard let value = members[key] else { throw .missing(key: key) }
        guard case .string(let string) = value else {
            throw .wrong(key: key, expected: "a string", found: value.summary)
        }
        return string
    }

    /// Whether the packet answers one of ours: it is of a reply's type, or says what it replies to
    /// and is none of the requests that a node serves.
    var isReply: Bool {
        guard case .string(let type) = body["type"] else { return false }
        if Reply.types.contains(type) { return true }
        return (body["in_reply_to"] ?? .null) != .null && Request.Kind(rawValue: type) == nil
    }

    /// Appends the packet as one line, its end included.
    func write(into bytes: inout [UInt8]) {
        let packet: JSONValue = [
            "src": .string(source), "dest": .string(destination), "body": .object(body),
        ]
        packet.write(into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
    }
}
