import type { Alert, Exposure, Queue, Secret, Service, Topic } from "../../../model";
import type { Draft } from "../../draft";
import type { Autoscaler } from "../autoscalers";
import type { KubernetesObject } from "../object";

/** Fewest and most pods of one object without an autoscaler; undefined, and reported, where that is unresolved. */
export type PodBounds = readonly [min: number | undefined, max: number | undefined];

/** A kind with a pod template. */
export interface WorkloadRole {
  /** Where the template, its `metadata` and `spec`, is below the object; none for a Pod, which is its own. */
  readonly template: readonly string[];
  /** `nodes` for one pod on each node. */
  readonly pods: "nodes" | ((object: KubernetesObject) => PodBounds);
  /**
   * True for pods that run to an end.
   * @default false
   */
  readonly runsToCompletion?: true;
}

/** What an object is made with. */
export interface MakeContext {
  readonly draft: Draft;
  /** All objects of the document: the parts of a cluster may be kinds of their own. */
  readonly objects: readonly KubernetesObject[];
}

/** What a Kubernetes kind is in a footprint. Each member is a reader, and a kind may have several. */
interface Roles {
  /** Runs pods. */
  readonly workload?: WorkloadRole;
  /** What an operator makes of it: objects of other kinds, which are read in its place. */
  readonly makes?: (object: KubernetesObject, context: MakeContext) => readonly KubernetesObject[];
  /** Sets the replicas of another object. */
  readonly autoscaler?: (object: KubernetesObject) => Autoscaler;
  /** Entry points; none for one that is internal. */
  readonly exposures?: (object: KubernetesObject) => readonly Exposure[];
  readonly services?: (object: KubernetesObject) => readonly Service[];
  readonly secrets?: (object: KubernetesObject) => readonly Secret[];
  readonly queues?: (object: KubernetesObject) => readonly Queue[];
  readonly topics?: (object: KubernetesObject) => readonly Topic[];
  readonly alerts?: (object: KubernetesObject, draft: Draft) => readonly Alert[];
  /** Installs what another place declares: why its contents are not in the document. Sums are then lower bounds. */
  readonly notRendered?: string;
}

interface WithoutRole {
  /** The reader that reads it with other objects: `budgets`, `stores`. */
  readonly readWith?: string;
  /** Why the kind adds nothing to a footprint. */
  readonly ignored?: string;
}

/** All that is declared about a Kubernetes kind. */
export interface KubernetesKind extends Roles, WithoutRole {}

type AtLeastOne<T> = { [K in keyof T]-?: Partial<T> & Required<Pick<T, K>> }[keyof T];

/** A declaration: at least one role, or the reason why there is none. */
export type KindDeclaration =
  | AtLeastOne<Roles>
  | { readonly readWith: string }
  | { readonly ignored: string };

/**
 * Declarations by API group and kind, `apps/Deployment`, without a version; the core group has no prefix. A name that
 * ends with `*` is a family: all kinds that start so and have no own entry.
 */
export type KubernetesKinds = Readonly<Record<string, KindDeclaration>>;

/** Kinds of one group that are left out for one reason; `*` for all of the group. */
export function ignored(reason: string, group: string, ...kinds: readonly string[]): KubernetesKinds {
  const prefix = group === "" ? "" : `${group}/`;
  return Object.fromEntries(kinds.map((kind) => [prefix + kind, { ignored: reason }]));
}
