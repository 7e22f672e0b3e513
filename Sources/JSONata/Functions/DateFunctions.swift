import JSON

/// `$now`, `$millis`, `$fromMillis`, `$toMillis`, `$formatInteger`, `$parseInteger`.
enum DateFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("millis", "<:n>", 0) { call in .number(call.run.environment.now) }
  ]
}
