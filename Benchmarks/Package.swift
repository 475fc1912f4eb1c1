// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// The measuring program is a package of its own, so that `swift build` of Copydesk stays small. It knows Copydesk only
// as a program to run, never as a library: what it measures is what a desk would install.
let package = Package(
  name: "copydesk-benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "measure",
      dependencies: ["launch", .product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    // Runs one program and reports its times and memory. It is C because a child inherits the
    // peak memory of the process that forks it, so the parent must be smaller than any child.
    .executableTarget(name: "launch"),
    .testTarget(name: "measureTests", dependencies: ["measure"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu17
)

for target in package.targets {
  if target.name == "launch" {
    target.cSettings = [.treatAllWarnings(as: .error)]
  } else {
    target.swiftSettings = [
      .treatAllWarnings(as: .error),
      .strictMemorySafety(),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
    ]
  }
}
