import type { ConnectionBudget } from "../../config/model";
import type { Footprint, Workload } from "../../footprint/model";
import { isForRules } from "../../footprint/read/objects";
import type { ProviderConfiguration } from "../../footprint/read/objects/providers";
import type { TerraformResource } from "../../footprint/read/objects/resources";
import type { WithObjects } from "../../footprint/read/with-objects";
import type { Path, Place, Thing } from "../hit";
import { type Network, networkOf } from "./network";
import { type KubeObject, Objects } from "./objects";
import { type Pod, type PodContainer, podsOf } from "./pods";

export * from "./json";
export type { Network } from "./network";
export type { KubeObject, Objects } from "./objects";
export { matches, type Pod, type PodContainer, podPath, security } from "./pods";

/** What a user decides about rules. */
export interface RuleSettings {
  /** Date for the end of support, ISO. @default - no image is out of support */
  readonly asOf?: string;
  /** What the server behind the option grants. @default - unknown, so nothing is compared with it */
  readonly connectionBudget?: ConnectionBudget;
  /** Registries that images may come from. @default - any */
  readonly registries?: readonly string[];
}

/** What rules look at: an option or an input. Parts are computed when a rule asks for them, and kept. */
export class Subject {
  public readonly footprint: Footprint;
  public readonly objects: Objects;
  public readonly pods: readonly Pod[];
  public readonly resources: readonly TerraformResource[];
  public readonly providers: readonly ProviderConfiguration[];
  /** True where the input lacks objects that a chart, a module or an apply would add. */
  public readonly isPart: boolean;
  private readonly workloads: ReadonlyMap<string, Workload>;
  private readonly things = new Map<string, KubeObject>();
  private evaluated: Network | undefined;

  public constructor(
    private readonly source: WithObjects,
    public readonly settings: RuleSettings = {},
  ) {
    this.footprint = source.footprint;
    this.resources = source.resources;
    this.providers = source.providers;
    this.isPart = source.missing.length > 0;
    this.workloads = new Map(source.footprint.workloads.map((workload) => [workload.id, workload]));
    this.objects = new Objects(source.objects, (address) => source.placeOf(address).line);
    for (const object of this.objects.all)
      for (const id of [object.address, object.resource])
        if (id !== undefined && !this.things.has(id)) this.things.set(id, object);
    this.pods = podsOf(this.objects, this.workloads);
  }

  public get containers(): readonly PodContainer[] {
    return this.pods.flatMap(({ containers }) => containers);
  }

  /** @throws NetworkInputError for policies that are wrong */
  public get network(): Network {
    this.evaluated ??= networkOf(this.source.objects.filter((object) => !isForRules(object)));
    return this.evaluated;
  }

  /** What a thing of the footprint is, by its id there. */
  public thing(id: string): Thing {
    const address = id.split(": ")[0] ?? id;
    const object = this.things.get(id) ?? this.things.get(address);
    if (object !== undefined) return object;
    const placeOf = (_: Path): Place => this.source.placeOf(address);
    return { resource: id, placeOf };
  }

  /** A file of the input, for what is no resource. */
  public file(resource: string, file: string | undefined): Thing {
    return { resource, placeOf: () => ({ file }) };
  }
}
