/// The menu of all parameters, and that of partitions.
extension DashboardState {
    /// What `key` does in the menu; nil for nothing.
    static func menuAction(for key: Key) -> DashboardAction? {
        switch key {
        case .up, "k": .chooseParameter(-1)
        case .down, "j": .chooseParameter(1)
        case .pageUp: .chooseParameter(-8)
        case .pageDown: .chooseParameter(8)
        case .left, "h": .changeParameter(-1)
        case .right, "l": .changeParameter(1)
        case .enter, ":": .typeParameter
        case .escape: .close
        default: nil
        }
    }

    mutating func chooseParameter(_ step: Int) {
        let all = Parameter.allCases
        let place = all.firstIndex(of: parameter) ?? 0
        parameter = all[min(max(0, place + step), all.count - 1)]
    }

    /// The next value of the chosen parameter, or the one before, by way of the command line.
    mutating func changeParameter(_ step: Int) -> DashboardEffect? {
        if let idleness = idleness(of: parameter) {
            notice = "\(parameter.rawValue) has no meaning now: \(idleness)"
            return nil
        }
        guard let value = parameter.value(step, after: value(of: parameter)) else {
            notice = "\(parameter.rawValue): there is none \(step > 0 ? "after" : "before") that"
            return nil
        }
        return .run(parameter.line(setting: value))
    }

    /// A click chooses the line that it meets, and beside the menu closes it; the wheel goes
    /// through the lines.
    mutating func pointInMenu(_ mouse: Mouse) -> DashboardEffect? {
        let box = ParameterMenuBox(state: self, in: ScreenLayout(self).overlayArea)
        switch mouse.action {
        case .wheelUp: chooseParameter(-1)
        case .wheelDown: chooseParameter(1)
        case .release: break
        case .press where !box.area.contains(mouse.point): mode = .watching
        case .press: parameter = box.parameter(at: mouse.point) ?? parameter
        }
        return nil
    }

    /// A click does what the entry says that it meets, and beside the menu closes it.
    mutating func pointInPartitionMenu(_ mouse: Mouse) -> DashboardEffect? {
        guard mouse.action == .press else { return nil }
        let menu = PartitionMenu(
            bindings: keys.partitionMenu, in: ScreenLayout(self).overlayArea)
        guard menu.area.contains(mouse.point) else { return apply(.close) }
        return menu.action(at: mouse.point).flatMap { apply($0) }
    }

    /// Opens the command line for a value of the chosen parameter.
    mutating func typeParameter() {
        mode = .commandLine
        let isFlag = parameter.ladder == ["off", "on"]
        commandLine.begin(with: isFlag ? parameter.rawValue : "\(parameter.rawValue) ")
    }
}
