import Foundation
import JSON
import Testing

/// What is exported is valid, always the same, and runs elsewhere.
@Suite(.serialized) struct ExportTests {
  /// The commands of `shared/terraform` in one of the folders around this file, with a terraform.
  private static let terraform: URL? = {
    let hasTerraform = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/terraform")
    }
    var folder = Program.package
    while hasTerraform, folder.path.count > 1 {
      folder.deleteLastPathComponent()
      let commands = folder.appending(path: "shared/terraform")
      if FileManager.default.isExecutableFile(atPath: commands.path + "/tfcheck") {
        return commands
      }
    }
    return nil
  }()

  /// The first session, saved and exported once for all tests: the folder that holds `order.md`
  /// and `order/`.
  private static let exported = Task {
    try await Program.prepareServices()
    let folder = try Program.temporaryFolder()
    let lines =
      try Transcript("first-session").inputs + [
        "save \(folder.path)/order.md", "export \(folder.path)/order",
      ]
    let result = try await Program.run([], input: lines.joined(separator: "\n"))
    #expect(result.error.contains("order.asl.json"), "\(result.error)")
    return folder
  }

  @Test func `a saved session exports to the same bytes as the session itself`() async throws {
    let folder = try await Self.exported.value
    let again = folder.appending(path: "again").path
    let result = try await Program.run(["export", folder.path + "/order.md", "-o", again])
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.isEmpty)
    let difference = try await Program.shell("diff -r order again", in: folder)
    #expect(difference.status == 0, "\(difference.output)")
  }

  @Test func `ASL and Terraform are there, and formats can be chosen`() async throws {
    let folder = try await Self.exported.value
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/order")
    for name in ["order.asl.json", "workflow_order.tf", "service_inventory.tf", "outputs.tf"] {
      #expect(files.contains(name), "\(files)")
    }
    let pictures = folder.appending(path: "pictures").path
    let result = try await Program.run(
      ["export", folder.path + "/order.md", "-o", pictures, "--format", "mermaid"])
    #expect(result.status == 0, "\(result.error)")
    let written = try FileManager.default.contentsOfDirectory(atPath: pictures)
    #expect(!written.isEmpty && !written.contains { $0.hasSuffix(".tf") }, "\(written)")
  }

  @Test func `the state machine is an ASL document`() async throws {
    let folder = try await Self.exported.value
    let text = try String(contentsOfFile: folder.path + "/order/order.asl.json", encoding: .utf8)
    let machine = try JSONReader.read(text)
    #expect(machine["QueryLanguage"] == "JSONata")
    #expect(machine["States"]?["charge"]?["Retry"] != nil)
  }

  @Test(.enabled(if: terraform != nil, "shared/terraform or terraform is not here"))
  func `terraform applies it`() async throws {
    let commands = try #require(Self.terraform)
    let folder = try await Self.exported.value
    let result = try await Program.shell(
      "\(commands.path)/tfcheck order --apply --strict-fmt", in: folder)
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test(.enabled(if: terraform != nil, "shared/terraform or terraform is not here"))
  func `it runs as deployed with our packaged services`() async throws {
    let commands = try #require(Self.terraform)
    let folder = try await Self.exported.value
    let machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:order-dev-order"
    let input = #"{"card": "tok_declined", "lines": [{"sku": "A-1", "qty": 2}]}"#
    let result = try await Program.shell(
      "\(commands.path)/tfe2e order \(machine) '\(input)'", in: folder)
    #expect(result.status == 0, "\(result.error)")
    let end = try JSONReader.read(result.output)
    #expect(end["output"] == ["status": "declined", "reason": "insufficient funds"])
  }
}
