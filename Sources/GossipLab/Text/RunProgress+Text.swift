import Engine

extension RunProgress {
    /// For instance `37 %, 12.4 million deliveries`.
    var text: String {
        let percent = Int(share * 100)
        return "\(percent) %, \((Double(deliveryCount) / 1e6).fixed(1)) million deliveries"
    }
}
