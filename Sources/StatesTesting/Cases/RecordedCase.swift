import JSON
import StatesExecution
import StatesLanguage

/// A case in the format of recorded runs.
struct RecordedCase: Sendable {
  /// The whole case.
  let json: JSONValue

  /// What Step Functions says of the definition.
  let validation: DefinitionValidation

  /// The kind of workflow.
  let type: MachineType

  /// Takes a case apart.
  init(_ json: JSONValue) {
    self.json = json
    type = json["machineType"]?.stringValue.flatMap(MachineType.init) ?? .standard
    let text =
      json["definitionText"]?.stringValue ?? RecordedText.text(of: json["definition"] ?? .null)
    validation = DefinitionValidation(text, type: type)
  }

  /// The operation that was called, if it is not about a run.
  var api: String? { json["api"]?.stringValue }

  /// The input; an empty object if there is none.
  var input: JSONValue { json["input"] ?? [:] }

  /// The time that was now.
  var clock: Timestamp? { json["clock"]?.stringValue.flatMap { Timestamp($0) } }

  /// What stands in for S3.
  var objects: any ObjectStore {
    var buckets: [String: [String: [UInt8]]] = [:]
    for (bucket, objects) in json["s3"]?.objectValue?.members ?? [] {
      for (key, content) in objects.objectValue?.members ?? [] {
        buckets[bucket, default: [:]][key] = Array((content.stringValue ?? "").utf8)
      }
    }
    return MemoryObjectStore(buckets)
  }

  /// The answer if the definition is refused.
  var refusal: JSONValue? { validation.refusal.map(refused) }

  /// The answer that tells of a refusal.
  func refused(_ refusal: RequestRefusal) -> JSONValue {
    answer([
      "rejected": true, "code": .string(refusal.code), "message": .string(refusal.message),
    ])
  }

  /// The answer with the members of `object`.
  func answer(_ object: JSONValue) -> JSONValue {
    let members = object.objectValue?.members.map { (key: $0.key, value: $0.value) } ?? []
    return .object([(key: "id", value: json["id"] ?? .null)] + members)
  }
}
