package import JSON

extension State {
  /// The definition, its members in AWS's customary order.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Type"] = .string(type.rawValue)
    fields["Comment"] = comment.map { .string($0) }
    fields["QueryLanguage"] = queryLanguage.map { .string($0.rawValue) }
    fields.add(jsonPath)
    write(kind, to: &fields)
    fields.add("Retry", retriers.map(\.json))
    fields.add("Catch", catchers.map(\.json))
    fields["Assign"] = assign?.json
    fields["Output"] = output?.json
    switch transition {
    case .next(let name): fields["Next"] = .string(name)
    case .end: fields["End"] = true
    case nil: break
    }
    return fields.json(inOrderOf: type.fields.lazy.map(\.name))
  }

  /// Writes what only this kind of state has.
  private func write(_ kind: Kind, to fields: inout FieldWriter) {
    switch kind {
    case .task(let task): task.write(to: &fields)
    case .pass(let pass): fields["Result"] = pass.result
    case .choice(let choice): choice.write(to: &fields)
    case .wait(let wait): wait.write(to: &fields)
    case .succeed: break
    case .fail(let fail):
      fields["Error"] = fail.error?.json
      fields["Cause"] = fail.cause?.json
    case .parallel(let parallel):
      fields["Arguments"] = parallel.arguments?.json
      fields["Branches"] = .array(parallel.branches.map(\.json))
    case .map(let map): map.write(to: &fields)
    }
  }
}

extension TaskState {
  /// Writes the fields of the task.
  fileprivate func write(to fields: inout FieldWriter) {
    fields["Resource"] = .string(resource)
    fields["Arguments"] = arguments?.json
    fields["Credentials"] = credentials?.json
    fields["TimeoutSeconds"] = timeoutSeconds?.json
    fields["HeartbeatSeconds"] = heartbeatSeconds?.json
  }
}

extension ChoiceState {
  /// Writes the rules.
  fileprivate func write(to fields: inout FieldWriter) {
    fields["Choices"] = .array(rules.map(\.json))
    fields["Default"] = defaultState.map { .string($0) }
  }
}

extension ChoiceRule {
  /// The definition.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Comment"] = comment.map { .string($0) }
    fields["Condition"] = condition?.json
    fields.add(comparison)
    fields["Assign"] = assign?.json
    fields["Output"] = output?.json
    fields["Next"] = .string(next)
    return fields.json
  }
}

extension WaitState {
  /// Writes how long.
  fileprivate func write(to fields: inout FieldWriter) {
    switch duration {
    case .seconds(let seconds): fields["Seconds"] = seconds.json
    case .timestamp(let timestamp): fields["Timestamp"] = timestamp.json
    case nil: break
    }
  }
}

extension MapState {
  /// Writes the fields of the Map.
  fileprivate func write(to fields: inout FieldWriter) {
    fields["Items"] = items?.json
    fields["ItemReader"] = itemReader?.json
    fields["ItemSelector"] = itemSelector?.json
    fields["ItemBatcher"] = itemBatcher?.json
    fields["MaxConcurrency"] = maxConcurrency?.json
    fields["ToleratedFailureCount"] = toleratedFailureCount?.json
    fields["ToleratedFailurePercentage"] = toleratedFailurePercentage?.json
    fields["Label"] = label.map { .string($0) }
    fields["ItemProcessor"] = itemProcessor.json
    fields["ResultWriter"] = resultWriter?.json
  }
}

extension Retrier {
  /// The definition.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Comment"] = comment.map { .string($0) }
    fields["ErrorEquals"] = .array(errors.map { .string($0) })
    fields["IntervalSeconds"] = intervalSeconds.map { .integer(Int64($0)) }
    fields["MaxAttempts"] = maxAttempts.map { .integer(Int64($0)) }
    fields["BackoffRate"] = backoffRate.map { .number($0) }
    fields["MaxDelaySeconds"] = maxDelaySeconds.map { .integer(Int64($0)) }
    fields["JitterStrategy"] = jitter.map { .string($0.rawValue) }
    return fields.json
  }
}

extension Catcher {
  /// The definition.
  package var json: JSONValue {
    var fields = FieldWriter()
    fields["Comment"] = comment.map { .string($0) }
    fields["ErrorEquals"] = .array(errors.map { .string($0) })
    fields["Assign"] = assign?.json
    fields["Output"] = output?.json
    fields.add(jsonPath)
    fields["Next"] = .string(next)
    return fields.json
  }
}
