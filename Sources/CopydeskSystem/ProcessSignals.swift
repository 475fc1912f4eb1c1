// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How the program answers signals and how it ends.
public enum ProcessSignals {
  /// Makes a closed pipe an error of the write instead of the program's end, and ends the program
  /// with status 130 when the user interrupts it.
  public static func prepare() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGINT) { _ in _exit(130) }
    // A program that starts this one from a thread of its own may hand down a mask that blocks the interrupt.
    var interrupt = sigset_t()
    unsafe _ = sigemptyset(&interrupt)
    unsafe _ = sigaddset(&interrupt, SIGINT)
    unsafe _ = sigprocmask(SIG_UNBLOCK, &interrupt, nil)
  }

  /// Ends the program at once with a status; threads may be at work.
  public static func exit(_ status: Int32) -> Never { _exit(status) }
}
