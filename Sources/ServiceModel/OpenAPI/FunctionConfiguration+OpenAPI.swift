package import JSON

extension FunctionConfiguration {
  /// The configuration as the member `x-coworks-function` of a document.
  package var openAPI: JSONValue {
    [
      "memorySize": .integer(Int64(memoryMegabytes)), "timeout": .integer(Int64(timeoutSeconds)),
    ]
  }

  /// Reads the member `x-coworks-function` of a document; what it does not say, or what no function
  /// can have, is as usual.
  package init(openAPI json: JSONValue?) {
    self.init()
    if let memory = json?["memorySize"]?.intValue, Self.memoryLimits.contains(memory) {
      memoryMegabytes = memory
    }
    if let timeout = json?["timeout"]?.intValue, Self.timeoutLimits.contains(timeout) {
      timeoutSeconds = timeout
    }
  }
}
