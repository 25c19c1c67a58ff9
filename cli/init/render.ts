import type { Found } from "./look";

/** A commented `weighbridge.yaml` with the options that were found. */
export function renderReview(id: string, { options }: Found, steady: string | undefined): string {
  const [baseline = ""] = options.keys();
  const entries = [...options].flatMap(([option, inputs]) => [
    `  ${option}:`,
    `    title: ${quoted(option)}`,
    `    from: ${inputs.length === 1 ? quoted(inputs[0] ?? "") : `[${inputs.map(quoted).join(", ")}]`}`,
    ...(steady === undefined ? [] : [`    steady: ${quoted(steady)}`]),
  ]);
  return `# yaml-language-server: $schema=./node_modules/weighbridge/schema/review.json
# What is compared, and what its review says of it. Paths are relative to this file; nothing in it is executed.
schemaVersion: 1
review: ${quoted(id)}
title: ${quoted(id)}
# The prose that claims quote.
# document: docs/review.md

# The option that the others are compared with.
baseline: ${quoted(baseline)}

# Each option is read from a stack, a plan or state (terraform show -json), Kubernetes YAML, or a list of these:
# a platform and what runs on it.
options:
${entries.join("\n")}
    # environments: [production, staging]
    # steady: { web: 6 }             # everyday replicas by workload
    # expected: { requestsPerSecondPerPod: { web: { low: 150, high: 300 } } }

# Line items of your own estimate, in USD/month. List prices are known already.
# prices:
#   - { option: ${baseline}, label: Vendor support, low: 100, high: 200 }

# What the document says, and how it is verified.
# claims:
#   - id: pods
#     option: ${baseline}
#     section: Sizing
#     words: "four pods are enough"
#     claimed: 4
#     unit: pods
#     compute: { measure: pods, at: steady }

# scores:
#   criteria: { cost: { weight: 2 }, operations: {} }
#   options: { ${baseline}: { cost: 3, operations: 4 } }

# Limits; \`weighbridge compare\` ends with exit code 1 where a figure exceeds one.
# budget: { all: { pods.max: 20 } }
`;
}

/** A text of YAML, in quotes where it needs them. */
function quoted(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}
