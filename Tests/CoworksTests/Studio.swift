import Coworks

/// A service that asks about its calls and takes and gives files.
@TechMicroService
struct Studio {
  /// A picture as it is kept.
  struct Picture: Codable, Sendable {
    var title: String
    var size: Int
    var type: String
  }

  @Entry(.public) func postPictures(title: String, picture: File, stickers: [File] = []) -> Picture
  {
    Picture(
      title: title, size: picture.bytes.count + stickers.map(\.bytes.count).reduce(0, +),
      type: picture.contentType)
  }

  @Entry(.public) func putRaw(body: File) -> File { body }

  @Entry(.public) func getPicture(name: String?) -> Response<File> {
    Response(File([1, 2], name: name, contentType: "image/png"), headers: ["X-Pages": "1"])
  }

  @Entry func getCaller() -> [String: String] {
    guard let invocation = Invocation.current else { return [:] }
    return switch invocation.caller {
    case .anonymous: ["who": "anyone"]
    case .iam(let arn): ["who": arn]
    case .authorized(let principalID, let context):
      context.merging(["who": principalID ?? "", "stage": invocation.stage ?? ""]) { $1 }
    case .workflow: ["who": "workflow", "id": invocation.requestID]
    }
  }

  @Entry(.public) func postHook(body: JSONValue) -> JSONValue {
    ["got": body, "event": body["event"] ?? .null]
  }

  @Entry(.public) func getSignature() -> [String] {
    guard let request = Invocation.current?.request else { return [] }
    return [request.route ?? "", request.path, request.headers["X-Signature"] ?? ""]
  }

  /// A color that is no value of JSON's own.
  struct Color: Codable {
    init(from decoder: any Decoder) throws {
      switch try decoder.singleValueContainer().decode(String.self) {
      case "pink": throw HTTPError.conflict("no pink today")
      default: throw VariableError.missing("PALETTE")
      }
    }
  }

  @Entry(.public) func postColor(body: Color) {}

  func before(_ request: inout Request) {
    if let seal = request.headers["X-Seal"] { request.headers["X-Signature"] = "\(seal)!" }
  }

  @Entry(.public) func getSetting(name: String) throws -> Int {
    try Environment.required(name, as: Int.self)
  }

  func authorize(_ request: AuthorizationRequest) -> Authorization {
    request.token == "ada" ? .all(principalID: "ada", context: ["tenant": "x"]) : .none
  }
}
