import type { Rule } from "../rule";
import { set } from "./host-flag";
import { KSV, PSS } from "./sources";

export const hostNetwork: Rule = {
  id: "WB007",
  name: "host-network",
  severity: "error",
  securitySeverity: 7,
  problem: "Pods use the network of the node.",
  reason: "They reach what listens on the node, and network policies may not apply to them.",
  fix: "Remove `hostNetwork: true`; publish a port with a Service.",
  source: `${PSS}#baseline`,
  others: ["checkov CKV_K8S_19", "kube-linter host-network", "polaris hostNetworkSet", `${KSV}0009`],
  find: (subject) => set(subject, "hostNetwork"),
};
