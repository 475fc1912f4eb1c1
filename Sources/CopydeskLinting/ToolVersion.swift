// SPDX-License-Identifier: Apache-2.0

/// The version of Copydesk.
public enum ToolVersion {
  /// The version, by semantic versioning.
  public static let current = "0.1.0"
}
