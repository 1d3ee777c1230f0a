/// What befalls messages over some links besides what the network does to all.
struct LinkImpairment: Hashable, Sendable {
    /// What befalls them.
    enum Kind: Hashable, Sendable {
        /// They are lost, each with this chance.
        case loss(Probability)
        /// They arrive twice, each with this chance.
        case duplication(Probability)
        /// They take so much longer.
        case clog(TimeSpan)
    }

    /// Where.
    let links: LinkGroup
    /// What.
    let kind: Kind
}
