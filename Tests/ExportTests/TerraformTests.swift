import Export
import Testing

@Suite(.enabled(if: TerraformCheck.installed != nil, "terraform or shared/terraform is not here"))
struct TerraformTests {
  /// Deployments by name.
  static let deployments = ["shop": Samples.shop, "difficult": Samples.difficult]

  @Test(arguments: deployments.keys.sorted())
  func `terraform plans and applies what is exported, without a warning`(name: String) throws {
    let check = try #require(TerraformCheck.installed)
    let deployment = try #require(Self.deployments[name])
    let (output, code) = try check.run(
      Exporter.files(for: deployment),
      options: ["--apply", "--destroy", "--strict-fmt", "--warnings-fail"])
    #expect(code == 0, "\(output)")
    #expect(!output.lowercased().contains("warning"), "\(output)")
  }

  @Test(arguments: [
    "name_prefix=1st", "name_prefix=much-too-long-a-prefix", "stage=production!", "region=Europe",
    "log_level=SOME", "log_retention_days=2", "architecture=sparc",
  ])
  func `terraform refuses a setting that AWS would refuse`(setting: String) throws {
    let check = try #require(TerraformCheck.installed)
    let (output, code) = try check.run(
      Exporter.files(for: Samples.shop), options: ["--var", setting, "--no-deep"])
    #expect(code == 1 && output.contains("Invalid value for variable"), "\(output)")
  }
}
