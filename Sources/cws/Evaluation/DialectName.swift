import ArgumentParser
import JSONata

/// A dialect of JSONata as it is named on the command line and in batches.
enum DialectName: String, CaseIterable, ExpressibleByArgument {
  case aws
  case jsonata

  /// The dialect.
  var dialect: JSONataExpression.Dialect {
    switch self {
    case .aws: .aws
    case .jsonata: .jsonata
    }
  }
}
