import JSON

extension StateMachineCheck {
  /// A task calls what there is, in a way that its service and the kind of workflow allow.
  mutating func checkResource(of state: State, at path: DefinitionPath) {
    guard case .task(let task) = state.kind, !task.resource.isEmpty else { return }
    let field = path.member("Resource")
    guard task.resource.hasPrefix("arn:") else {
      return add(.schema, "Value is not a valid resource ARN", at: field)
    }
    let resource = ResourceName(task.resource)
    guard resource.isKnown else {
      return add(
        .schema,
        "The resource provided \(task.resource) is not recognized. The value is not a valid "
          + "resource ARN, or the resource is not available in this region.", at: field)
    }
    if type == .express { checkExpress(resource, at: field) }
    checkCredentials(of: task, resource, at: path)
    checkArguments(of: state, resource, at: path)
  }

  /// An Express workflow calls only what answers at once.
  private mutating func checkExpress(_ resource: ResourceName, at path: DefinitionPath) {
    if resource.isActivity {
      add(.schema, "Express state machine does not support Activity ARN ", at: path)
    } else if let pattern = resource.pattern {
      let name = pattern.hasPrefix(".sync") ? ".sync" : pattern
      add(
        .schema, "Express state machine does not support '\(name)' service integration ", at: path)
    }
  }

  /// Credentials name a role, and activities have none.
  private mutating func checkCredentials(
    of task: TaskState, _ resource: ResourceName, at path: DefinitionPath
  ) {
    guard let credentials = task.credentials else { return }
    let path = path.member("Credentials")
    if resource.isActivity {
      refuse(
        .schema("The field 'Credentials' is not supported for activities", at: path, place: .owner))
    }
    guard let object = credentials.json.objectValue else { return }
    if object["RoleArn"] == nil, object["RoleArn.$"] == nil {
      refuse(.missing("RoleArn", in: path))
    } else if let role = object["RoleArn"], role.stringValue == nil {
      refuse(.wrongType("String", at: path.member("RoleArn")))
    }
  }

  /// A call of a service has arguments, and those that it needs.
  private mutating func checkArguments(
    of state: State, _ resource: ResourceName, at path: DefinitionPath
  ) {
    guard let api = resource.optimizedAPI else { return }
    let field = machine.language(of: state) == .jsonata ? "Arguments" : "Parameters"
    guard let json = state.json[field] else {
      let message = "\(field) field is required for resource ARN: \(resource.arn)"
      return add(.schema, message, at: path)
    }
    guard let object = json.objectValue else { return }
    for name in ResourceName.requiredArguments[api] ?? [] {
      if object[name] == nil, object[name + ".$"] == nil {
        refuse(.missing(name, in: path.member(field)))
      }
    }
  }
}
