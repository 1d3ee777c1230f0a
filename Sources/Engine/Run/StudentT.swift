/// Student's t distribution, as far as 95 % intervals need it.
enum StudentT {
    /// The normal distribution's quantile at 97.5 %.
    static let normal975 = 1.959963984540054

    /// The quantile at 97.5 % with 1 degree of freedom, 2, 3 …
    private static let few = [
        12.7062047361747, 4.30265272974946, 3.18244630528371, 2.77644510519779, 2.57058183563632,
        2.44691185114497, 2.36462425159278, 2.30600413520417, 2.26215716279820, 2.22813885198627,
    ]

    /// The quantile at 97.5 % for 1 degree of freedom or more, within 1e-5.
    ///
    /// Beyond the table Fisher's expansion in powers of 1/freedom around the normal quantile
    /// (Abramowitz and Stegun, 26.7.5).
    static func quantile975(freedom: Int) -> Double {
        precondition(freedom >= 1, "\(freedom) degrees of freedom")
        if freedom <= few.count { return few[freedom - 1] }
        let z = normal975
        let square = z * z
        let terms = [
            (square + 1) / 4,
            ((5 * square + 16) * square + 3) / 96,
            (((3 * square + 19) * square + 17) * square - 15) / 384,
            ((((79 * square + 776) * square + 1_482) * square - 1_920) * square - 945) / 92_160,
        ]
        let inverse = 1 / Double(freedom)
        return z + z * terms.reversed().reduce(0) { ($0 + $1) * inverse }
    }
}
