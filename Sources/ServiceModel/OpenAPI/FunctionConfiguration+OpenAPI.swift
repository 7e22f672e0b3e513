package import JSON

extension FunctionConfiguration {
  /// The configuration as the member `x-coworks-function` of a document.
  package var openAPI: JSONValue {
    [
      "memorySize": .integer(Int64(memoryMegabytes)), "timeout": .integer(Int64(timeoutSeconds)),
    ]
  }

  /// Reads the member `x-coworks-function` of a document; what it does not say is as usual.
  package init(openAPI json: JSONValue?) {
    self.init()
    if let memory = json?["memorySize"]?.intValue { memoryMegabytes = memory }
    if let timeout = json?["timeout"]?.intValue { timeoutSeconds = timeout }
  }
}
