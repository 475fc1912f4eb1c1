// SPDX-License-Identifier: Apache-2.0

/// How injected errors were met.
struct InjectedScore {
  /// What became of one injected error.
  struct Outcome {
    var type: String
    var needs: String
    var language: String
    /// The flags on the error or on one of its other places.
    var hits: [SpanFlag]
    /// Whether every hit also stands on the clean twin, so that the error did not cause it.
    var hitsStandOnTwin: Bool
    /// Flags elsewhere that the clean twin does not have.
    var sideAlarms: [SpanFlag]

    var isFound: Bool { !hits.isEmpty }
    var isFoundAsAlarm: Bool { hits.contains(where: \.isAlarm) }
  }

  /// Judges the flags on a window with an error against those on its clean twin.
  static func outcome(
    of error: InjectedRecord.InjectedError, language: String, flags: [SpanFlag], onTwin twinFlags: [SpanFlag]
  ) -> Outcome {
    let places = error.spans + (error.also ?? [])
    let twin = Set(twinFlags.map(\.identity))
    var hits: [SpanFlag] = []
    var sideAlarms: [SpanFlag] = []
    for flag in flags {
      if places.contains(where: { $0.segment == flag.segment && flag.span.hits($0.span) }) {
        hits.append(flag)
      } else if !twin.contains(flag.identity) {
        sideAlarms.append(flag)
      }
    }
    return Outcome(
      type: error.type, needs: error.needs, language: language, hits: hits,
      hitsStandOnTwin: !hits.isEmpty && hits.allSatisfy { twin.contains($0.identity) }, sideAlarms: sideAlarms)
  }
}
