// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
public import CopydeskReporting
import Synchronization

/// What came of a run.
public struct LintOutcome: Sendable {
  /// What was found in all.
  public var summary = ReportSummary()
  /// Whether a finding is as bad as the run fails on.
  public var hasFailingFinding = false
  /// Whether an input, a configuration or a report could not be read or written.
  public var hasFailure = false
  /// Whether the reader of standard output went away before the end.
  public var isPipeClosed = false
}

/// Lints inputs on several threads and writes the reports in the order of the inputs.
public struct LintRun: Sendable {
  /// What a run tells besides its reports.
  public enum Message: Sendable {
    /// Something could not be done.
    case failure(LintFailure)
    /// An article was linted; the number of inputs done so far, and what was decided about it.
    case done(count: Int, article: ArticleReport?)
  }

  private let desk: ArticleDesk
  private let outputs: [ReportOutput]
  private let workerCount: Int
  private let tell: @Sendable (Message) -> Void

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - desk: Lints each input.
  ///   - outputs: Where the reports go.
  ///   - workerCount: How many inputs are linted at once.
  ///   - tell: Is told what happens, in the order of the inputs.
  public init(
    desk: ArticleDesk, outputs: [ReportOutput], workerCount: Int, tell: @escaping @Sendable (Message) -> Void
  ) {
    self.desk = desk
    self.outputs = outputs
    self.workerCount = workerCount
    self.tell = tell
  }

  /// One linted input on its way to the outputs.
  private struct Piece: Sendable {
    var report: ArticleReport?
    var isFailing = false
    var parts: [[UInt8]] = []
    var failure: LintFailure?
  }

  private struct State {
    var outcome = LintOutcome()
    var doneCount = 0
    var failures: Set<LintFailure> = []
  }

  /// Lints inputs and writes the reports.
  public func run(_ inputs: [LintInput]) -> LintOutcome {
    let state = Mutex(State())
    let workers = OrderedWorkers<AlignedWork, Piece>(
      count: inputs.contains(where: \.isFileOfRecords) ? workerCount : min(workerCount, inputs.count),
      perform: { piece(for: $0) },
      deliver: { piece in
        let (count, isNews) = state.withLock { state in
          state.doneCount += 1
          if let report = piece.report { state.outcome.summary.add(report) }
          if piece.isFailing { state.outcome.hasFailingFinding = true }
          guard let failure = piece.failure else { return (state.doneCount, false) }
          state.outcome.summary.failureCount += 1
          state.outcome.hasFailure = true
          // A mistake in a configuration is the same for all its files.
          return (state.doneCount, state.failures.insert(failure).inserted)
        }
        if let failure = piece.failure, isNews { tell(.failure(failure)) }
        tell(.done(count: count, article: piece.report))
        for (output, part) in zip(outputs, piece.parts) {
          write(state) { () throws(ReportOutput.Failure) in try output.add(part) }
        }
      })
    for output in outputs {
      write(state) { () throws(ReportOutput.Failure) in try output.begin() }
    }
    for input in inputs {
      if state.withLock({ $0.outcome.isPipeClosed }) { break }
      guard input.isFileOfRecords else {
        workers.submit(.article(input))
        continue
      }
      AlignedRecord.forEachLine(of: input) { workers.submit($0) }
    }
    workers.finish()
    let summary = state.withLock { $0.outcome.summary }
    for output in outputs {
      write(state) { () throws(ReportOutput.Failure) in try output.finish(summary) }
    }
    return state.withLock { $0.outcome }
  }

  private func piece(for work: AlignedWork) -> Piece {
    var piece = Piece()
    do throws(LintFailure) {
      guard let result = try desk.lint(work) else { return piece }
      piece.parts = outputs.map { $0.reporter.part(for: result.report) }
      piece.report = result.report
      piece.isFailing = result.isFailure
    } catch {
      piece.failure = error
    }
    return piece
  }

  private func write(_ state: borrowing Mutex<State>, _ action: () throws(ReportOutput.Failure) -> Void) {
    if state.withLock({ $0.outcome.isPipeClosed }) { return }
    do throws(ReportOutput.Failure) {
      try action()
    } catch {
      switch error {
      case .closedPipe:
        state.withLock { $0.outcome.isPipeClosed = true }
      case .refused(let failure):
        let isNews = state.withLock { state in
          state.outcome.hasFailure = true
          return state.failures.insert(failure).inserted
        }
        if isNews { tell(.failure(failure)) }
      }
    }
  }
}
