// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import Glibc

/// The numbers, names and words of which both sides have some, and what it says that two segments share one.
struct AlignmentAnchors {
  /// The most anchors of a segment that count, so that those two segments share fit into a mask.
  static let maximumPerSegment = 64

  /// The anchors of a segment's side.
  struct Side {
    /// The anchors of each segment, heaviest first.
    var segments: [[Int32]] = []
    /// What all anchors of each segment weigh.
    var totals: [Double] = []
  }

  /// A place of an anchor in the copy.
  struct Posting {
    /// The segment.
    let segment: Int32
    /// The anchor's place among those of the segment.
    let position: UInt8
  }

  let source: Side
  let target: Side
  /// What each anchor weighs: how much more probable it makes it, in nats, that two segments belong together.
  let weights: [Double]
  /// The places of each anchor in the copy, in order.
  let postings: [[Posting]]
  /// The only segment that has an anchor, by anchor; `nil` if several have it.
  let sourcePlaces: [Int32?]

  /// How often a number or name of a segment is also in the one that translates it.
  private static let reliability = 0.7
  /// Anchors that say less are left out.
  private static let minimumWeight = 0.15

  init(source: AlignmentSide, target: AlignmentSide) {
    var reader = AnchorKeyReader(isSyllabic: source.isSyllabic || target.isSyllabic)
    let sourceKeys = AlignmentAnchors.keys(of: source, &reader)
    let targetKeys = AlignmentAnchors.keys(of: target, &reader)
    var entries: [UInt64: Entry] = [:]
    for (segment, keys) in sourceKeys.enumerated() {
      for key in keys { entries[key.value, default: Entry()].addSource(key.strength, segment) }
    }
    for keys in targetKeys {
      for key in keys where entries[key.value] != nil { entries[key.value]?.addTarget(key.strength) }
    }
    let size = Double(max(source.count, target.count))
    var weights: [Double] = []
    var sourcePlaces: [Int32?] = []
    // In the order of the source, so that nothing hangs on the order of the dictionary.
    for keys in sourceKeys {
      for key in keys {
        guard let entry = entries[key.value], entry.number < 0, entry.targetCount > 0 else { continue }
        // Half a segment less: in a short article even what one segment has seems common.
        let frequency = (Double(max(entry.sourceCount, entry.targetCount)) - 0.5) / size
        let rarity = log(AlignmentAnchors.reliability / frequency)
        let weight = min(entry.agreed.limit, rarity * entry.agreed.limit / AnchorKey.Strength.literal.limit * 1.5)
        guard weight >= AlignmentAnchors.minimumWeight else { continue }
        entries[key.value]?.number = Int32(weights.count)
        weights.append(weight)
        sourcePlaces.append(entry.sourceCount == 1 && entry.targetCount == 1 ? Int32(entry.firstSource) : nil)
      }
    }
    self.source = AlignmentAnchors.side(sourceKeys, entries, weights)
    let copy = AlignmentAnchors.side(targetKeys, entries, weights)
    self.target = copy
    self.weights = weights
    self.sourcePlaces = sourcePlaces
    var postings = [[Posting]](repeating: [], count: weights.count)
    for (segment, anchors) in copy.segments.enumerated() {
      for (position, anchor) in anchors.enumerated() {
        postings[Int(anchor)].append(Posting(segment: Int32(segment), position: UInt8(position)))
      }
    }
    self.postings = postings
  }

  /// What is known of a key.
  private struct Entry {
    var sourceCount = 0
    var targetCount = 0
    var firstSource = 0
    var strength = AnchorKey.Strength.sound
    /// Its number among the anchors, or -1.
    var number: Int32 = -1
    private var targetStrength: AnchorKey.Strength?

    mutating func addSource(_ strength: AnchorKey.Strength, _ segment: Int) {
      if sourceCount == 0 { firstSource = segment }
      if sourceCount == 0 || strength.rawValue > self.strength.rawValue { self.strength = strength }
      sourceCount += 1
    }

    mutating func addTarget(_ strength: AnchorKey.Strength) {
      targetCount += 1
      if let known = targetStrength, known.rawValue >= strength.rawValue { return }
      targetStrength = strength
    }

    /// A word is a name only if both sides write it as one.
    var agreed: AnchorKey.Strength {
      guard let targetStrength, targetStrength.rawValue < strength.rawValue else { return strength }
      return targetStrength
    }
  }

  /// The keys of each segment, each once, in the order of the text.
  private static func keys(of side: AlignmentSide, _ reader: inout AnchorKeyReader) -> [[AnchorKey]] {
    var all: [[AnchorKey]] = []
    all.reserveCapacity(side.count)
    var found: [AnchorKey] = []
    for (segment, tokens) in side.segmentTokens.enumerated() {
      found.removeAll(keepingCapacity: true)
      found.append(contentsOf: side.values[segment])
      for index in tokens { reader.append(side.tokens[index], in: side.text, to: &found) }
      var seen: [UInt64: Int] = [:]
      var keys: [AnchorKey] = []
      for key in found {
        if let place = seen[key.value] {
          if keys[place].strength.rawValue < key.strength.rawValue { keys[place] = key }
        } else {
          seen[key.value] = keys.count
          keys.append(key)
        }
      }
      all.append(keys)
    }
    return all
  }

  private static func side(_ keys: [[AnchorKey]], _ entries: [UInt64: Entry], _ weights: [Double]) -> Side {
    var side = Side()
    side.segments.reserveCapacity(keys.count)
    for keys in keys {
      var anchors = keys.compactMap { key in
        entries[key.value].flatMap { $0.number < 0 ? nil : $0.number }
      }
      anchors.sort { (weights[Int($1)], $0) < (weights[Int($0)], $1) }
      if anchors.count > maximumPerSegment { anchors.removeLast(anchors.count - maximumPerSegment) }
      side.totals.append(anchors.reduce(0) { $0 + weights[Int($1)] })
      side.segments.append(anchors)
    }
    return side
  }
}
