#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What characters the user's terminal shows, going by the locale.
public enum CharacterEncoding {
    /// Whether it shows all of Unicode.
    public static var isUTF8: Bool {
        isUTF8 { name in
            unsafe getenv(name).map { unsafe String(cString: $0) }
        }
    }

    /// Whether the environment, whose variables `value` says, asks for UTF-8: the first that is
    /// set and not empty decides.
    static func isUTF8(in value: (String) -> String?) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first { !$0.isEmpty }
        let name = locale?.lowercased() ?? ""
        return name.contains("utf-8") || name.contains("utf8")
    }
}
