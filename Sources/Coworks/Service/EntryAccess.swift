/// Who may call a route.
public enum EntryAccess: Hashable, Sendable {
  /// Those whom AWS has authenticated, and those whom the service's `authorize(_:)` lets in.
  case authorized

  /// Everyone.
  case `public`
}
