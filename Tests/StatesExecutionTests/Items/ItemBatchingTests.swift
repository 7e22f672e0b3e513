import JSON
import StatesLanguage
import Testing

@testable import StatesExecution

@Suite struct ItemBatchingTests {
  @Test func `batches hold at most so many items`() {
    let batches = ItemBatching(maxItems: 2).batches(of: [1, 2, 3])
    #expect(.array(batches) == [["Items": [1, 2]], ["Items": [3]]])
  }

  @Test func `batches hold at most so many bytes, but one item at least`() {
    let items: [JSONValue] = ["aaaa", "bbbb", "cccccccccccccccccccccccc", "d"]
    let batches = ItemBatching(maxBytes: 26).batches(of: items)
    #expect(
      .array(batches) == [
        ["Items": ["aaaa", "bbbb"]], ["Items": ["cccccccccccccccccccccccc"]], ["Items": ["d"]],
      ])
    #expect(DataSize.bytes(of: batches[0]) <= 26)
  }

  @Test func `every batch gets the common input`() {
    let batches = ItemBatching(maxItems: 1, input: ["k": 1]).batches(of: [true])
    #expect(.array(batches) == [["BatchInput": ["k": 1], "Items": [true]]])
  }

  /// A child execution that ended with `result`.
  private func child(_ result: Result<JSONValue, StateError>) -> ResultWriting.ChildResult {
    ResultWriting.ChildResult(
      arn: "arn:c", name: "c", input: 1, result: result, start: .epoch, stop: .epoch)
  }

  @Test func `results are handed on, flattened, or with what is known of them`() {
    let children = [child(.success([1, 2])), child(.success(3))]
    var writing = ResultWriting()
    #expect(.array(writing.transformed(children, ofMachine: "m")) == [[1, 2], 3])
    writing.transformation = .flatten
    #expect(.array(writing.transformed(children, ofMachine: "m")) == [1, 2, 3])
    writing.transformation = .none
    let records = writing.transformed(children, ofMachine: "m")
    #expect(records.map { $0["Output"] } == ["[1,2]", "3"])
  }

  @Test func `results are written by status, with a manifest that lists them`() throws {
    var writing = ResultWriting(destination: (bucket: "out", prefix: "jobs"))
    writing.outputType = .jsonLines
    let children = [child(.success(1)), child(.failure(StateError("E", cause: "c")))]
    let objects = writing.objects(
      for: children, mapRun: "arn:id", machineARN: "m")
    #expect(
      objects.map(\.key) == [
        "jobs/id/FAILED_0.jsonl", "jobs/id/SUCCEEDED_0.jsonl", "jobs/id/manifest.json",
      ])
    let manifest = try JSONReader.read(utf8: objects[2].content)
    #expect(manifest["ResultFiles"]?["PENDING"] == [])
    #expect(
      manifest["ResultFiles"]?["SUCCEEDED"] == [["Key": "jobs/id/SUCCEEDED_0.jsonl", "Size": 2]])
  }
}
