import JSON

extension StateMachineCheck {
  /// The longest label.
  private static let labelLimit = 40

  /// A Map runs where the kind of workflow allows, under a label of its own.
  mutating func checkMap(of state: State, at path: DefinitionPath) {
    guard case .map(let map) = state.kind else { return }
    if type == .express, map.itemProcessor.mode == .distributed {
      add(
        .schema,
        "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state "
          + "machines", at: path.member(map.processorField).member("ProcessorConfig").member("Mode")
      )
    }
    if let label = map.label { checkLabel(label, at: path.member("Label")) }
  }

  /// A label is short, unique, and fit for an ARN.
  private mutating func checkLabel(_ label: String, at path: DefinitionPath) {
    if !seenLabels.insert(label).inserted {
      add(.duplicateLabel, "Duplicate Label name: \(label)", at: path)
    }
    if label.isEmpty { add(.invalidLabel, "Label cannot be empty", at: path) }
    if label.utf16.count > Self.labelLimit {
      add(
        .invalidLabel,
        "Label '\(label)' exceeds the \(Self.labelLimit)-character limit allowed by the service",
        at: path)
    }
    if let character = MapLabel.invalidCharacter(in: label) {
      let text = PythonText.quoted(String(character))
      add(.invalidLabel, MapLabel.invalidCharacterSentence + text, at: path)
    }
  }
}

/// The labels of distributed Maps.
enum MapLabel {
  /// The beginning of what is said of a label with a character that none may have.
  static let invalidCharacterSentence = "Label contains invalid character: "

  /// The first character of `label` that none may have: white space, controls, and what has a
  /// meaning in names of resources.
  static func invalidCharacter(in label: String) -> Unicode.Scalar? {
    label.unicodeScalars.first { scalar in
      let code = scalar.value
      if code <= 0x20 || (0x7F...0x9F).contains(code) { return true }
      return scalar.properties.isWhitespace || special.contains(scalar)
    }
  }

  private static let special = Set("?*<>{}[]:;,\\|^~$#%&`\"".unicodeScalars)
}
