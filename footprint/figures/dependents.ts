import type { Edge, Footprint, NodeGroup, Store, Workload } from "../model";
import { grouped } from "../order";

/** Default ports of engines, by a word of the engine's name. */
const PORTS: readonly (readonly [word: string, ports: readonly string[]])[] = [
  ["redis", ["6379"]],
  ["valkey", ["6379"]],
  ["memcached", ["11211"]],
  ["mysql", ["3306"]],
  ["mariadb", ["3306"]],
  ["postgres", ["5432"]],
  ["mongo", ["27017"]],
  ["docdb", ["27017"]],
  ["rabbitmq", ["5672", "5671"]],
  ["kafka", ["9092", "9094", "9096", "9098"]],
  ["opensearch", ["9200"]],
  ["elasticsearch", ["9200"]],
];

/** Ports of OpenTelemetry's protocol: telemetry is dropped where nobody takes it, and nothing waits. */
const TELEMETRY: ReadonlySet<string> = new Set(["4317", "4318"]);

/** A thing that may stop. */
export type Thing = Workload | Store | NodeGroup;

/** Whose work needs whom, read off what policies allow, what is started after what, and who keeps what. */
export class Dependents {
  private readonly callers = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Workload[]>();
  private readonly outside = new Map<string, Set<string>>();
  /** Names of workloads with an egress policy, and ids of workloads that store data. */
  private readonly declared = new Set<string>();

  public constructor(private readonly footprint: Footprint) {
    for (const [name, workloads] of grouped(footprint.workloads, ({ name }) => name))
      this.byName.set(name, workloads);
    for (const edge of footprint.edges) this.addEdge(edge);
    for (const { id, needs = [] } of footprint.workloads) for (const needed of needs) this.add(id, needed);
    const machines = new Set(footprint.nodes.map(({ id }) => id));
    for (const { id } of footprint.workloads)
      for (const machine of machinesOf(id)) if (machines.has(machine)) this.add(id, machine);
    for (const { id, usedBy = [] } of footprint.stores) {
      for (const user of usedBy) {
        // Data and the program that keeps it stop together.
        this.add(user, id);
        this.add(id, user);
        this.declared.add(user);
      }
    }
  }

  /** Ids of what does not work without a thing, each by the id of the thing. */
  public get callersById(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.callers;
  }

  /** Those outside of the document that a policy lets in. */
  public outsiders({ name }: Thing): readonly string[] {
    return [...(this.outside.get(name) ?? [])];
  }

  /** True if the document declares the dependencies of a workload; a workload that stores data has none. */
  public declaresDependencies({ id, name, needs = [] }: Workload): boolean {
    return needs.length > 0 || this.declared.has(name) || this.declared.has(id);
  }

  /** True if the document declares the clients of a store. */
  public declaresClients({ id, usedBy = [] }: Store): boolean {
    return usedBy.length > 0 || this.callers.has(id);
  }

  private addEdge({ from, to, port, direction }: Edge): void {
    const callers = this.named(from);
    const called = this.named(to);
    const needed = !TELEMETRY.has(port ?? "");
    const targets =
      called.length > 0 ? called : this.footprint.stores.filter((store) => answers(store, to, port));
    if (needed) for (const { id } of callers) for (const target of targets) this.add(id, target.id);
    if (direction === "egress") this.declared.add(from.name);
    else if (callers.length === 0) addTo(this.outside, to.name, from.name);
  }

  private named({ kind, name }: Edge["from"]): readonly Workload[] {
    return kind === "workload" ? (this.byName.get(name) ?? []) : [];
  }

  private add(caller: string, called: string): void {
    addTo(this.callers, called, caller);
  }
}

/** What the id of a workload may name as its machine: the part before a colon. */
export function machinesOf(id: string): string[] {
  const found: string[] = [];
  for (let at = id.indexOf(": "); at !== -1; at = id.indexOf(": ", at + 1)) found.push(id.slice(0, at));
  return found;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** A store outside of the pods is recognized by its engine's port, or by the name of its address range. */
function answers({ engine }: Store, { kind, name }: Edge["to"], port: string | undefined): boolean {
  if (kind !== "cidr") return false;
  const family = engine.toLowerCase().split(" ")[0] ?? engine;
  if (name.toLowerCase() === family) return true;
  return PORTS.some(([word, ports]) => family.includes(word) && ports.includes(port ?? ""));
}
