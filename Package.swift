// swift-tools-version: 6.3

import CompilerPluginSupport
import PackageDescription

let package = Package(
  name: "coworks",
  products: [
    .executable(name: "cws", targets: ["cws"]),
    .executable(name: "bundled-services", targets: ["BundledServices"]),
    .library(name: "Coworks", targets: ["Coworks"]),
    .library(name: "CoworksTesting", targets: ["CoworksTesting"]),
    .library(name: "JSONata", targets: ["JSONata", "JSON"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/stencilproject/Stencil", from: "0.15.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    // MARK: Diagnostics
    .target(name: "Diagnostics"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),

    // MARK: JSON
    .target(name: "JSON", dependencies: ["Diagnostics"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "Diagnostics"]),

    // MARK: Digests
    .target(name: "Digests"),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),

    // MARK: JSONata
    .target(name: "JSONata", dependencies: ["Digests", "JSON"]),
    .testTarget(name: "JSONataTests", dependencies: ["JSONata", "JSON"]),

    // MARK: StatesLanguage
    .target(name: "StatesLanguage", dependencies: ["Diagnostics", "JSON", "JSONata"]),
    .testTarget(
      name: "StatesLanguageTests", dependencies: ["StatesLanguage", "Diagnostics", "JSON"]),

    // MARK: StatesExecution
    .target(
      name: "StatesExecution", dependencies: ["Diagnostics", "JSON", "JSONata", "StatesLanguage"]),
    .testTarget(
      name: "StatesExecutionTests",
      dependencies: ["StatesExecution", "Diagnostics", "JSON", "JSONata", "StatesLanguage"],
      exclude: ["Fixtures"]),

    // MARK: StatesTesting
    .target(
      name: "StatesTesting",
      dependencies: ["Diagnostics", "JSON", "StatesExecution", "StatesLanguage"],
      exclude: ["ServiceShapes/generate.py"]),
    .testTarget(
      name: "StatesTestingTests",
      dependencies: ["StatesTesting", "Diagnostics", "JSON", "StatesExecution", "StatesLanguage"]),

    // MARK: SessionLanguage
    .target(name: "SessionLanguage", dependencies: ["Diagnostics", "JSON", "JSONata"]),
    .testTarget(
      name: "SessionLanguageTests", dependencies: ["SessionLanguage", "Diagnostics", "JSON"],
      exclude: ["Fixtures"]),

    // MARK: ServiceModel
    .target(name: "ServiceModel", dependencies: ["JSON"]),
    .testTarget(name: "ServiceModelTests", dependencies: ["ServiceModel", "JSON"]),

    // MARK: LambdaRuntime
    .target(
      name: "LambdaRuntime",
      dependencies: ["JSON", "ServiceModel", .product(name: "Logging", package: "swift-log")]),
    .testTarget(
      name: "LambdaRuntimeTests",
      dependencies: [
        "LambdaRuntime", "JSON", "ServiceModel", .product(name: "Logging", package: "swift-log"),
      ]),

    // MARK: WorkflowCompiler
    .target(
      name: "WorkflowCompiler",
      dependencies: [
        "Diagnostics", "JSON", "JSONata", "ServiceModel", "SessionLanguage", "StatesLanguage",
      ]),
    .testTarget(
      name: "WorkflowCompilerTests",
      dependencies: [
        "WorkflowCompiler", "Diagnostics", "JSON", "JSONata", "ServiceModel", "SessionLanguage",
        "StatesExecution", "StatesLanguage",
      ],
      exclude: ["Fixtures"]),

    // MARK: HCL
    .target(name: "HCL"),
    .testTarget(name: "HCLTests", dependencies: ["HCL"]),

    // MARK: Export
    .target(
      name: "Export",
      dependencies: [
        "Diagnostics", "HCL", "JSON", "ServiceModel", "StatesLanguage", "WorkflowCompiler",
      ]),
    .testTarget(
      name: "ExportTests",
      dependencies: [
        "Export", "Diagnostics", "HCL", "JSON", "ServiceModel", "SessionLanguage",
        "StatesLanguage", "WorkflowCompiler",
      ],
      exclude: ["Golden"]),

    // MARK: Coworks
    .macro(
      name: "CoworksMacros",
      dependencies: [
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
      ]),
    .target(
      name: "Coworks",
      dependencies: [
        "CoworksMacros", "JSON", "LambdaRuntime", "ServiceModel",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "CoworksTests", dependencies: ["Coworks", "JSON", "LambdaRuntime", "ServiceModel"]),
    .target(
      name: "CoworksTesting",
      dependencies: [
        "Coworks", "JSON", "ServiceModel", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "CoworksTestingTests", dependencies: ["Coworks", "CoworksTesting", "JSON"]),
    .testTarget(
      name: "CoworksMacrosTests",
      dependencies: [
        "Coworks", "CoworksMacros",
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacrosGenericTestSupport", package: "swift-syntax"),
      ]),

    // MARK: StandardServices
    .target(
      name: "StandardServices",
      dependencies: ["JSON", "ServiceModel", .product(name: "Stencil", package: "Stencil")]),
    .testTarget(
      name: "StandardServicesTests", dependencies: ["StandardServices", "JSON", "ServiceModel"]),

    // MARK: Gateway
    .target(
      name: "Gateway", dependencies: ["JSON", "ServiceModel"],
      resources: [.embedInCode("Page/page.html")]),
    .testTarget(name: "GatewayTests", dependencies: ["Gateway", "JSON", "ServiceModel"]),

    // MARK: BundledServices
    .executableTarget(
      name: "BundledServices", dependencies: ["LambdaRuntime", "StandardServices"]),

    // MARK: ServiceHost
    .target(name: "CSpawn", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "ServiceHost",
      dependencies: [
        "CSpawn", "Digests", "Gateway", "JSON", "ServiceModel",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .testTarget(
      name: "ServiceHostTests",
      dependencies: [
        "ServiceHost", "Gateway", "JSON", "ServiceModel",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ]),

    // MARK: LineEditing
    .target(
      name: "CEditline",
      cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "LineEditing", dependencies: ["CEditline"]),
    .testTarget(name: "LineEditingTests", dependencies: ["LineEditing"]),

    // MARK: Shell
    .target(
      name: "Shell",
      dependencies: [
        "Diagnostics", "Export", "JSON", "JSONata", "ServiceHost", "ServiceModel",
        "SessionLanguage", "StatesExecution", "StatesLanguage", "WorkflowCompiler",
      ]),
    .testTarget(
      name: "ShellTests",
      dependencies: ["Shell", "JSON", "ServiceHost", "ServiceModel", "SessionLanguage"]),

    // MARK: cws
    .executableTarget(
      name: "cws",
      dependencies: [
        "CSpawn", "Diagnostics", "Export", "Gateway", "JSON", "JSONata", "LambdaRuntime",
        "LineEditing",
        "ServiceHost", "ServiceModel", "Shell", "StandardServices", "StatesExecution",
        "StatesLanguage",
        "StatesTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .testTarget(
      name: "cwsTests",
      dependencies: [
        "JSON", "cws",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where !["CEditline", "CSpawn"].contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
      .treatAllWarnings(as: .error),
    ]
}

// `cws` builds the macros once and gives them to the compiler itself when it builds a package that
// depends on this one, which then needs no swift-syntax.
if Context.environment["COWORKS_MACROS"] != nil {
  package.targets.removeAll { ["CoworksMacros", "CoworksMacrosTests"].contains($0.name) }
  package.dependencies.removeAll { dependency in
    if case .sourceControl(_, let location, _) = dependency.kind {
      return location.hasSuffix("/swift-syntax")
    }
    return false
  }
  for target in package.targets {
    target.dependencies.removeAll { dependency in
      if case .byNameItem("CoworksMacros", _) = dependency { return true }
      return false
    }
  }
}
