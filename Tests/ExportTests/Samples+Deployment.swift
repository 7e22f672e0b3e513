import Export
import Foundation
import JSON
import ServiceModel
import StatesLanguage

extension Samples {
  /// A package that holds an executable `bootstrap` and nothing else.
  static let package =
    Data(
      base64Encoded: """
        UEsDBBQAAAAAAAAAIQAdnfsECgAAAAoAAAAJAAAAYm9vdHN0cmFwIyEvYmluL3NoClBLAQIUAxQAAAAAAAAAIQAdnfsECgAAAAoAAAAJAAAAAAAAAAAAAADtAQAAAABib290c3RyYXBQSwUGAAAAAAEAAQA3AAAAMQAAAAAA
        """
    ).map(Array.init) ?? []

  /// What the first session becomes.
  static let shop = Deployment(
    name: "order",
    services: [
      DeployedService(
        name: "payments", description: ServiceDescription(name: "payments"), package: package),
      DeployedService(
        name: "inventory",
        description: ServiceDescription(
          name: "inventory", summary: "What is in stock: ${all}.",
          function: FunctionConfiguration(memoryMegabytes: 512, timeoutSeconds: 10)),
        package: package,
        environment: ["STOCK": "100 %{ of it }", "GREETING": "say \"hi\""]),
    ],
    workflows: [DeployedWorkflow(name: "order", machine: order)], architecture: .arm64)

  /// A deployment in which every name is a difficulty.
  static let difficult: Deployment = {
    let names = ["order", "Order", "e-mail", "2nd", "a service with quite a long name: é"]
    let states = names.enumerated().map { index, name in
      call(
        "call\(index)", "GET", name, "/", resource: "/",
        transition: index == names.count - 1 ? .end : .next("call\(index + 1)"))
    }
    return Deployment(
      name: "10 % of \"it\" - and much more than that",
      services: names.map {
        DeployedService(
          name: $0,
          description: ServiceDescription(
            name: $0, summary: String(repeating: "Very long text. ", count: 40)),
          package: package)
      },
      workflows: [
        DeployedWorkflow(
          name: "order", machine: StateMachine(startAt: "call0", states: states), isExpress: true),
        DeployedWorkflow(
          name: "nothing",
          machine: StateMachine(startAt: "done", states: [State(name: "done", kind: .succeed)])),
      ])
  }()
}
