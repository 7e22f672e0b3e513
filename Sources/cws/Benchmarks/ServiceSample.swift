import Foundation

/// The service that is measured, in each of the frameworks.
enum ServiceSample {
  /// The path that is asked for.
  static let path = "/stock/A-1"

  /// The service for this tool; `variant` makes it a file that has never been compiled.
  static func swift(variant: String) -> String {
    """
    // \(variant)
    import Coworks

    struct Item: Codable {
      var sku: String
      var quantity: Int
    }

    @main @TechMicroService
    struct Inventory {
      @Entry(.public) func getStock(_ sku: String) -> Item { Item(sku: sku, quantity: 3) }
    }

    """
  }

  /// The service for Chalice.
  static let chalice = """
    from chalice import Chalice

    app = Chalice(app_name="inventory")


    @app.route("/stock/{sku}")
    def stock(sku):
        return {"sku": sku, "quantity": 3}

    """

  /// Chalice's configuration.
  static let chaliceConfiguration = """
    {"version": "2.0", "app_name": "inventory", "stages": {"dev": {"api_gateway_stage": "api"}}}
    """

  /// The service for CoWorks, with its local server.
  static let coworks = """
    import sys

    from coworks import TechMicroService, entry


    class Inventory(TechMicroService):
        @entry(no_auth=True, no_cors=True)
        def get_stock(self, sku):
            return {"sku": sku, "quantity": 3}


    Inventory(name="inventory").run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)

    """

  /// A new folder with all of them.
  static func folder() throws -> URL {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "cws-benchmark-\(UUID().uuidString)")
    let configuration = folder.appending(path: "chalice/.chalice")
    try files.createDirectory(at: configuration, withIntermediateDirectories: true)
    try write(swift(variant: folder.lastPathComponent), "inventory.swift", in: folder)
    try write(coworks, "inventory.py", in: folder)
    try write(chalice, "chalice/app.py", in: folder)
    try write(chaliceConfiguration, "chalice/.chalice/config.json", in: folder)
    return folder
  }

  /// Writes `text` to the file `name` in `folder`.
  static func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
}
