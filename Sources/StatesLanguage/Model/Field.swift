/// A field that an object of the language may have.
struct Field: Hashable, Sendable {
  /// Its name.
  var name: String

  /// The only language in which it may stand; nil for both.
  var language: QueryLanguage?

  /// A field of both languages.
  static func both(_ name: String) -> Field { Field(name: name) }

  /// A field of JSONata states.
  static func jsonata(_ name: String) -> Field { Field(name: name, language: .jsonata) }

  /// A field of JSONPath states.
  static func jsonPath(_ name: String) -> Field { Field(name: name, language: .jsonPath) }
}

extension StateType {
  /// The fields of a state of this type, in the order in which they are customarily written.
  var fields: [Field] { Self.tables[self] ?? [] }

  private static let tables: [StateType: [Field]] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.makeFields()) })

  /// The table of this type: what every state has around what only this one has.
  private func makeFields() -> [Field] {
    var fields: [Field] = [.both("Type"), .both("Comment"), .both("QueryLanguage")]
    if self != .fail { fields.append(.jsonPath("InputPath")) }
    fields += ownFields
    if isCatching { fields += [.both("Retry"), .both("Catch")] }
    if hasResult { fields.append(.jsonPath("ResultPath")) }
    if self != .succeed, self != .fail { fields.append(.both("Assign")) }
    if self != .fail { fields += [.jsonata("Output"), .jsonPath("OutputPath")] }
    if isTransient { fields += [.both("Next"), .both("End")] }
    return fields
  }

  /// Whether a state of this type has `Retry` and `Catch`.
  package var isCatching: Bool { self == .task || self == .parallel || self == .map }

  /// Whether a state of this type has `Next` or `End`.
  var isTransient: Bool { self != .choice && self != .succeed && self != .fail }

  /// Whether a JSONPath state of this type may place its result in its input.
  private var hasResult: Bool { isCatching || self == .pass }

  /// The fields that only this type has.
  private var ownFields: [Field] {
    switch self {
    case .task: Self.taskFields
    case .pass: [.jsonPath("Parameters"), .jsonPath("Result")]
    case .choice: [.both("Choices"), .both("Default")]
    case .wait:
      [.both("Seconds"), .both("Timestamp"), .jsonPath("SecondsPath"), .jsonPath("TimestampPath")]
    case .succeed: []
    case .fail: [.both("Error"), .jsonPath("ErrorPath"), .both("Cause"), .jsonPath("CausePath")]
    case .parallel:
      [
        .jsonata("Arguments"), .jsonPath("Parameters"), .both("Branches"),
        .jsonPath("ResultSelector"),
      ]
    case .map: Self.mapFields
    }
  }

  private static let taskFields: [Field] = [
    .both("Resource"), .jsonata("Arguments"), .jsonPath("Parameters"), .both("Credentials"),
    .both("TimeoutSeconds"), .jsonPath("TimeoutSecondsPath"), .both("HeartbeatSeconds"),
    .jsonPath("HeartbeatSecondsPath"), .jsonPath("ResultSelector"),
  ]

  private static let mapFields: [Field] = [
    .jsonata("Items"), .jsonPath("ItemsPath"), .both("ItemReader"), .both("ItemSelector"),
    .jsonPath("Parameters"), .both("ItemBatcher"), .both("MaxConcurrency"),
    .jsonPath("MaxConcurrencyPath"), .both("ToleratedFailureCount"),
    .jsonPath("ToleratedFailureCountPath"), .both("ToleratedFailurePercentage"),
    .jsonPath("ToleratedFailurePercentagePath"), .both("Label"), .both("ItemProcessor"),
    .jsonPath("Iterator"), .both("ResultWriter"), .jsonPath("ResultSelector"),
  ]
}

/// The fields of the objects that are no states.
enum FieldTable {
  /// Those of a machine.
  static let machine = [
    "Comment", "QueryLanguage", "Version", "TimeoutSeconds", "StartAt", "States",
  ]

  /// Those of a branch.
  static let branch = ["Comment", "StartAt", "States"]

  /// Those of an item processor.
  static let itemProcessor = ["Comment", "ProcessorConfig", "StartAt", "States"]

  /// Those of a retrier.
  static let retrier = [
    "Comment", "ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds",
    "JitterStrategy",
  ]

  /// Those of a catcher.
  static let catcher: [Field] = [
    .both("Comment"), .both("ErrorEquals"), .both("Assign"), .jsonata("Output"),
    .jsonPath("ResultPath"), .both("Next"),
  ]
}
