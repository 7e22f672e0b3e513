/// Makes a type a service whose `@Entry` methods are its routes.
///
///     /// What the shop has in stock.
///     @main @TechMicroService
///     struct Inventory {
///       /// What is left of an article.
///       @Entry func getStock(_ sku: String) throws -> Stock { … }
///     }
///
/// The type is a `struct`, an `actor` or a `final class` that can be created without arguments.
/// One instance of it serves all calls as long as its process lives, so an `actor` may count,
/// cache and hold connections. With `@main` the file is the whole program.
@attached(member, names: named(main))
@attached(extension, conformances: TechMicroService, names: named(outline))
public macro TechMicroService() =
  #externalMacro(module: "CoworksMacros", type: "TechMicroServiceMacro")

/// Makes a type a service, and says what its function may use.
///
///     @main @TechMicroService(memory: 512, timeout: 30)
///     struct Reports { … }
///
/// - Parameters:
///   - memory: The function's memory in megabytes, from 128 to 10,240.
///   - timeout: How long a call may take, in seconds, up to 900.
@attached(member, names: named(main))
@attached(extension, conformances: TechMicroService, names: named(outline))
public macro TechMicroService(memory: Int? = nil, timeout: Int? = nil) =
  #externalMacro(module: "CoworksMacros", type: "TechMicroServiceMacro")

/// Makes a type a blueprint whose `@Entry` methods are routes of the services that mount it.
@attached(extension, conformances: Blueprint, names: named(outline))
public macro Blueprint() = #externalMacro(module: "CoworksMacros", type: "BlueprintMacro")

/// Makes a method a route of its service.
///
/// The method's name says what is asked of which path: a verb (`get`, `post`, `put`, `patch`,
/// `delete`, `head`, `options`), then the words of the path. Parameters without a label are the
/// path's last segments; the others are in the query or, for `post`, `put` and `patch`, members of
/// the body's JSON object. One labelled `body` is the whole body.
///
/// | method | route |
/// | --- | --- |
/// | `getStock(_ sku: String)` | `GET /stock/{sku}` |
/// | `getCustomersOrders(city: String?)` | `GET /customers/orders?city=` |
/// | `postReserve(sku: String, qty: Int = 1)` | `POST /reserve` with `{"sku": …, "qty": …}` |
///
/// The documentation comment of the method describes the route.
@attached(peer)
public macro Entry() = #externalMacro(module: "CoworksMacros", type: "EntryMacro")

/// Makes a method a route of its service that the callers in `access` may call.
///
/// - Parameter access: Who may call it.
@attached(peer)
public macro Entry(_ access: EntryAccess) =
  #externalMacro(module: "CoworksMacros", type: "EntryMacro")

/// Makes a method a route of its service under `path`, in which `{name}` is the parameter `name`.
///
///     @Entry("/customers/{id}/orders") func getOrders(id: Int) -> [Order] { … }
///
/// The method's name gives the verb.
///
/// - Parameters:
///   - path: The path.
///   - access: Who may call it.
@attached(peer)
public macro Entry(_ path: String, _ access: EntryAccess = .authorized) =
  #externalMacro(module: "CoworksMacros", type: "EntryMacro")
