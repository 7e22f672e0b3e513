import Diagnostics
import JSON
import SessionLanguage

extension Session {
  /// The sample input of the case `name`, else the one without a name, else the first; an empty
  /// object if there is none.
  func sampleInput(
    of workflow: WorkflowWorkspace, case name: String? = nil
  ) throws(SessionFailure) -> JSONValue {
    let inputs = workflow.declaration?.inputs ?? []
    let found = inputs.first { $0.caseName?.text == name } ?? inputs.first
    guard let input = found else { return .object(JSONObject.empty) }
    let text = workflow.draft.source
    let source = CellSource(
      text: text, file: .entered(text), offset: 0)
    switch input.content {
    case .expression(let expression): return try value(of: expression, of: source)
    case .items(let items): return .object(try object(of: items, of: source))
    }
  }

  /// The object whose members `items` say.
  func object(of items: [Item], of source: CellSource) throws(SessionFailure) -> JSONObject {
    var object = JSONObject.Builder()
    for item in items {
      switch item.kind {
      case .text(let text):
        object[item.name?.text ?? ""] = .string(try self.text(of: text, of: source))
      case .value(let expression):
        object[item.name?.text ?? ""] = try value(of: expression, of: source)
      case .valueFile(let name):
        object[item.name?.text ?? ""] = try jsonFile(name, of: source)
      case .body(let expression):
        for (key, value) in try value(of: expression, of: source).objectValue?.members ?? [] {
          object[key] = value
        }
      case .query, .header, .bodyFile, .upload:
        throw failure(
          .init(
            code: "input-item", "an input has only fields: name=text or name:=EXPR", at: item.range),
          of: source)
      }
    }
    return object.build()
  }

  /// The JSON in the file that `name` names.
  private func jsonFile(_ name: Name, of source: CellSource) throws(SessionFailure) -> JSONValue {
    do throws(FileFailure) {
      let text = try surroundings.files.readText(existingPath(name.text) ?? name.text)
      do throws(JSONSyntaxError) {
        return try JSONReader.read(text)
      } catch {
        throw FileFailure("\(name) is no JSON: \(error.message) (byte \(error.offset))")
      }
    } catch {
      throw failure(.init(code: "file", error.message, at: name.range), of: source)
    }
  }
}
