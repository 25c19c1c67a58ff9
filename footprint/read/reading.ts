import type { Charge, Footprint } from "../model";
import { byText } from "../order";
import { alertsOfHosts, type HostFiles } from "./alerts/host-files";
import { readDocker, uploadedFiles } from "./docker";
import type { DockerThing } from "./docker/thing";
import { Draft } from "./draft";
import { addImages } from "./images";
import { readKubernetes } from "./kubernetes";
import { type KubernetesObject, objectOf } from "./kubernetes/object";
import { volumeCharges } from "./kubernetes/stores";
import { type ManagedThing, readManaged } from "./machines/managed";
import { startUp } from "./machines/start-up";
import { type SupportedType, supportedType } from "./providers";
import type { Cursor } from "./terraform/cursor";
import type { Document, Resource } from "./terraform/document";
import type { Names } from "./terraform/names";
import { References, type Scope } from "./terraform/references";
import { Related } from "./terraform/related";
import { type Repeat, repeatOf } from "./terraform/repeat";
import { isUnresolved, type Syntax } from "./terraform/template";
import type { TerraformProvider, TerraformType, TypeContext } from "./terraform/type";
import type { Usage } from "./usage";

/** Arguments that name a resource that is charged. */
const NAMES = [
  "name",
  "identifier",
  "cluster_identifier",
  "replication_group_id",
  "cluster_id",
  "cluster_name",
  "broker_name",
  "domain_name",
  "function_name",
  "replication_instance_id",
];

/** One pass over a document: first each resource alone, then what refers to each other together. */
export class Reading {
  public readonly draft: Draft;
  private readonly references: References;
  private readonly resolver: { readonly resolve: (value: unknown) => unknown };
  private readonly objects: KubernetesObject[] = [];
  private readonly docker: DockerThing[] = [];
  private readonly managed: ManagedThing[] = [];
  private readonly hostFiles: HostFiles[] = [];
  private readonly related: Related;
  private readonly regions: ReadonlyMap<string, unknown>;

  public constructor(document: Document, syntax?: Syntax) {
    this.draft = new Draft(syntax);
    this.references = new References(document);
    this.regions = document.regions ?? new Map();
    this.resolver = { resolve: (value) => this.references.resolve(value) };
    this.related = new Related(document, this.draft, this.references);
  }

  /** Adds a resource of a Terraform document. */
  public add(resource: Resource): void {
    const repeat = repeatOf(resource, this.references);
    if (repeat.times === 0) return;
    const supported = supportedType(resource.type);
    if (supported === undefined) {
      this.draft.unread(resource.type);
      return;
    }
    const { declared } = supported;
    if (hasInstances(declared)) this.addInstances(resource, repeat, supported);
    this.noteHidden(resource, declared);
    this.addTogether(resource, repeat, declared);
    if (declared.nodes !== undefined) this.addNodes(resource, repeat, supported);
    if (declared.workload !== undefined) this.addManaged(resource, repeat, declared);
  }

  /** Adds a Kubernetes object. */
  public addObject(object: KubernetesObject): void {
    this.objects.push(object);
  }

  /** Adds what a Compose file makes. */
  public addDocker(things: readonly DockerThing[]): void {
    this.docker.push(...things);
  }

  /** The footprint of all that was added. */
  public finish(id: string, usage: Usage): Footprint {
    const elsewhere = this.draft.stores.length;
    readKubernetes(this.objects, this.draft, usage);
    this.draft.charges.push(...volumeCharges(this.draft.stores.slice(elsewhere)));
    readDocker(this.docker, this.draft, this.references, usage);
    readManaged(this.managed, this.draft, usage);
    const files = [...this.hostFiles, ...uploadedFiles(this.docker)];
    this.draft.alerts.push(...alertsOfHosts(files, this.draft));
    addImages(this.draft, this.references);
    noteUnmatchedUsage(usage, this.draft);
    return this.draft.finish(id, new Set(Object.keys(usage)));
  }

  /** Adds each instance of a resource as a thing of its own, in all its roles. */
  private addInstances(resource: Resource, repeat: Repeat, { declared, provider }: SupportedType): void {
    this.noteRepeat(resource, repeat);
    const { draft } = this;
    const context = this.contextOf(resource, repeat);
    for (const { suffix, scope } of repeat.instances) {
      const body = this.instance(resource, suffix, scope);
      if (declared.store !== undefined) draft.stores.push(declared.store(body, context));
      if (declared.queue !== undefined) draft.queues.push(declared.queue(body, context));
      if (declared.topic !== undefined) draft.topics.push(declared.topic(body, context));
      if (declared.exposures !== undefined) draft.exposures.push(...declared.exposures(body, context));
      if (declared.secrets !== undefined) draft.secrets.push(...declared.secrets(body, context));
      if (declared.alerts !== undefined) draft.alerts.push(...declared.alerts(body, context));
      if (declared.edges !== undefined) draft.edges.push(...declared.edges(body, context));
      const charges = this.charges(resource, repeat, body, { declared, provider });
      draft.charges.push(...(repeat.times === undefined ? charges.map(countless) : charges));
    }
  }

  private charges(
    resource: Resource,
    repeat: Repeat,
    body: Cursor,
    { declared, provider }: SupportedType,
  ): Charge[] {
    if (declared.charges === undefined || provider.charging === undefined) return [];
    const common = {
      id: body.id,
      name: chargedName(body),
      provider: provider.charging,
      region: this.regionOf(resource, body, provider, repeat),
    };
    return declared
      .charges(body, this.contextOf(resource, repeat))
      .map(({ sku, unit, quantity, byUse, usage, isOptional }) => ({
        ...common,
        sku,
        unit,
        quantity,
        byUse,
        usage,
        isOptional,
      }));
  }

  /** Keeps what is read at the end, because its parts refer to each other. */
  private addTogether(resource: Resource, repeat: Repeat, { docker, kind, objects }: TerraformType): void {
    const { type } = resource;
    const { times } = repeat;
    if (docker === true) this.docker.push({ type, body: this.whole(resource, repeat), times });
    if (kind !== undefined)
      this.objects.push(objectOf(kind, this.whole(resource, repeat, kind.names), times));
    if (objects !== undefined) this.objects.push(...objects(this.whole(resource, repeat), this.draft, times));
  }

  private addManaged(resource: Resource, repeat: Repeat, { workload }: TerraformType): void {
    const body = this.whole(resource, repeat);
    const read = workload?.(body, this.contextOf(resource, repeat));
    if (read !== undefined) this.managed.push({ id: body.id, read, times: repeat.times });
  }

  private addNodes(resource: Resource, repeat: Repeat, { declared, provider }: SupportedType): void {
    const body = this.whole(resource, repeat);
    const read = declared.nodes?.(body, this.contextOf(resource, repeat));
    if (read === undefined) return;
    const region = this.regionOf(resource, body, provider, repeat);
    this.draft.nodes.push({ id: body.id, ...read, provider: provider.charging, region });
    // The nodes of a cluster run its pods, which are read as objects.
    if (read.runsPods === true) return;
    const { min, max } = read.count ?? {};
    const machines = min === max ? max : undefined;
    const { draft } = this;
    const { things, files } = startUp({ body, draft, places: declared.startUp ?? [], machines });
    this.docker.push(...things);
    this.hostFiles.push({ id: resource.address, files });
  }

  private contextOf({ raw }: Resource, { times }: Repeat): TypeContext {
    return { raw, times, related: this.related };
  }

  /** Region of a resource, given that of its provider's configuration. */
  private regionOf(
    resource: Resource,
    body: Cursor,
    provider: TerraformProvider,
    repeat: Repeat,
  ): string | undefined {
    const configured = this.references.resolve(this.regions.get(resource.provider ?? provider.name));
    return provider.regionOf?.(
      body,
      typeof configured === "string" && !isUnresolved(configured) ? configured : undefined,
      this.contextOf(resource, repeat),
    );
  }

  private instance({ address, raw }: Resource, suffix: string, scope: Scope): Cursor {
    return this.draft.cursor(address + suffix, raw, {
      resolve: (value) => this.references.resolve(value, scope),
    });
  }

  /** The resource as one thing, for all its instances. */
  private whole(resource: Resource, repeat: Repeat, names?: Names): Cursor {
    this.noteRepeat(resource, repeat);
    return this.draft.cursor(resource.address, resource.raw, this.resolver, names);
  }

  private noteHidden({ address, raw }: Resource, { hides }: TerraformType): void {
    const why = typeof hides === "function" ? hides(this.draft.cursor(address, raw, this.resolver)) : hides;
    if (why !== undefined) this.draft.unknown(address, "resources", why);
  }

  private noteRepeat({ address }: Resource, { why }: Repeat): void {
    if (why !== undefined) this.draft.unknown(address, "count", why);
  }
}

/** True for a type of which each instance is a thing of its own. */
function hasInstances(declared: TerraformType): boolean {
  const { store, queue, topic, exposures, secrets, alerts, charges, edges } = declared;
  return [store, queue, topic, exposures, secrets, alerts, charges, edges].some(
    (reader) => reader !== undefined,
  );
}

function chargedName(body: Cursor): string {
  for (const key of NAMES) {
    const name = body.optional(key);
    if (name !== undefined) return name;
  }
  return body.at("tags").optional("Name") ?? body.id;
}

/** The charge of an unknown number of instances has no quantity. */
function countless({ quantity: _, ...charge }: Charge): Charge {
  return charge;
}

/** Usage of a workload that is not in the document is reported. */
function noteUnmatchedUsage(usage: Usage, draft: Draft): void {
  const names = new Set(draft.workloads.map(({ name }) => name));
  for (const name of Object.keys(usage).sort(byText)) {
    if (!names.has(name))
      draft.unknown(name, "usage", "the usage names it, but no workload of the document has this name");
  }
}
