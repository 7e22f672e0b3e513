package import JSON

/// The intrinsic functions by their names.
package enum IntrinsicFunction: String, Sendable, CaseIterable {
  case format = "States.Format"
  case stringToJSON = "States.StringToJson"
  case jsonToString = "States.JsonToString"
  case array = "States.Array"
  case arrayPartition = "States.ArrayPartition"
  case arrayContains = "States.ArrayContains"
  case arrayRange = "States.ArrayRange"
  case arrayGetItem = "States.ArrayGetItem"
  case arrayLength = "States.ArrayLength"
  case arrayUnique = "States.ArrayUnique"
  case base64Encode = "States.Base64Encode"
  case base64Decode = "States.Base64Decode"
  case hash = "States.Hash"
  case jsonMerge = "States.JsonMerge"
  case mathRandom = "States.MathRandom"
  case mathAdd = "States.MathAdd"
  case stringSplit = "States.StringSplit"
  case uuid = "States.UUID"

  /// The result for `arguments`; nil if they are not what the function takes.
  ///
  /// `template` is the first argument of `States.Format` if it is a constant. `random` gives
  /// numbers from 0 to 1, 1 excluded.
  package func result(
    of arguments: [JSONValue], template: FormatTemplate? = nil, random: () -> Double
  ) -> JSONValue? {
    guard argumentCounts.contains(arguments.count) else { return nil }
    switch self {
    case .format: return Self.format(arguments, template)
    case .stringToJSON: return Self.stringToJSON(arguments[0])
    case .jsonToString: return .string(JavaText.json(of: arguments[0]))
    case .array: return .array(arguments)
    case .arrayPartition: return Self.partition(arguments[0], arguments[1])
    case .arrayContains: return Self.contains(arguments[0], arguments[1])
    case .arrayRange: return Self.range(arguments[0], arguments[1], arguments[2])
    case .arrayGetItem: return Self.item(of: arguments[0], at: arguments[1])
    case .arrayLength: return arguments[0].arrayValue.map { .integer(Int64($0.count)) }
    case .arrayUnique: return arguments[0].arrayValue.map { .array(JavaSet.elements(of: $0)) }
    case .base64Encode: return Self.base64Encode(arguments[0])
    case .base64Decode: return Self.base64Decode(arguments[0])
    case .hash: return Self.hash(arguments[0], arguments[1])
    case .jsonMerge: return Self.merge(arguments[0], arguments[1], arguments[2])
    case .mathRandom: return Self.random(arguments, random)
    case .mathAdd: return Self.sum(arguments[0], arguments[1])
    case .stringSplit: return Self.split(arguments[0], arguments[1])
    case .uuid: return Self.uuid(random)
    }
  }

  /// How many arguments it takes.
  private var argumentCounts: ClosedRange<Int> {
    switch self {
    case .uuid: 0...0
    case .stringToJSON, .jsonToString, .arrayLength, .arrayUnique, .base64Encode, .base64Decode:
      1...1
    case .arrayPartition, .arrayContains, .arrayGetItem, .hash, .mathAdd, .stringSplit: 2...2
    case .arrayRange, .jsonMerge: 3...3
    case .mathRandom: 2...3
    case .format: 1...Int.max
    case .array: 0...Int.max
    }
  }

  /// The whole part of a number.
  static func wholePart(_ value: JSONValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .number(let number): Int64(exactly: number.rounded(.towardZero))
    default: nil
    }
  }
}
