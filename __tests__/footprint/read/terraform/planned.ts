import { join } from "node:path";

/** A plan that Terraform made with the real Kubernetes provider, shortened to what matters. */
export const FILE = join(__dirname, "plan", "kubernetes.json");

export const API = 'module.app["api"].kubernetes_deployment_v1.this[0]';

export interface Planned {
  readonly type: string;
  readonly values: object;
  readonly unknown?: object;
  /** Arguments that the configuration writes. @default - the configuration writes none */
  readonly written?: object;
  readonly address?: string;
  readonly mode?: string;
}

/** A plan of these resources, one a type. */
export function plan(...planned: readonly Planned[]) {
  const named = planned.map((each) => ({ name: "X", mode: "managed", address: `${each.type}.X`, ...each }));
  return {
    format_version: "1.2",
    planned_values: { root_module: { resources: named } },
    resource_changes: named.map(({ address, unknown }) => ({
      address,
      change: { after_unknown: unknown ?? {} },
    })),
    configuration: {
      root_module: {
        resources: named.flatMap(({ address, written }) =>
          written === undefined ? [] : [{ address: address.replace(/\[.*\]$/, ""), expressions: written }],
        ),
      },
    },
  };
}
