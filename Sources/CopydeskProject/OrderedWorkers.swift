// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Does independent pieces of work on several threads and hands the results out in the order in which
/// the work came in.
///
/// At most a fixed number of pieces wait or are under way, so memory stays flat however much work
/// there is. With one worker everything happens at once on the calling thread.
public final class OrderedWorkers<Work: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var waiting: [(index: Int, work: Work)] = []
    var nextWaiting = 0
    var finished: [Int: Result] = [:]
    var nextIndex = 0
    var nextToDeliver = 0
    var isDelivering = false
    var isClosed = false
  }

  private let workerCount: Int
  private let perform: @Sendable (Work) -> Result
  private let deliver: @Sendable (Result) -> Void
  private let state = Mutex(State())
  /// Counts the pieces that may still be submitted.
  private let window: DispatchSemaphore
  private let windowSize: Int
  /// Counts the pieces that wait, and at the end one for each worker.
  private let available = DispatchSemaphore(value: 0)
  private let workers = DispatchGroup()

  /// Creates workers.
  ///
  /// - Parameters:
  ///   - count: The number of threads that work; at least 1.
  ///   - perform: Does a piece of work; is called on any thread.
  ///   - deliver: Takes a result; is called in the order of the work, one call at a time, on any thread.
  public init(
    count: Int, perform: @escaping @Sendable (Work) -> Result, deliver: @escaping @Sendable (Result) -> Void
  ) {
    workerCount = max(1, count)
    windowSize = workerCount * 8
    window = DispatchSemaphore(value: 0)
    self.perform = perform
    self.deliver = deliver
    guard workerCount > 1 else { return }
    // A semaphore must not end below the value it began with, so it begins with none.
    for _ in 0..<windowSize { window.signal() }
    for _ in 0..<workerCount {
      DispatchQueue.global().async(group: workers) { self.runWorker() }
    }
  }

  /// Submits a piece of work; waits while too many pieces are under way.
  public func submit(_ work: Work) {
    guard workerCount > 1 else {
      deliver(perform(work))
      return
    }
    window.wait()
    state.withLock { state in
      state.waiting.append((state.nextIndex, work))
      state.nextIndex += 1
    }
    available.signal()
  }

  /// Waits until every piece that was submitted so far is delivered.
  public func drain() {
    guard workerCount > 1 else { return }
    for _ in 0..<windowSize { window.wait() }
    for _ in 0..<windowSize { window.signal() }
  }

  /// Waits until everything is delivered and ends the workers; nothing may be submitted afterwards.
  public func finish() {
    guard workerCount > 1 else { return }
    drain()
    state.withLock { $0.isClosed = true }
    for _ in 0..<workerCount { available.signal() }
    workers.wait()
  }

  private func runWorker() {
    while true {
      available.wait()
      let next: (index: Int, work: Work)? = state.withLock { state in
        guard state.nextWaiting < state.waiting.count else { return nil }
        let piece = state.waiting[state.nextWaiting]
        state.nextWaiting += 1
        // What was taken is let go in lots, so that the queue neither grows nor shifts at each step.
        if state.nextWaiting >= 64 || state.nextWaiting == state.waiting.count {
          state.waiting.removeFirst(state.nextWaiting)
          state.nextWaiting = 0
        }
        return piece
      }
      guard let next else { return }
      let result = perform(next.work)
      state.withLock { $0.finished[next.index] = result }
      deliverFinished()
    }
  }

  /// Delivers what is finished and next in order, unless another thread is at it.
  private func deliverFinished() {
    guard takeDelivery() else { return }
    while let result = nextDelivery() {
      deliver(result)
      window.signal()
    }
  }

  private func takeDelivery() -> Bool {
    state.withLock { state in
      guard !state.isDelivering else { return false }
      state.isDelivering = true
      return true
    }
  }

  /// The next result in order; without one, delivery is given back in the same breath, so that no
  /// result that is finished meanwhile is forgotten.
  private func nextDelivery() -> Result? {
    state.withLock { state in
      guard let result = state.finished.removeValue(forKey: state.nextToDeliver) else {
        state.isDelivering = false
        return nil
      }
      state.nextToDeliver += 1
      return result
    }
  }
}
