// SPDX-License-Identifier: Apache-2.0

public import CopydeskReporting
import CopydeskSystem
import Synchronization

/// A report that goes to a file or to standard output.
public final class ReportOutput: Sendable {
  private enum Sink: Sendable {
    case standardOutput
    case file(AtomicFile)
  }

  /// Why a report could not be written to its end.
  public enum Failure: Error {
    /// The reader of standard output has seen enough.
    case closedPipe
    /// The system refused it.
    case refused(LintFailure)
  }

  let reporter: any Reporter
  private let sink: Sink
  private let hasParts = Mutex(false)

  /// Creates an output; `path` is `nil` for standard output.
  ///
  /// - Throws: ``LintFailure`` if the file cannot be written.
  public init(_ reporter: any Reporter, path: String?) throws(LintFailure) {
    self.reporter = reporter
    guard let path else {
      sink = .standardOutput
      return
    }
    do throws(SystemError) {
      sink = .file(try AtomicFile(path))
    } catch {
      throw LintFailure(error)
    }
  }

  func begin() throws(Failure) { try write(reporter.header) }

  func add(_ part: [UInt8]) throws(Failure) {
    if part.isEmpty { return }
    let isFirst = hasParts.withLock { hasParts in
      defer { hasParts = true }
      return !hasParts
    }
    try write(isFirst ? part : reporter.separator + part)
  }

  func finish(_ summary: ReportSummary) throws(Failure) {
    try write(reporter.footer(summary))
    guard case .file(let file) = sink else { return }
    do throws(SystemError) {
      try file.commit()
    } catch {
      throw .refused(LintFailure(error))
    }
  }

  /// Gives a file up; what went to standard output stays.
  func abandon() {
    if case .file(let file) = sink { file.abandon() }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    if bytes.isEmpty { return }
    do throws(SystemError) {
      switch sink {
      case .standardOutput: try StandardStream.output.write(bytes)
      case .file(let file): try file.write(bytes)
      }
    } catch {
      if case .standardOutput = sink, error.isBrokenPipe { throw .closedPipe }
      throw .refused(LintFailure(error))
    }
  }
}
