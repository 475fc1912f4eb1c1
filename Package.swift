// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0

import PackageDescription

// A target may depend only on targets that stand above it in this list: data moves one way,
// from bytes to articles, analysis, findings and reports.
let package = Package(
  name: "copydesk",
  products: [
    .executable(name: "copydesk", targets: ["copydesk"]),
    .library(name: "CopydeskLinting", targets: ["CopydeskLinting", "CopydeskRules", "CopydeskReporting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, each behind its own target.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .target(
      name: "CLanguageData",
      exclude: [
        "boilerplate", "borrowed-phrases.txt", "caption-labels.yml", "dates.txt", "foreign-notations.yml", "glossaries",
        "html-entities.txt", "inflections", "languages", "lexicons", "networks.yml", "phrases.table", "quantities",
        "styles", "times.txt", "words",
      ]
    ),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),

    // Their safe Swift faces: the only targets in which `unsafe` may stand.
    .target(name: "CopydeskICU", dependencies: ["CICU"]),
    .target(name: "CopydeskLanguageData", dependencies: ["CLanguageData"]),
    .target(name: "CopydeskMarkdown", dependencies: ["CMD4C"]),
    .target(name: "CopydeskXML", dependencies: ["CExpat"]),
    .target(name: "CopydeskYAML", dependencies: ["CYAML"]),

    // JSON and the operating system, without Foundation.
    .target(name: "CopydeskJSON"),
    .target(name: "CopydeskSystem"),

    // The product, in the order in which data flows through it.
    .target(name: "CopydeskText", dependencies: ["CopydeskICU"]),
    .target(
      name: "CopydeskTerminology",
      dependencies: ["CopydeskJSON", "CopydeskText", "CopydeskICU", "CopydeskLanguageData", "CopydeskYAML"]
    ),
    .target(
      name: "CopydeskInterchange",
      dependencies: ["CopydeskTerminology", "CopydeskText", "CopydeskICU", "CopydeskYAML", "CopydeskXML"]
    ),
    .target(
      name: "CopydeskArticles",
      dependencies: [
        "CopydeskText", "CopydeskICU", "CopydeskLanguageData", "CopydeskMarkdown", "CopydeskYAML",
      ]
    ),
    .target(
      name: "CopydeskAnalysis",
      dependencies: [
        "CopydeskText", "CopydeskICU", "CopydeskYAML", "CopydeskLanguageData", "CopydeskTerminology",
        "CopydeskArticles",
      ]
    ),
    .target(
      name: "CopydeskLinting",
      dependencies: [
        "CopydeskText", "CopydeskICU", "CopydeskYAML", "CopydeskLanguageData", "CopydeskTerminology",
        "CopydeskArticles", "CopydeskAnalysis",
      ]
    ),
    .target(
      name: "CopydeskArchive",
      dependencies: [
        "CopydeskText", "CopydeskICU", "CopydeskLanguageData", "CopydeskTerminology", "CopydeskArticles",
        "CopydeskAnalysis",
      ]
    ),
    .target(name: "CopydeskRules", dependencies: ["CopydeskLinting", "CopydeskICU"]),
    .target(name: "CopydeskReporting", dependencies: ["CopydeskJSON", "CopydeskLinting", "CopydeskArchive"]),
    .target(
      name: "CopydeskProject",
      dependencies: [
        "CopydeskJSON", "CopydeskSystem", "CopydeskXML", "CopydeskLanguageData", "CopydeskInterchange",
        "CopydeskLinting", "CopydeskArchive", "CopydeskReporting",
      ]
    ),
    .target(
      name: "CopydeskServing",
      dependencies: ["CopydeskJSON", "CopydeskLinting", "CopydeskRules", "CopydeskReporting", "CopydeskProject"]
    ),
    .executableTarget(
      name: "copydesk",
      dependencies: [
        "CopydeskJSON", "CopydeskSystem", "CopydeskLinting", "CopydeskArchive", "CopydeskRules", "CopydeskReporting",
        "CopydeskProject", "CopydeskServing", "CopydeskICU", "CopydeskInterchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Tests mirror the sources.
    .target(
      name: "CopydeskTestSupport",
      dependencies: ["CopydeskLinting", "CopydeskRules", "CopydeskSystem"],
      path: "Tests/CopydeskTestSupport"
    ),
    .testTarget(
      name: "CopydeskAnalysisTests",
      dependencies: [
        "CopydeskAnalysis", "CopydeskArticles", "CopydeskICU", "CopydeskLanguageData", "CopydeskTerminology",
        "CopydeskText", "CopydeskYAML",
      ]
    ),
    .testTarget(
      name: "CopydeskArchiveTests",
      dependencies: [
        "CopydeskArchive", "CopydeskAnalysis", "CopydeskArticles", "CopydeskTerminology", "CopydeskText",
      ]
    ),
    .testTarget(
      name: "CopydeskArticlesTests",
      dependencies: [
        "CopydeskArticles", "CopydeskICU", "CopydeskLanguageData", "CopydeskMarkdown", "CopydeskText", "CopydeskYAML",
      ]
    ),
    .testTarget(name: "CopydeskLanguageDataTests", dependencies: ["CopydeskLanguageData", "CopydeskText"]),
    .testTarget(
      name: "CopydeskCommandTests",
      dependencies: ["copydesk"],
      path: "Tests/CommandTests"
    ),
    .testTarget(
      name: "CopydeskInterchangeTests",
      dependencies: ["CopydeskICU", "CopydeskInterchange", "CopydeskTerminology", "CopydeskText"]),
    .testTarget(name: "CopydeskJSONTests", dependencies: ["CopydeskJSON"]),
    .testTarget(
      name: "CopydeskLintingTests", dependencies: ["CopydeskLinting", "CopydeskRules", "CopydeskTestSupport"]),
    .testTarget(
      name: "CopydeskProjectTests",
      dependencies: ["CopydeskLinting", "CopydeskProject", "CopydeskReporting", "CopydeskRules"]
    ),
    .testTarget(
      name: "CopydeskReportingTests",
      dependencies: ["CopydeskLinting", "CopydeskReporting", "CopydeskTestSupport"]
    ),
    .testTarget(
      name: "CopydeskRulesTests",
      dependencies: ["CopydeskICU", "CopydeskLinting", "CopydeskRules", "CopydeskTestSupport"]
    ),
    .testTarget(
      name: "CopydeskServingTests",
      dependencies: ["CopydeskJSON", "CopydeskLinting", "CopydeskProject", "CopydeskRules", "CopydeskServing"]
    ),
    .testTarget(
      name: "CopydeskTerminologyTests",
      dependencies: ["CopydeskTerminology", "CopydeskText", "CopydeskLanguageData"]
    ),
    .testTarget(name: "CopydeskTextTests", dependencies: ["CopydeskText"]),
    .testTarget(name: "CopydeskXMLTests", dependencies: ["CopydeskXML"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// Whoever uses CopydeskLinting also uses the modules it re-exports. They must be named: a change in a module
// rebuilds only the targets that name it, and the others would go on with the old layout of its types.
let reexported: [Target.Dependency] = ["CopydeskAnalysis", "CopydeskArticles", "CopydeskTerminology", "CopydeskText"]
for target in package.targets {
  let usesLinting = target.dependencies.contains { dependency in
    if case .byNameItem(name: "CopydeskLinting", _) = dependency { true } else { false }
  }
  if usesLinting { target.dependencies += reexported }
}

for target in package.targets where target.type != .system && target.type != .plugin {
  let isC = ["CExpat", "CICU", "CLanguageData", "CYAML"].contains(target.name)
  if isC {
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
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
