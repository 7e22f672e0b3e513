package import JSON

extension File {
  /// The file in JSON.
  package var json: JSONValue {
    var members = JSONObject.Builder()
    members["name"] = name.map { .string($0) }
    members["contentType"] = .string(contentType)
    members["content"] = .string(Base64.encode(bytes))
    return .object(members.build())
  }

  /// Reads a file in JSON; nil if `json` is none.
  package init?(json: JSONValue) {
    guard Self.isWritten(as: json), let content = json["content"]?.stringValue,
      let bytes = Base64.decode(content)
    else { return nil }
    self.init(
      bytes, name: json["name"]?.stringValue, contentType: json["contentType"]?.stringValue)
  }

  /// Whether `json` has the form of a file; whether its content is Base64 shows when it is read.
  static func isWritten(as json: JSONValue) -> Bool {
    guard let members = json.objectValue?.members, json["content"] != nil else { return false }
    return members.allSatisfy { name, value in
      switch name {
      case "content": value.stringValue != nil
      case "name", "contentType": value.stringValue != nil || value.isNull
      default: false
      }
    }
  }
}
