// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The speed tables in Markdown.
struct SpeedReport {
  let run: SpeedRun
  let command: String
  /// The processor that the figures hold for.
  let machine: String
  /// The names of the glossaries that were used.
  let glossaries: [String]

  var markdown: String {
    """
    # Speed

    Made by `measure speed`; not edited by hand.

    ```
    \(command)
    ```

    On \(machine). The machine may be busy with other work, so compare the programs, which took turns, rather than
    the figures. Each cell is the median of the runs with the least and the greatest in parentheses. MB are millions of
    bytes; memory is the peak of the resident set. Articles are made from paragraphs of professional translations and
    hold about 4 KB each. Copydesk runs with every rule that is on by default
    and, unless a row says otherwise, with the shipped glossaries (\(list(glossaries))).\(load)

    \(peers)

    ## Start-up: one 4 KB article

    \(startUp)
    ## Throughput, English

    \(throughput)
    Two threads against one, as the ratio of the medians:

    \(scaling)
    Copydesk against typos on the same task with as many threads, as the ratio of the medians; above 1 Copydesk is the
    faster. On a busy machine the processor time tells more:

    \(comparison)
    ## Throughput by language, one thread

    \(languages)
    ## Glossaries by size, one thread

    Terms of two or three words that are made of the words of the texts. The start includes the linting of one article
    of 4 KB, first with the glossary compiled anew, then with what an earlier run left in the cache.

    \(glossarySizes)
    """
  }

  private var load: String {
    guard let load = run.loadAtStart else { return "" }
    return " When the run began, \(Figures.decimal(load, places: 1)) processes wanted a core on average over a minute."
  }

  private var peers: String {
    let found = run.versions.isEmpty ? "None of the other tools was installed." : "Beside \(list(run.versions))."
    return run.absent.isEmpty ? found : found + " Not installed: \(list(run.absent))."
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  private var startUp: String {
    var table = MarkdownTable(header: ["program", "article", "wall ms", "processor ms", "memory MB"], textColumns: [1])
    for measurement in run.startUp {
      table.rows.append([
        measurement.contender, measurement.task.name, measurement.samples.wall.text(per: 1e-3, places: 1),
        measurement.samples.processor.text(per: 1e-3, places: 1), measurement.samples.memory.text(per: 1e6, places: 1),
      ])
    }
    return table.markdown
  }

  private var throughput: String {
    var table = MarkdownTable(
      header: ["program", "task", "threads", "wall s", "MB/s", "MB/s of processor time", "articles/s", "memory MB"],
      textColumns: [1])
    for measurement in run.throughput {
      let wall = measurement.samples.wall
      table.rows.append([
        measurement.contender, measurement.task.name, String(measurement.jobs), wall.text(per: 1, places: 2),
        rate(measurement.task.bytes, wall.median), rate(measurement.task.bytes, measurement.samples.processor.median),
        measurement.task.files == 1
          ? "–" : Figures.count(Int((Double(measurement.task.files) / wall.median).rounded())),
        measurement.samples.memory.text(per: 1e6, places: 1),
      ])
    }
    return table.markdown
  }

  private var scaling: String {
    var table = MarkdownTable(header: ["program", "task", "speed-up"], textColumns: [1])
    for two in run.throughput where two.jobs == 2 {
      guard
        let one = run.throughput.first(where: {
          $0.jobs == 1 && $0.contender == two.contender && $0.task.path == two.task.path
        })
      else { continue }
      table.rows.append([
        two.contender, two.task.name, Figures.decimal(one.samples.wall.median / two.samples.wall.median),
      ])
    }
    return table.markdown
  }

  private var comparison: String {
    var table = MarkdownTable(
      header: ["program", "task", "threads", "times as fast as typos", "by processor time"], textColumns: [1])
    for measurement in run.startUp + run.throughput where measurement.contender.hasPrefix("copydesk") {
      guard
        let typos = (run.startUp + run.throughput).first(where: {
          $0.contender == "typos" && $0.jobs == measurement.jobs && $0.task.path == measurement.task.path
        })
      else { continue }
      table.rows.append([
        measurement.contender, measurement.task.name, String(measurement.jobs),
        Figures.decimal(typos.samples.wall.median / measurement.samples.wall.median),
        Figures.decimal(typos.samples.processor.median / measurement.samples.processor.median),
      ])
    }
    return table.rows.isEmpty ? "typos is not installed.\n" : table.markdown
  }

  private var languages: String {
    var table = MarkdownTable(
      header: ["language", "task", "wall s", "MB/s", "MB/s of processor time", "memory MB"], textColumns: [1])
    for measurement in run.languages {
      table.rows.append([
        measurement.task.language, measurement.task.name, measurement.samples.wall.text(per: 1, places: 2),
        rate(measurement.task.bytes, measurement.samples.wall.median),
        rate(measurement.task.bytes, measurement.samples.processor.median),
        measurement.samples.memory.text(per: 1e6, places: 1),
      ])
    }
    return table.markdown
  }

  private var glossarySizes: String {
    var table = MarkdownTable(
      header: ["terms", "start, compiling, ms", "start, cached, ms", "text", "wall s", "MB/s of processor time"],
      textColumns: [])
    for measurement in run.glossaries {
      let reading = measurement.reading
      table.rows.append([
        Figures.count(measurement.terms), measurement.compiling.wall.text(per: 1e-3, places: 1),
        measurement.cached.wall.text(per: 1e-3, places: 1), reading.task.name,
        reading.samples.wall.text(per: 1, places: 2), rate(reading.task.bytes, reading.samples.processor.median),
      ])
    }
    return table.markdown
  }

  private func rate(_ bytes: Int, _ seconds: Double) -> String {
    seconds > 0 ? Figures.decimal(Double(bytes) / 1e6 / seconds, places: 1) : "–"
  }

  /// The processor's name, where the system tells it, and the number of cores.
  static var machineDescription: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let description = "\(cores) core\(cores == 1 ? "" : "s")"
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("model name") }),
      let name = line.split(separator: ":", maxSplits: 1).last
    else { return description }
    return "\(description) of \(name.trimmingCharacters(in: .whitespaces))"
  }
}
