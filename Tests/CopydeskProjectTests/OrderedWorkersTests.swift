// SPDX-License-Identifier: Apache-2.0

import CopydeskProject
import Synchronization
import Testing

@Suite struct OrderedWorkersTests {
  @Test(arguments: [1, 2, 3, 8])
  func `results come in the order of the work`(_ count: Int) {
    let results = Mutex<[Int]>([])
    let workers = OrderedWorkers<Int, Int>(
      count: count,
      perform: { number in
        // Early pieces take longest, so that order is not an accident.
        var sum = number
        for step in 0..<(1000 - number) * 20 { sum = (sum &* 31 &+ step) & 0xFFFF }
        return number * 2 + (sum < 0 ? 1 : 0)
      },
      deliver: { result in results.withLock { $0.append(result) } })
    for number in 0..<1000 { workers.submit(number) }
    workers.finish()
    #expect(results.withLock { $0 } == (0..<1000).map { $0 * 2 })
  }

  @Test func `no more pieces are under way than the window holds`() {
    let state = Mutex((submitted: 0, delivered: 0, most: 0))
    let workers = OrderedWorkers<Int, Int>(
      count: 2, perform: { $0 }, deliver: { _ in state.withLock { $0.delivered += 1 } })
    for number in 0..<500 {
      workers.submit(number)
      state.withLock { state in
        state.submitted += 1
        state.most = max(state.most, state.submitted - state.delivered)
      }
    }
    workers.finish()
    #expect(state.withLock { $0.most } <= 17)
    #expect(state.withLock { $0.delivered } == 500)
  }
}
