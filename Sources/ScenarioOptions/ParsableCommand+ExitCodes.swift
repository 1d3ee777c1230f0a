public import ArgumentParser

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension ParsableCommand {
    /// Runs the program and ends it with the exit codes that all our programs use.
    ///
    /// 0 when all went well, help and version included; 2 when the command line was wrong or the
    /// result could not be written; 70 when
    /// an error that nobody foresaw ended the command. An `ExitCode` that the command throws is
    /// kept. `arguments` are those of the process when nil.
    public static func runAndExit(_ arguments: [String]? = nil) -> Never {
        // So that a file that would be longer than a limit allows is a failure like any other.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            exit()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch let failure as StandardOutput.Failure {
            StandardError.writeLine("Error: \(failure)")
            exit(withError: ExitCode.wrongUsage)
        } catch {
            let code = exitCode(for: error)
            if code.isSuccess { exit(withError: error) }
            StandardError.writeLine(fullMessage(for: error).visible)
            let isUsage = code == .validationFailure
            exit(withError: isUsage ? ExitCode.wrongUsage : ExitCode.internalError)
        }
    }
}

extension ExitCode {
    /// The run was carried out, and it was not valid.
    public static let invalidRun = ExitCode(1)
    /// The command line was wrong.
    public static let wrongUsage = ExitCode(2)
    /// The program failed through no fault of its user.
    public static let internalError = ExitCode(70)
    /// Ctrl-C ended the program before it was done.
    public static let interrupted = ExitCode(130)
}

extension String {
    /// The text with control characters written out, but for line breaks: what a command line has
    /// in it, a terminal must show and not obey.
    public var visible: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
            text += isControl ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
    }
}
