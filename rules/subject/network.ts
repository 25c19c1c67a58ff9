import type { SourceObject } from "../../footprint/read/objects";
import { type ClusterModel, fromKubernetes, NetworkInputError } from "../../network";
import type { Engine } from "../../network/evaluate/engine";
import { engineOf } from "../../network/evaluate/engine-of";
import type { Fault } from "../../network/faults";

/** Faults of cluster policies are findings; all others are bad input. */
const CLUSTER_POLICY = /^(?:ClusterNetworkPolicy|AdminNetworkPolicy|BaselineAdminNetworkPolicy) /;

/** What the policies of an input allow. */
export interface Network {
  readonly model: ClusterModel;
  /** Undefined where cluster policies are wrong, so that nothing can be evaluated. */
  readonly engine: Engine | undefined;
  /** What is wrong with cluster policies. */
  readonly faults: readonly Fault[];
}

/** @throws NetworkInputError for input that is wrong otherwise */
export function networkOf(objects: readonly SourceObject[]): Network {
  const model = fromKubernetes(objects);
  try {
    return { model, engine: engineOf(model), faults: [] };
  } catch (error) {
    if (!(error instanceof NetworkInputError)) throw error;
    const others = error.faults.filter(({ object }) => !CLUSTER_POLICY.test(object));
    if (others.length > 0) throw new NetworkInputError(others);
    return { model, engine: undefined, faults: error.faults };
  }
}
