/**
 * API groups with policies of their own, and the kinds that decide who may connect to whom. The group decides:
 * ClusterNetworkPolicy and NetworkPolicy exist in several.
 */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  "cilium.io": /^Cilium(?:Clusterwide)?NetworkPolicy$/,
  "crd.projectcalico.org": /NetworkPolicy$/,
  "projectcalico.org": /NetworkPolicy$/,
  "crd.antrea.io": /NetworkPolicy$/,
  "networking.k8s.aws": /NetworkPolicy$/,
  "k8s.ovn.org": /^EgressFirewall$/,
  "networking.gke.io": /NetworkPolicy$/,
};

/** Staged policies are not enforced. */
const NOT_ENFORCED = /^Staged/;

/** True for a policy of another project that may allow or deny connections. */
export function isForeignPolicy(group: string, kind: string): boolean {
  return FOREIGN[group]?.test(kind) === true && !NOT_ENFORCED.test(kind);
}
