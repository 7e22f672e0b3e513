import SwiftCompilerPlugin
import SwiftSyntaxMacros

/// The program that expands the macros for the compiler.
@main
struct Plugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [
    TechMicroServiceMacro.self, BlueprintMacro.self, EntryMacro.self,
  ]
}
