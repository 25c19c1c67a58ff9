import type { Field } from "../field";
import { readAdminNetworkPolicyPort, readClusterNetworkPolicyPort } from "./cluster-ports";
import type { RulePorts } from "./ports";

/** How the kinds of `policy.networking.k8s.io` differ. */
export interface Dialect {
  /** @default - the policy has it in `spec.tier` */
  readonly tier?: "Admin" | "Baseline";
  readonly hasPriority: boolean;
  /** The action that allows. */
  readonly accept: "Accept" | "Allow";
  readonly portsKey: "protocols" | "ports";
  /** Most rules of a direction, peers of a rule, and ports of a rule. */
  readonly most: number;
  readonly readPort: (entry: Field) => RulePorts;
}

const ADMIN: Dialect = {
  tier: "Admin",
  hasPriority: true,
  accept: "Allow",
  portsKey: "ports",
  most: 100,
  readPort: readAdminNetworkPolicyPort,
};

/** By kind; v1alpha2 and v1beta1 of ClusterNetworkPolicy have one schema. */
export const DIALECTS: Readonly<Record<string, Dialect>> = {
  AdminNetworkPolicy: ADMIN,
  BaselineAdminNetworkPolicy: { ...ADMIN, tier: "Baseline", hasPriority: false },
  ClusterNetworkPolicy: {
    hasPriority: true,
    accept: "Accept",
    portsKey: "protocols",
    most: 25,
    readPort: readClusterNetworkPolicyPort,
  },
};
