#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension GlyphSet {
    /// What the terminal shows, going by the locale and `TERM`.
    ///
    /// Makes the locale's character encoding the process's own, which curses depends on. A locale
    /// that does not commit itself (C, POSIX, or one that is not installed, as is common over ssh
    /// and in containers) counts as UTF-8, as long as the system has a locale for it.
    static func adoptingEnvironment() -> GlyphSet {
        guard adoptsUTF8() else { return .ascii }
        return Environment.value(of: "TERM") == "linux" ? .blocks : .braille
    }

    private static func adoptsUTF8() -> Bool {
        if unsafe setlocale(LC_CTYPE, "") != nil {
            if encoding == "UTF-8" { return true }
            // The names that glibc and Darwin give to what the C locale has.
            guard ["ANSI_X3.4-1968", "US-ASCII"].contains(encoding) else { return false }
        }
        for name in ["C.UTF-8", "en_US.UTF-8", "UTF-8"]
        where unsafe setlocale(LC_CTYPE, name) != nil && encoding == "UTF-8" { return true }
        return false
    }

    /// The name of the adopted encoding.
    private static var encoding: String {
        unsafe nl_langinfo(nl_item(CODESET)).map { unsafe String(cString: $0) } ?? ""
    }
}
