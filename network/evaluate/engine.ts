import { type AddressRange, includes, pieces, WHOLE } from "../addresses";
import { NetworkInputError } from "../errors";
import { InternedSets, NONE } from "../interned-sets";
import { type ClusterModel, type Workload, workloadName } from "../model";
import { type Direction, type Policies, type Policy, readPolicies } from "../policy";
import { type PodClass, PodClasses, type Pods } from "./classes";
import { conflicts } from "./conflicts";
import type { EvaluatedWorkload } from "./evaluated-workload";
import { podPeers, rangePeers } from "./peers";
import { allowedByAll } from "./tiers";
import { evaluationWarnings } from "./warnings";

/** What an address range may do with a pod, by number of the set. */
export interface AllowedRange {
  readonly range: AddressRange;
  readonly allowed: number;
}

/** Pods that reach workloads through Ingresses and routes: without labels, in a namespace of their own. */
const INGRESS_CONTROLLER: Pods = {
  namespace: "ingress-controller-ns",
  labels: {},
  ports: [],
  hostNetwork: false,
};

/** Evaluates the policies of one model. Results are computed when they are asked for, and kept. */
export class Engine {
  /** Sorted by name. */
  public readonly workloads: readonly EvaluatedWorkload[];
  public readonly classes: PodClasses;
  public readonly policies: Policies;
  public readonly ingressController: PodClass;
  /** IPv6 only where a policy has such a range. */
  public readonly families: readonly (4 | 6)[];
  public readonly warnings: readonly string[];
  private readonly selecting: Record<Direction, Policy[][]> = { ingress: [], egress: [] };
  private readonly rows = new Map<string, Int32Array>();
  /** The same by class; null where nothing restricts it. */
  private readonly rowOf: Record<Direction, (Int32Array | null)[]> = { ingress: [], egress: [] };
  private readonly undetermined: boolean[] = [];
  private readonly ranges = new Map<string, readonly AllowedRange[]>();

  /**
   * @param extra pods that are evaluated beside the workloads
   * @throws NetworkInputError with everything that is wrong with the model
   */
  public constructor(
    public readonly model: ClusterModel,
    public readonly sets: InternedSets = new InternedSets(),
    extra: readonly Pods[] = [],
  ) {
    const { policies: declared, ...read } = readPolicies(model);
    this.policies = { ...read, policies: [...declared, ...(model.firewalls ?? [])] };
    this.classes = new PodClasses(model.namespaces);
    this.workloads = this.evaluated(model.workloads);
    this.ingressController = this.classes.of(INGRESS_CONTROLLER);
    for (const pods of extra) this.classes.of(pods);
    const faults = [
      ...model.faults,
      ...this.policies.faults,
      ...conflicts(this.workloads, declared, this.classes),
    ];
    if (faults.length > 0) throw new NetworkInputError(faults);
    for (const policy of this.policies.policies)
      for (const direction of ["ingress", "egress"] as const)
        if (policy[direction] !== undefined)
          for (const index of this.classes.select(policy.subject)) this.listOf(direction, index).push(policy);
    const addresses = this.policies.policies.flatMap(({ ingress = [], egress = [] }) =>
      [...ingress, ...egress].flatMap((rule) => rule.addresses),
    );
    this.families = addresses.some(({ family }) => family === 6) ? [4, 6] : [4];
    this.warnings = [
      ...model.warnings,
      ...this.policies.warnings,
      ...evaluationWarnings(this.workloads, this.policies, this.classes),
    ];
  }

  /** Policies that select a class and affect a direction, in the order of evaluation. */
  public policiesOf(direction: Direction, { index }: PodClass): readonly Policy[] {
    return this.selecting[direction][index] ?? [];
  }

  /** Foreign policies that may select a class: what it may do is then undetermined. */
  public isUndetermined({ index, namespace, place }: PodClass): boolean {
    this.undetermined[index] ??=
      place === undefined &&
      this.policies.foreign.some((each) => each.namespace === undefined || each.namespace === namespace);
    return this.undetermined[index];
  }

  /** Sets by index of the other class, for one side of the connections; undefined where no policy restricts it. */
  public row(direction: Direction, subject: PodClass): Int32Array | undefined {
    const rows = this.rowOf[direction];
    let row = rows[subject.index];
    if (row === undefined) {
      row = this.computedRow(direction, subject);
      rows[subject.index] = row;
    }
    return row ?? undefined;
  }

  private computedRow(direction: Direction, subject: PodClass): Int32Array | null {
    const policies = this.policiesOf(direction, subject);
    if (policies.length === 0) return null;
    const key = this.keyOf(direction, subject, policies);
    let row = this.rows.get(key);
    if (row === undefined) {
      const destination =
        direction === "ingress" ? () => subject : (peer: number) => this.classes.all[peer] as PodClass;
      row = allowedByAll(policies, direction, podPeers(this.classes, this.sets, destination), this.sets);
      this.rows.set(key, row);
    }
    return row;
  }

  /** What each address may do with a class, in ascending order; neighbours differ. */
  public addressRanges(direction: Direction, subject: PodClass): readonly AllowedRange[] {
    const policies = this.policiesOf(direction, subject);
    const key = this.keyOf(direction, subject, policies);
    let found = this.ranges.get(key);
    if (found === undefined) {
      const peers = rangePeers(policies, direction, this.families, this.sets, subject);
      const allowed = allowedByAll(policies, direction, peers, this.sets);
      found = merged(peers.ranges.map((range, index) => ({ range, allowed: allowed[index] as number })));
      this.ranges.set(key, found);
    }
    return found;
  }

  /** As `addressRanges`, for what some pod of a workload may do; -1 where it is undetermined. */
  public workloadRanges(direction: Direction, { classes }: EvaluatedWorkload): readonly AllowedRange[] {
    if (classes.some(({ place }) => place?.isElsewhere === true)) return [];
    if (classes.some((pods) => this.isUndetermined(pods)))
      return this.families.map((family) => ({ range: WHOLE[family], allowed: -1 }));
    const lists = classes.map((pods) => this.addressRanges(direction, pods));
    const [first = []] = lists;
    return lists.length === 1 ? first : sumOfLists(lists, this.sets);
  }

  /** Equal keys have equal results: the policies are the same, and so are the ports that they name. */
  private keyOf(direction: Direction, subject: PodClass, policies: readonly Policy[]): string {
    const names = policies.map(({ name, layer = "" }) => layer + name);
    const byName = direction === "ingress" && policies.some(({ ingress = [] }) => ingress.some(hasNames));
    return JSON.stringify([direction, names, byName ? subject.ports : []]);
  }

  private listOf(direction: Direction, index: number): Policy[] {
    const lists = this.selecting[direction];
    lists[index] ??= [];
    return lists[index];
  }

  private evaluated(workloads: readonly Workload[]): EvaluatedWorkload[] {
    const byName = new Map<string, { name: string; workload: Workload; classes: PodClass[] }>();
    for (const workload of workloads) {
      const name = workloadName(workload);
      const found = byName.get(name) ?? { name, workload, classes: [] };
      byName.set(name, found);
      const pods = this.classes.of(workload);
      if (!found.classes.includes(pods)) found.classes.push(pods);
    }
    return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  }
}

/** Ranges cut where any list is cut, with what some list allows. */
function sumOfLists(lists: readonly (readonly AllowedRange[])[], sets: InternedSets): AllowedRange[] {
  const all = lists.flat();
  const cut = ([4, 6] as const)
    .filter((family) => all.some(({ range }) => range.family === family))
    .flatMap((family) =>
      pieces(
        WHOLE[family],
        all.map(({ range }) => range),
      ),
    );
  return merged(
    cut.map((range) => ({
      range,
      allowed: all
        .filter((each) => includes(each.range, range))
        .reduce((sum, { allowed }) => sets.union(sum, allowed), NONE as number),
    })),
  );
}

function hasNames({ named }: { readonly named: readonly unknown[] }): boolean {
  return named.length > 0;
}

function merged(ranges: readonly AllowedRange[]): AllowedRange[] {
  const out: AllowedRange[] = [];
  for (const { range, allowed } of ranges) {
    const before = out.at(-1);
    if (before?.allowed === allowed && before.range.family === range.family)
      out[out.length - 1] = { allowed, range: { ...before.range, last: range.last } };
    else out.push({ range, allowed });
  }
  return out;
}
