// SPDX-License-Identifier: Apache-2.0
@main struct Copydesk { static func main() {} }
