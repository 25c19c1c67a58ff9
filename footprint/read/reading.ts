import type { Charge, Footprint } from "../model";
import { byText } from "../order";
import { alertsOfHosts, type HostFiles } from "./alerts/host-files";
import { clusterMembers } from "./aws/cluster-members";
import { chargesOf, volumeCharges } from "./charges";
import { readDocker, uploadedFiles } from "./docker";
import type { DockerThing } from "./docker/thing";
import { Draft } from "./draft";
import { addImages } from "./images";
import { readKubernetes } from "./kubernetes";
import { manifestObject, releaseObjects } from "./kubernetes/manifests";
import { type KubernetesObject, objectOf } from "./kubernetes/object";
import type { NodeReaders } from "./machines/node-readers";
import { startUp } from "./machines/start-up";
import { exposedSecrets } from "./secrets";
import type { Cursor } from "./terraform/cursor";
import type { Document, Resource } from "./terraform/document";
import type { Names } from "./terraform/names";
import { References, type Scope } from "./terraform/references";
import { type Repeat, repeatOf } from "./terraform/repeat";
import { isUnresolved } from "./terraform/template";
import { type TerraformType, type ThingContext, type ThingReader, terraformType } from "./terraform/types";
import type { Usage } from "./usage";

/** One pass over what is to be read: first everything by itself, then what refers to each other together. */
export class Reading {
  public readonly draft = new Draft();
  private readonly references: References;
  private readonly resolver: { readonly resolve: (value: unknown) => unknown };
  private readonly objects: KubernetesObject[] = [];
  private readonly docker: DockerThing[] = [];
  private readonly hostFiles: HostFiles[] = [];
  private readonly context: ThingContext;
  private readonly regions: ReadonlyMap<string, unknown>;

  public constructor(document: Document) {
    this.references = new References(document);
    this.regions = document.regions ?? new Map();
    this.resolver = { resolve: (value) => this.references.resolve(value) };
    this.context = {
      draft: this.draft,
      exposed: exposedSecrets(document, this.references),
      stores: clusterMembers(document, this.references, this.draft),
    };
  }

  /** Adds a resource of a Terraform document. */
  public add(resource: Resource): void {
    const repeat = repeatOf(resource, this.references);
    if (repeat.times === 0) return;
    const type = terraformType(resource.type);
    if (type.isCharged) this.addCharges(resource, repeat);
    if (this.addTogether(resource, repeat, type)) return;
    if (type.readNodes !== undefined) this.addNodes(resource, repeat, type.readNodes);
    else if (type.read !== undefined) this.addEach(resource, repeat, type.read);
    else if (!type.isCharged && !type.isUnderstood) this.draft.unread(resource.type);
  }

  /** Adds a Kubernetes object. */
  public addObject(object: KubernetesObject): void {
    this.objects.push(object);
  }

  /** The footprint of all that was added. */
  public finish(id: string, usage: Usage): Footprint {
    const elsewhere = this.draft.stores.length;
    readKubernetes(this.objects, this.draft, usage);
    this.draft.charges.push(...volumeCharges(this.draft.stores.slice(elsewhere)));
    readDocker(this.docker, this.draft, this.references, usage);
    const files = [...this.hostFiles, ...uploadedFiles(this.docker)];
    this.draft.alerts.push(...alertsOfHosts(files, this.draft));
    addImages(this.draft, this.references);
    noteUnmatchedUsage(usage, this.draft);
    return this.draft.finish(id);
  }

  /** Adds what is read at the end, because its parts refer to each other; false for anything else. */
  private addTogether(resource: Resource, repeat: Repeat, { isDocker, kind }: TerraformType): boolean {
    const { type } = resource;
    const { times } = repeat;
    if (isDocker) this.docker.push({ type, body: this.whole(resource, repeat), times });
    else if (kind !== undefined)
      this.objects.push(objectOf(kind, this.whole(resource, repeat, kind.names), times));
    else if (type === "kubernetes_manifest")
      this.objects.push(...manifestObject(this.whole(resource, repeat), this.draft, times));
    else if (type === "helm_release")
      this.objects.push(...releaseObjects(this.whole(resource, repeat), this.draft, times));
    else return false;
    return true;
  }

  private addNodes(resource: Resource, repeat: Repeat, read: NodeReaders[string]): void {
    const region = this.regionOf(resource, resource.type.split("_", 1)[0] ?? "");
    const context = { resource, references: this.references, times: repeat.times, region };
    const body = this.whole(resource, repeat);
    const group = read(body, context);
    if (group === undefined) return;
    this.draft.nodes.push(group);
    // What runs on the nodes of a cluster are its pods.
    if (group.runsPods === true) return;
    const { min, max } = group.count ?? {};
    const machines = min === max ? max : undefined;
    const { things, files } = startUp(resource.type, body, this.draft, machines);
    this.docker.push(...things);
    this.hostFiles.push({ id: resource.address, files });
  }

  /** What each instance is billed for. */
  private addCharges(resource: Resource, repeat: Repeat): void {
    this.noteRepeat(resource, repeat);
    for (const { suffix, scope } of repeat.instances) {
      const body = this.instance(resource, suffix, scope);
      const charges = chargesOf(resource.type, body, (provider) => this.regionOf(resource, provider));
      this.draft.charges.push(...(repeat.times === undefined ? charges.map(countless) : charges));
    }
  }

  /** Region of the configuration of its provider that a resource has, where the document tells it. */
  private regionOf({ provider }: Resource, name: string): string | undefined {
    const region = this.references.resolve(this.regions.get(provider ?? name));
    return typeof region === "string" && !isUnresolved(region) ? region : undefined;
  }

  /** Things of which each instance is one of its own. */
  private addEach(resource: Resource, repeat: Repeat, read: ThingReader): void {
    this.noteRepeat(resource, repeat);
    for (const { suffix, scope } of repeat.instances)
      read(this.instance(resource, suffix, scope), this.context);
  }

  private instance({ address, raw }: Resource, suffix: string, scope: Scope): Cursor {
    return this.draft.cursor(address + suffix, raw, {
      resolve: (value) => this.references.resolve(value, scope),
    });
  }

  /** The resource as one thing, its instances not told apart. */
  private whole(resource: Resource, repeat: Repeat, names?: Names): Cursor {
    this.noteRepeat(resource, repeat);
    return this.draft.cursor(resource.address, resource.raw, this.resolver, names);
  }

  private noteRepeat({ address }: Resource, { why }: Repeat): void {
    if (why !== undefined) this.draft.unknown(address, "count", why);
  }
}

/** Of an unknown number of instances nobody knows what they come to. */
function countless({ quantity: _, ...charge }: Charge): Charge {
  return charge;
}

/** Usage of a workload that is not there would otherwise be lost without a word. */
function noteUnmatchedUsage(usage: Usage, draft: Draft): void {
  const names = new Set(draft.workloads.map(({ name }) => name));
  for (const name of Object.keys(usage).sort(byText)) {
    if (!names.has(name))
      draft.unknown(name, "usage", "the usage names it, but no workload of the document has this name");
  }
}
