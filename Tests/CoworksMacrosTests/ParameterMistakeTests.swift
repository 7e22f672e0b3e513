import SwiftDiagnostics
import Testing

struct ParameterMistakeTests {
  @Test(arguments: [
    "() -> Void", "(Int, Int)", "any Sendable", "some Collection", "Any", "AnyObject",
    "@Sendable () -> Void", "Int.Type", "Codable & Sendable", "Void", "Error",
  ])
  func `A type that no request can hold is named`(type: String) {
    expectMistake(
      "'\(type)' cannot be read from a request; take a Codable type",
      in: "@Entry func postCall(f: 1️⃣\(type)) {}")
  }

  @Test(arguments: [
    ("[", "Any", "]"), ("[String: ", "Any", "]"), ("Optional<", "AnyHashable", ">"),
    ("[[(", "Int, String", ")]]"), ("Set<", "AnyHashable", ">?"),
  ])
  func `The smallest part of a type is named`(start: String, part: String, end: String) {
    let isTuple = part.contains(",")
    let (before, found) = isTuple ? (String(start.dropLast()), "(\(part))") : (start, part)
    expectMistake(
      "'\(found)' cannot be read from a request; take a Codable type",
      in: "@Entry func postCall(f: \(before)1️⃣\(found)\(isTuple ? "]]" : end)) {}")
  }

  @Test(arguments: [
    ("Substring", "String"), ("Character", "String"), ("NSNumber", "Double"), ("Int!", "Int?"),
  ])
  func `A type that is nearly right is replaced`(type: String, replacement: String) {
    expectMistake(
      "'\(type)' cannot be read from a request; take a Codable type",
      in: "@Entry func postCall(f: 1️⃣\(type)) {}",
      repairs: [("take '\(replacement)'", "@Entry func postCall(f: \(replacement)) {}")])
  }

  @Test func `Binary content is a file`() {
    expectMistake(
      "'Data' is read from a list of numbers; binary content is a 'File'",
      in: "@Entry func postPhoto(photo: 1️⃣Data) {}",
      repairs: [("take 'File'", "@Entry func postPhoto(photo: File) {}")], severity: .warning)
  }

  @Test func `A variadic parameter becomes an array`() {
    expectMistake(
      "a parameter of an entry cannot be variadic; take an array",
      in: "@Entry func getStock(skus: String1️⃣...) {}",
      repairs: [("take '[String]'", "@Entry func getStock(skus: [String]) {}")])
  }

  @Test func `A parameter is passed by value`() {
    expectMistake(
      "a parameter of an entry cannot be inout: its value comes from a request",
      in: "@Entry func getStock(sku: 1️⃣inout String) {}",
      repairs: [("remove 'inout'", "@Entry func getStock(sku: String) {}")])
  }

  @Test func `A segment of the path cannot have a default`() {
    expectMistake(
      "'sku' is a segment of the path, which is always given: label it, or make it required",
      in: "@Entry func getStock(_ sku: String 1️⃣= \"\") {}",
      repairs: [
        (
          "label it, to take it from the query or the body",
          "@Entry func getStock(sku: String = \"\") {}"
        ),
        ("make it required", "@Entry func getStock(_ sku: String) {}"),
      ])
  }

  @Test func `A segment of the path cannot be optional`() {
    expectMistake(
      "'sku' is a segment of the path, which is always given: make it required",
      in: "@Entry(\"/stock/{sku}\") func getStock(sku: 1️⃣String?) {}",
      repairs: [("make it required", "@Entry(\"/stock/{sku}\") func getStock(sku: String) {}")])
  }

  @Test(arguments: [
    ("[String]", "one value"), ("Set<Int>", "one value"), ("[String: Int]", "one value"),
    ("File", "no file"),
  ])
  func `A segment of the path holds one value`(type: String, held: String) {
    expectMistake(
      "'it' is a segment of the path, which holds \(held)",
      in: "@Entry func postStock(_ it: 1️⃣\(type)) {}",
      repairs: [
        (
          "label it, to take it from the query or the body",
          "@Entry func postStock(it: \(type)) {}"
        )
      ])
  }

  @Test func `Two parameters of one name cannot be told apart`() {
    expectMistake(
      "a call cannot tell two parameters called 'id' apart",
      in: "@Entry func postStock(_ 2️⃣id: Int, 1️⃣id number: Int) {}", note: "the first is here")
  }

  @Test func `A request has one body`() {
    expectMistake(
      "a request has one body, and the method takes two",
      in: "@Entry func postStock(2️⃣body: Int, 1️⃣body other: Int) {}", note: "the first is here")
  }

  @Test(arguments: ["get", "delete", "head", "options"])
  func `A request without body takes none`(verb: String) {
    expectMistake(
      "a \(verb.uppercased()) request has no body",
      in: "@Entry func \(verb)Stock(1️⃣body: Stock) {}",
      repairs: [("rename it to 'postStock'", "@Entry func postStock(body: Stock) {}")])
  }

  @Test(arguments: ["File", "[File]", "File?", "Coworks.File"])
  func `A request without body takes no file`(type: String) {
    expectMistake(
      "a GET request has no body that could hold a file",
      in: "@Entry func getPhoto(photo: 1️⃣\(type)) {}",
      repairs: [("rename it to 'postPhoto'", "@Entry func postPhoto(photo: \(type)) {}")])
  }

  @Test func `The whole body is one file`() {
    expectMistake(
      "the whole body is one file; several are the parts of a form",
      in: "@Entry func postPhotos(body: 1️⃣[File]) {}",
      repairs: [
        ("take 'File'", "@Entry func postPhotos(body: File) {}"),
        (
          "call it 'files', to take the parts of a form", "@Entry func postPhotos(files: [File]) {}"
        ),
      ])
  }

  @Test func `A file has no place beside the whole body`() {
    expectMistake(
      "'photo' has no place in the request: 'body' is the whole body",
      in: "@Entry func postPhoto(2️⃣body: Album, 1️⃣photo: File) {}",
      note: "the whole body is here")
  }
}
