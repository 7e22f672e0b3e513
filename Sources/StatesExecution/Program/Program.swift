package import Diagnostics
import JSON
package import StatesLanguage

/// A machine made ready to run: names resolved to indexes, templates and expressions compiled.
///
/// One program serves any number of executions.
package final class Program: Sendable {
  /// The machine that it was made of.
  package let machine: StateMachine

  /// All states, those of inner graphs included.
  let states: [StateCode]

  /// All graphs; the first is the whole machine.
  let graphs: [GraphCode]

  /// The position of each state by its name.
  private let positions: [String: Int]

  /// Prepares `machine`.
  ///
  /// Throws what keeps it from running: missing targets, expressions that are no JSONata, and what
  /// cannot be run here. Whether all of it makes sense is for ``StateMachineCheck``.
  package init(_ machine: StateMachine) throws(DiagnosticSet) {
    var builder = ProgramBuilder(machine: machine)
    builder.build()
    guard builder.findings.isEmpty else {
      throw DiagnosticSet(builder.findings.map { $0.diagnostic(in: nil) })
    }
    self.machine = machine
    states = builder.states
    graphs = builder.graphs
    positions = Dictionary(
      states.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  /// The state called `name`, in whatever graph.
  func state(named name: String) -> StateCode? { positions[name].map { states[$0] } }
}

/// A graph of a program.
struct GraphCode: Sendable {
  /// The graph in which it stands; nil for the whole machine.
  var parent: Int?

  /// The first state.
  var start: Int

  /// The names of the variables of this scope, by slot.
  var variables: [String]
}
