import Diagnostics
import Export
import ServiceModel
import SessionLanguage
import Testing
import WorkflowCompiler

@Suite struct CompiledWorkflowTests {
  /// The workflow of the first session.
  static let order = """
    workflow order
      about Charges what is in stock.
      input card=tok_ok lines:=[{"sku": "A-1", "qty": 2}]
      quoted = for line in $input.lines max 5 at once
        stock = GET inventory/stock/{$line.sku}
        yield {"sku": $line.sku, "missing": $line.qty - $stock.available, "price": $stock.price}
      end
      if $count($quoted[missing > 0]) > 0
        fail OutOfStock "missing {$join($quoted[missing > 0].sku, ', ')}"
      end
      charge = POST payments/charge amount:=$round($sum($quoted.price)*100) card:=$input.card
      retry 2 times on Payments.Busy every 1s backoff 2
      catch Payments.Declined
        return {"status": "declined", "reason": $error.Cause}
      end
      return {"status": "ok", "charge": $charge.id}
    end
    """

  /// A workflow with blocks in blocks.
  static let report = """
    workflow report express
      both = parallel
        branch goods
          stock = GET inventory/stock/{$input.sku}
          if $stock.available = 0
            wait 30s
            again = GET inventory/stock/{$input.sku}
          end
          yield $stock
        branch money
          charge = POST payments/charge amount:=100 card:=$input.card
          label "Charge a token amount"
      end
      if $both.goods.available > 10
        size = "many"
      else if $both.goods.available > 1
        size = "a few"
      else
        size = "none"
      end
      wait until $input.when
      return {"size": $size, "when": $input.when}
    end
    """

  @Test(arguments: [("order-compiled", order), ("report-compiled", report)])
  func `draws what was written`(name: String, text: String) throws {
    let graph = WorkflowGraph(try Self.compile(text))
    try Golden.expect(TerminalGraph.draw(graph, title: name, width: 76), in: "\(name).txt")
    try Golden.expect(MermaidDiagram(graph).text, in: "\(name).mmd")
  }

  @Test(
    .enabled(if: TerraformCheck.installed != nil, "terraform or shared/terraform is not here"))
  func `terraform applies what was compiled`() throws {
    let check = try #require(TerraformCheck.installed)
    let deployment = Deployment(
      name: "shop", services: Samples.shop.services,
      workflows: try [Self.order, Self.report].map { try DeployedWorkflow(Self.compile($0)) })
    let (output, code) = try check.run(
      Exporter.files(for: deployment), options: ["--apply", "--strict-fmt", "--warnings-fail"])
    #expect(code == 0, "\(output)")
  }

  /// Compiles the workflow in `text`.
  static func compile(_ text: String) throws -> CompiledWorkflow {
    let result = Parser.parse(text, isComplete: true)
    let declaration = try #require(
      result.statements.lazy.compactMap { statement -> WorkflowDeclaration? in
        if case .workflow(let declaration) = statement.kind { declaration } else { nil }
      }.first)
    let compiler = WorkflowCompiler(catalog: Catalog(services: services, workflows: [:]))
    let (workflow, diagnostics) = compiler.compile(declaration, isOpen: false)
    let source = SourceFile(name: "workflow", text: text)
    let messages = (result.diagnostics.elements + diagnostics.elements).map {
      DiagnosticRenderer().render($0, in: source)
    }
    return try #require(workflow, "\(messages.joined(separator: "\n"))")
  }

  /// The services that the workflows call.
  private static let services: [String: ServiceDescription] = [
    "inventory": ServiceDescription(
      name: "inventory",
      routes: [
        Route(
          .get, PathTemplate("/stock/{sku}"),
          parameters: [Parameter("sku", in: .path, schema: .string)])
      ]),
    "payments": ServiceDescription(
      name: "payments",
      routes: [
        Route(
          .post, PathTemplate("/charge"),
          parameters: [
            Parameter("amount", in: .body, schema: .integer),
            Parameter("card", in: .body, schema: .string),
          ])
      ]),
  ]
}
