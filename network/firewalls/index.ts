import { isCompose, ResourceGraph, type TerraformInput } from "../../footprint/read/objects";
import type { ClusterModel } from "../model";
import { ofAws } from "./aws";
import { ofAzure } from "./azure";
import { ofDocker } from "./docker";
import { ofCompose } from "./docker/compose";
import { ofTerraform } from "./docker/terraform";
import { faultsOf } from "./faults";
import { ofGoogle } from "./google";
import { type Evaluated, type Firewalls, workloadsOf } from "./parts";

/** What is never listed, where it may be expected. */
const PODS = "connections between pods and what is in no cluster are not evaluated";
const STACKS = "connections between machines of two stacks are not evaluated";

/**
 * Security groups, firewalls and networks of Docker of some documents. Each document is a world of its own: networks
 * of two documents are not one.
 * @throws InputError for a document that is not Terraform's
 */
export function firewallsOf(inputs: readonly TerraformInput[]): Firewalls {
  const found = inputs.flatMap(({ document, file }, index) =>
    evaluated(document, index, file).map((each) => ({ ...each, file, index })),
  );
  const stacks = new Set(found.filter(({ things }) => things.length > 0).map(({ index }) => index));
  const owners = new Map<string, number>();
  const names = found.flatMap(({ things, index }) => things.map(({ name }) => ({ name, index })));
  for (const { name, index } of names) if (!owners.has(name)) owners.set(name, index);
  return {
    workloads: found.flatMap(({ things, file, index }) =>
      things.flatMap((thing) => {
        // Two documents may have one address.
        const isOwner = owners.get(thing.name) === index;
        const name = isOwner ? thing.name : `${thing.name} of ${file ?? `document ${index + 1}`}`;
        return workloadsOf({ ...thing, name }, { file });
      }),
    ),
    policies: found.flatMap(({ policies }) => policies),
    faults: found.flatMap(({ faults = [] }) => faults),
    warnings: [...(stacks.size > 1 ? [STACKS] : []), ...found.flatMap(({ warnings }) => warnings)],
  };
}

function evaluated(document: unknown, index: number, file: string | undefined): Evaluated[] {
  if (isCompose(document)) return [ofDocker(ofCompose(document), `docker ${index}`)];
  const graph = new ResourceGraph(document, (type) => /^(?:aws|google|azurerm|docker)_/.test(type));
  return [
    ofAws(graph, `aws ${index}`),
    ofGoogle(graph, `google ${index}`),
    ofAzure(graph, `azure ${index}`),
    ofDocker(ofTerraform(graph), `docker ${index}`),
    { things: [], policies: [], warnings: [], faults: faultsOf(graph, { file }) },
  ];
}

/** A model with what documents of Terraform have beside Kubernetes. */
export function withFirewalls<T extends Pick<ClusterModel, "workloads" | "warnings" | "faults">>(
  model: T,
  inputs: readonly TerraformInput[],
): T & { readonly firewalls?: Firewalls["policies"] } {
  const { workloads, policies, warnings, faults } = firewallsOf(inputs);
  if (workloads.length === 0) return model;
  return {
    ...model,
    workloads: [...model.workloads, ...workloads],
    firewalls: policies,
    faults: [...model.faults, ...faults],
    warnings: [...model.warnings, ...(model.workloads.length > 0 ? [PODS] : []), ...warnings],
  };
}
