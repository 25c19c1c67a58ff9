import type { Hit, Rule } from "../rule";
import { at, type KubeObject, listAt, type Subject, textAt } from "../subject";
import { POLICIES } from "./policies";

const EVERY_ADDRESS: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0"]);

export const anywhere: Rule = {
  id: "WB056",
  name: "anywhere",
  severity: "warning",
  securitySeverity: 5,
  problem: "A policy allows every address on every port.",
  reason: "It has the form of a restriction and is none.",
  fix: "Name the ports, better also the ranges.",
  source: `${POLICIES}#networkpolicy-resource`,
  others: ["np-guard exposure", "openshift ai-helpers#586"],
  *find(subject) {
    for (const object of subject.objects.of("networking.k8s.io/NetworkPolicy"))
      yield* ofNetworkPolicy(object);
    yield* ofClusterPolicies(subject);
  },
};

function* ofNetworkPolicy(object: KubeObject): Generator<Hit> {
  for (const [side, peers] of [
    ["ingress", "from"],
    ["egress", "to"],
  ] as const)
    for (const [index, rule] of listAt(object.value, "spec", side).entries()) {
      if (listAt(rule, "ports").length > 0) continue;
      const others = listAt(rule, peers);
      const isEvery =
        others.length === 0 ||
        others.some((peer) => EVERY_ADDRESS.has(textAt(peer, "ipBlock", "cidr") ?? ""));
      if (!isEvery) continue;
      const whom = others.length === 0 ? "everyone" : "every address";
      yield {
        on: object,
        part: `${side} ${index}`,
        path: ["spec", side, index],
        text: `${side} rule ${index + 1}: ${side === "ingress" ? "from" : "to"} ${whom} on every port`,
      };
    }
}

function* ofClusterPolicies({ objects }: Subject): Generator<Hit> {
  for (const object of objects.of(
    "policy.networking.k8s.io/ClusterNetworkPolicy",
    "policy.networking.k8s.io/AdminNetworkPolicy",
  ))
    for (const [index, rule] of listAt(object.value, "spec", "egress").entries()) {
      const isOpen = ["Accept", "Allow"].includes(textAt(rule, "action") ?? "");
      const isLimited = at(rule, "protocols") !== undefined || at(rule, "ports") !== undefined;
      const networks = listAt(rule, "to").flatMap((peer) => listAt(peer, "networks"));
      if (isOpen && !isLimited && networks.some((each) => EVERY_ADDRESS.has(String(each))))
        yield {
          on: object,
          part: `egress ${index}`,
          path: ["spec", "egress", index],
          text: `egress rule ${index + 1}: to every address on every port`,
        };
    }
}
