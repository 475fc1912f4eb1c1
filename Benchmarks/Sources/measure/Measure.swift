// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The measuring program of Copydesk.
@main
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures how well and how fast a copydesk binary works.",
    subcommands: [MeasureAccuracy.self, MeasureSpeed.self, MeasureConformance.self, MeasureMining.self]
  )
}
