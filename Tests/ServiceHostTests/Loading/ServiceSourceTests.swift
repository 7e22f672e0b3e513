import Testing

@testable import ServiceHost

@Suite struct ServiceSourceTests {
  @Test func `what is named is found`() throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.makeFolder(folder + "/shop")
    try Files.write([], to: folder + "/shop/Package.swift")
    try Files.write([], to: folder + "/stock.swift")
    try Files.write([], to: folder + "/run.sh")
    try Files.makeExecutable(folder + "/run.sh")
    func find(_ text: String) throws -> ServiceSource? {
      try ServiceSource.find(text, bundled: ["template"])
    }
    #expect(try find("template") == .bundled("template"))
    #expect(try find(folder + "/stock.swift") == .swiftFile(path: folder + "/stock.swift"))
    #expect(try find(folder + "/run.sh") == .executable(path: folder + "/run.sh"))
    #expect(try find(folder + "/shop") == .swiftPackage(path: folder + "/shop"))
    #expect(
      try find(folder + "/shop:orders") == .swiftPackage(path: folder + "/shop", product: "orders"))
    #expect(try find(folder + "/shop")?.defaultName == "shop")
    #expect(try find(folder + "/shop/../shop/.")?.defaultName == "shop")
    #expect(try find(folder + "/shop:orders")?.defaultName == "orders")
    #expect(try find(folder + "/nothing") == nil)
    #expect(try find("mail:orders") == nil)
  }

  @Test func `what is no service is a clear error`() throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.write([], to: folder + "/data")
    let data = #expect(throws: ServiceHostError.self) {
      try ServiceSource.find(folder + "/data", bundled: [])
    }
    #expect(data?.message == "\(folder)/data is neither Swift nor a program")
    let empty = #expect(throws: ServiceHostError.self) {
      try ServiceSource.find(folder, bundled: [])
    }
    #expect(empty?.message == "\(folder) is no Swift package")
  }
}
