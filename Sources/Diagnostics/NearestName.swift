/// The candidate that is most like `name`, if one is within two edits of it.
///
/// An edit inserts, removes or replaces a character, or swaps two neighbours. Case does not count.
/// Of equally near candidates the first wins; a name of up to two characters has no near one but
/// itself in another case. Nothing is near a name of more than 100 characters.
package func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  guard name.utf8.count <= 400 else { return nil }
  let wanted = Array(name.lowercased())
  guard wanted.count <= 100 else { return nil }
  let limit = wanted.count <= 2 ? 0 : wanted.count <= 4 ? 1 : 2
  var best: (name: String, distance: Int)?
  for candidate in candidates where candidate.utf8.count <= 400 && candidate != name {
    let word = Array(candidate.lowercased())
    guard abs(word.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, word)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// The number of edits between two words (optimal string alignment).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i]
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var cost = min(last[j] + 1, row[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
