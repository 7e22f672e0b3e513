import Foundation
import JSON
import Subprocess
import SystemPackage

/// The interpreter of state machines in the package moto of Python.
struct MotoEngine {
  /// The Python that has the package.
  let python: String

  /// The nanoseconds of each of `rounds` runs of `workload` for the number `size`.
  func times(
    of workload: StatesWorkload, size: Int, rounds: Int
  ) async throws -> [Double] {
    let request: JSONValue = [
      "definition": .string(workload.definition(size)), "rounds": .integer(Int64(rounds)),
      "input": .string(JSONWriter.compact(workload.input(size))),
    ]
    let record = try await Subprocess.run(
      python.contains("/") ? .path(FilePath(python)) : .name(python),
      arguments: ["-c", Self.script], input: .string(JSONWriter.compact(request)),
      output: .string(limit: 1 << 26),
      error: .string(limit: 1 << 20))
    let answer = try? JSONReader.read(record.standardOutput)
    guard let answer, let times = answer["times"]?.arrayValue else {
      throw BenchmarkFailure("moto did not run: \(record.standardError)")
    }
    let output = answer["output"]?.stringValue.flatMap { try? JSONReader.read($0) }
    guard output == workload.output(size) else {
      throw BenchmarkFailure("moto has a wrong result: \(record.standardOutput)")
    }
    return times.compactMap(\.doubleValue)
  }

  /// Runs a definition several times, and tells how long each run took from its start to its end.
  private static let script = """
    import json, sys, time
    import boto3
    from moto import mock_aws

    @mock_aws(config={"stepfunctions": {"execute_state_machine": True}})
    def measure(request):
        client = boto3.client("stepfunctions", region_name="us-east-1",
                              aws_access_key_id="test", aws_secret_access_key="test")
        machine = client.create_state_machine(
            name="measured", definition=request["definition"],
            roleArn="arn:aws:iam::123456789012:role/any")["stateMachineArn"]
        times, output = [], None
        for number in range(request["rounds"]):
            start = time.perf_counter()
            execution = client.start_execution(
                stateMachineArn=machine, name=f"run{number}",
                input=request["input"])["executionArn"]
            while True:
                answer = client.describe_execution(executionArn=execution)
                if answer["status"] != "RUNNING":
                    break
                time.sleep(0.02)
            times.append((time.perf_counter() - start) * 1e9)
            output = answer.get("output")
        return {"times": times, "output": output}

    print(json.dumps(measure(json.load(sys.stdin))))
    """
}
