import JSON
import StatesLanguage

/// What a distributed Map does with the results of its child executions.
///
/// Source: `ResultWriter (Map)`, Step Functions developer guide.
struct ResultWriting: Sendable {
  /// How results are put together.
  enum Transformation: String, Sendable, CaseIterable {
    /// What is known of each child execution.
    case none = "NONE"
    /// The outputs.
    case compact = "COMPACT"
    /// The outputs, the elements of lists one after the other.
    case flatten = "FLATTEN"
  }

  /// How results are written.
  enum OutputType: String, Sendable, CaseIterable {
    /// A JSON array.
    case json = "JSON"
    /// A line for each.
    case jsonLines = "JSONL"
  }

  /// The bucket and what keys begin with; nil hands the results on to the next state.
  var destination: (bucket: String, prefix: String)?

  /// How results are put together.
  var transformation = Transformation.compact

  /// How results are written.
  var outputType = OutputType.json

  /// What is known of a child execution that has ended.
  struct ChildResult: Sendable {
    /// The ARN.
    var arn: String
    /// The name.
    var name: String
    /// The input.
    var input: JSONValue
    /// The output or the error.
    var result: Result<JSONValue, StateError>
    /// When it started.
    var start: Timestamp
    /// When it ended.
    var stop: Timestamp
  }

  /// The results of `children` as the transformation wants them.
  func transformed(_ children: [ChildResult], ofMachine machineARN: String) -> [JSONValue] {
    switch transformation {
    case .none: children.map { Self.record(of: $0, machineARN) }
    case .compact: children.map { Self.output(of: $0) ?? Self.record(of: $0, machineARN) }
    case .flatten:
      children.flatMap { child -> [JSONValue] in
        guard let output = Self.output(of: child) else {
          return [Self.record(of: child, machineARN)]
        }
        return output.arrayValue ?? [output]
      }
    }
  }

  /// What the keys of the objects of the map run `arn` begin with.
  func folder(of arn: String) -> String {
    let prefix = destination?.prefix ?? ""
    let separator = prefix.isEmpty || prefix.hasSuffix("/") ? "" : "/"
    return "\(prefix)\(separator)\(arn.split(separator: ":").last ?? "")/"
  }

  /// The objects to write for the map run `mapRun`, the manifest last.
  func objects(
    for children: [ChildResult], mapRun: String, machineARN: String
  ) -> [(key: String, content: [UInt8])] {
    guard let destination else { return [] }
    let folder = folder(of: mapRun)
    var objects: [(key: String, content: [UInt8])] = []
    var files: [(key: String, value: JSONValue)] = []
    for (status, isSuccess) in [("FAILED", false), ("PENDING", nil), ("SUCCEEDED", true)] {
      let chosen = children.filter { (Self.output(of: $0) != nil) == isSuccess }
      guard !chosen.isEmpty else {
        files.append((key: status, value: []))
        continue
      }
      let key = "\(folder)\(status)_0.\(outputType == .json ? "json" : "jsonl")"
      let content = content(transformed(chosen, ofMachine: machineARN))
      objects.append((key: key, content: content))
      let size = JSONValue.integer(Int64(content.count))
      files.append((key: status, value: [["Key": .string(key), "Size": size]]))
    }
    let manifest: JSONValue = [
      "DestinationBucket": .string(destination.bucket), "MapRunArn": .string(mapRun),
      "ResultFiles": .object(files),
    ]
    objects.append(
      (key: "\(folder)manifest.json", content: Array(JSONWriter.compact(manifest).utf8)))
    return objects
  }

  /// The text of `values`.
  private func content(_ values: [JSONValue]) -> [UInt8] {
    switch outputType {
    case .json: Array(JSONWriter.compact(.array(values)).utf8)
    case .jsonLines: Array(values.map { JSONWriter.compact($0) + "\n" }.joined().utf8)
    }
  }

  /// The output of a child execution that succeeded.
  private static func output(of child: ChildResult) -> JSONValue? {
    guard case .success(let output) = child.result else { return nil }
    return output
  }

  /// What is known of a child execution, as `DescribeExecution` tells it.
  private static func record(of child: ChildResult, _ machineARN: String) -> JSONValue {
    var record = JSONObject.Builder()
    if case .failure(let error) = child.result {
      if let cause = error.cause { record["Cause"] = .string(cause) }
      if let name = error.error { record["Error"] = .string(name) }
    }
    record["ExecutionArn"] = .string(child.arn)
    record["Input"] = .string(JSONWriter.compact(child.input))
    record["InputDetails"] = ["Included": true]
    record["Name"] = .string(child.name)
    if let output = output(of: child) {
      record["Output"] = .string(JSONWriter.compact(output))
      record["OutputDetails"] = ["Included": true]
    }
    record["StartDate"] = .string(child.start.description)
    record["StateMachineArn"] = .string(machineARN)
    record["Status"] = output(of: child) == nil ? "FAILED" : "SUCCEEDED"
    record["StopDate"] = .string(child.stop.description)
    return .object(record.build())
  }
}
