import Diagnostics
import JSON
import JSONata
import ServiceModel
import SessionLanguage

extension Item {
  /// Whether it is no header and not forced into the query.
  var isPlain: Bool {
    switch kind {
    case .text, .value, .body, .bodyFile, .upload, .valueFile: true
    case .query, .header: false
    }
  }
}

extension Placement {
  /// Puts `item` in its place.
  mutating func place(_ item: Item) {
    guard let name = item.name else { return placeBody(item) }
    switch item.kind {
    case .query(let text):
      let schema = schema(of: name.text, .query)
      place(name, typed(text, schema, isQuery: true, at: item.valueRange), .query)
    case .header(let text):
      place(name, .some(text.draft), .header)
    default: placePlain(item, name)
    }
  }

  /// Puts a parameter where the route wants it, else into the query or the body.
  private mutating func placePlain(_ item: Item, _ name: Name) {
    guard let route else {
      let isQuery = method.map { !$0.hasBody } ?? false
      return place(name, value(of: item, .any), isQuery ? .query : .body)
    }
    if let parameter = route.parameter(name.text) {
      guard parameter.location != .path else { return placeInPath(item, name, parameter) }
      let isQuery = parameter.location == .query
      let value = value(of: item, parameter.schema, isQuery: isQuery)
      return place(name, value, parameter.location)
    }
    guard let schema = route.memberSchema(name.text) else {
      return reportUnknown(name, of: route)
    }
    place(name, value(of: item, schema), .body)
  }

  /// Puts a value that `INVOKE` or a route takes at `location`, unless the name was given before.
  mutating func place(_ name: Name, _ value: TemplateDraft?, _ location: Parameter.Location) {
    given.insert(name.text)
    guard let value else { return }
    let member = TemplateDraft.Member(name.text, value)
    let isNew: Bool
    switch location {
    case .path: isNew = pathParameters.insertNew(member)
    case .query: isNew = query.insertNew(member) || query.extendList(by: member)
    case .header: isNew = headers.insertNew(member)
    case .body:
      if body != nil { diagnostics.insert(.parameterBesideBody(name)) }
      let isOne = route?.parameter(name.text)?.schema.isFile == true
      isNew = members.insertNew(member) || (!isOne && members.extendFiles(by: member))
    }
    if !isNew { diagnostics.insert(.repeatedParameter(name)) }
  }

  /// Reports a parameter that `route` has not; the one that was meant is not missing then.
  private mutating func reportUnknown(_ name: Name, of route: Route) {
    let known = route.parameters.filter { $0.location != .path }.map(\.name)
    let meant = nearestName(to: name.text, among: known)
    given.insert(meant ?? "body")
    diagnostics.insert(
      .unknownParameter(name, of: route, service: call.service.text, meant: meant))
  }

  /// Takes the whole body.
  private mutating func placeBody(_ item: Item) {
    guard body == nil, members.isEmpty else {
      return diagnostics.insert(.repeatedBody(item))
    }
    body = value(of: item, route?.body ?? .any) ?? .constant(.null)
    checkBodyMembers(item)
  }

  /// Checks a constant body against the members that the route takes.
  private mutating func checkBodyMembers(_ item: Item) {
    guard let route, route.body == nil, case .body(let expression) = item.kind else { return }
    guard let literal = expression.compiled?.literal else { return }
    guard let members = literal.objectValue?.members else {
      isBodyKnown = true
      route.parameters(in: .body).forEach { given.insert($0.name) }
      let mistake = "expected an object"
      let signature = route.signature(of: call.service.text)
      return diagnostics.insert(
        .mistypedValue(mistake, at: item.valueRange, signature: signature))
    }
    for (key, value) in members {
      let name = Name(key, range: item.valueRange)
      guard let parameter = route.parameters(in: .body).first(where: { $0.name == key }) else {
        reportUnknown(name, of: route)
        continue
      }
      given.insert(key)
      check(value, parameter.schema, at: item.valueRange)
    }
    isBodyKnown = true
  }
}

extension Route {
  /// What the member `name` of the body must be where the route takes the body as a whole; nil if
  /// there can be no such member.
  fileprivate func memberSchema(_ name: String) -> Schema? { body?.member(name) }
}

extension Schema {
  /// What the member `name` must be; nil if there can be none.
  fileprivate func member(_ name: String) -> Schema? {
    switch self {
    case .any: .any
    case .nullable(let schema): schema.member(name)
    case .object(let object):
      object.properties.first { $0.name == name }?.schema ?? object.additional
    default: nil
    }
  }
}

extension [TemplateDraft.Member] {
  /// Adds `member`, and returns whether its name is new; of equal names the first stays.
  fileprivate mutating func insertNew(_ member: TemplateDraft.Member) -> Bool {
    guard !contains(where: { $0.name == member.name }) else { return false }
    append(member)
    return true
  }

  /// Adds the file that `member` is to the files of the same name, and returns whether all are files.
  fileprivate mutating func extendFiles(by member: TemplateDraft.Member) -> Bool {
    guard let index = firstIndex(where: { $0.name == member.name }),
      case .constant(let old) = self[index].value, case .constant(let new) = member.value
    else { return false }
    let all = [old, new].flatMap { $0.arrayValue ?? [$0] }
    guard all.allSatisfy({ File(json: $0) != nil }) else { return false }
    self[index].value = .constant(.array(all))
    return true
  }

  /// Adds the elements of `member` to the list of the same name, and returns whether both are lists
  /// that are known before the call.
  fileprivate mutating func extendList(by member: TemplateDraft.Member) -> Bool {
    guard let index = firstIndex(where: { $0.name == member.name }),
      case .constant(let old) = self[index].value, case .constant(let new) = member.value,
      let first = old.arrayValue, let rest = new.arrayValue
    else { return false }
    self[index].value = .constant(.array(first + rest))
    return true
  }
}
