// SPDX-License-Identifier: Apache-2.0

internal import Synchronization

/// A value that is made when somebody first asks for it, by whichever thread, and then kept.
final class LazyValue<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  var value: Value {
    known.withLock { known in
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
