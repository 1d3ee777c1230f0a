/// The keys of a request's body, read with errors that name the request, the key, what was found
/// and what would be right.
struct RequestFields {
    let body: JSONObject

    var kind: Request.Kind {
        get throws(RequestError) {
            guard case .string(let type) = body["type"] else {
                throw .malformed("type must be a string, not \((body["type"] ?? nil).summary)")
            }
            guard let kind = Request.Kind(rawValue: type) else {
                let known = Request.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                let name = JSONValue.string(type).summary
                throw RequestError(
                    code: .notSupported, text: "the type \(name) is not one of \(known)")
            }
            return kind
        }
    }

    func value(_ key: String) throws(RequestError) -> JSONValue {
        guard let value = body[key] else { throw malformed(key, "any JSON value", nil) }
        return value
    }

    func string(_ key: String) throws(RequestError) -> String {
        guard case .string(let string) = body[key] else {
            throw malformed(key, "a string", body[key])
        }
        return string
    }

    func array(_ key: String) throws(RequestError) -> [JSONValue] {
        guard case .array(let elements) = body[key] else {
            throw malformed(key, "an array", body[key])
        }
        return elements
    }

    func strings(_ key: String) throws(RequestError) -> [String] {
        try strings(in: body[key], of: key)
    }

    /// Nil when the key is absent.
    func optionalArray(_ key: String) throws(RequestError) -> [JSONValue]? {
        body[key] == nil ? nil : try array(key)
    }

    /// Nil when the key is absent.
    func optionalBool(_ key: String) throws(RequestError) -> Bool? {
        switch body[key] {
        case nil: return nil
        case .bool(let bool): return bool
        case let other: throw malformed(key, "true or false", other)
        }
    }

    func neighborLists(_ key: String) throws(RequestError) -> [Request.NeighborList] {
        guard case .object(let lists) = body[key] else {
            throw malformed(key, "an object from each node to its neighbours", body[key])
        }
        var result: [Request.NeighborList] = []
        for list in lists.members {
            let name = JSONValue.string(list.key).summary
            let neighbors = try strings(in: list.value, of: "\(key)[\(name)]")
            result.append(Request.NeighborList(node: list.key, neighbors: neighbors))
        }
        return result
    }

    private func strings(
        in value: JSONValue?, of key: String
    ) throws(RequestError) -> [String] {
        guard case .array(let elements) = value else {
            throw malformed(key, "an array of strings", value)
        }
        var strings: [String] = []
        for element in elements {
            guard case .string(let string) = element else {
                throw malformed(
                    key, "an array of strings", found: "an array with \(element.summary)")
            }
            strings.append(string)
        }
        return strings
    }

    var gossip: Gossip {
        get throws(RequestError) {
            let messages = try array("messages")
            let repairs = try optionalBool("repair") ?? false
            let pulls = try optionalBool("pull") ?? false
            switch (try optionalArray("digest"), try optionalArray("wanted")) {
            case (nil, nil):
                let plain: Gossip.Purpose = repairs ? .repair : .dissemination
                return Gossip(messages: messages, purpose: pulls ? .pull : plain)
            case (let digest?, nil) where !pulls:
                guard messages.isEmpty else {
                    throw .malformed(
                        "gossip: messages must be empty beside digest, not \(messages.count)")
                }
                return Gossip(messages: [], purpose: .digest(digest))
            case (nil, let wanted?) where !pulls:
                return Gossip(messages: messages, purpose: .wanted(wanted))
            default:
                throw .malformed("gossip: only one of pull, digest and wanted fits in a request")
            }
        }
    }

    private func malformed(
        _ key: String, _ expected: String, _ found: JSONValue?
    ) -> RequestError {
        malformed(key, expected, found: found?.summary)
    }

    /// The error of having met `found` (nil: nothing) where `expected` belongs.
    private func malformed(_ key: String, _ expected: String, found: String?) -> RequestError {
        let request = (try? kind)?.rawValue ?? "request"
        let complaint = found.map { "must be \(expected), not \($0)" }
        return .malformed(
            "\(request): \(key) \(complaint ?? "is missing; it must be \(expected)")")
    }
}
