import type { Footprint } from "../model";
import { clusterMembers } from "./aws/cluster-members";
import { NODES } from "./aws/nodes";
import { exposedSecrets, managedSecret } from "./aws/secrets";
import { STORES } from "./aws/stores";
import { kafkaTopic, rabbitQueue } from "./brokers";
import type { Cursor } from "./cursor";
import { type Document, indexDocument, type Resource } from "./document";
import { Draft } from "./draft";
import { readKubernetes } from "./kubernetes";
import { manifestObject, releaseObjects } from "./kubernetes/manifests";
import { normalise } from "./kubernetes/normalise";
import { type KubernetesObject, objectFrom } from "./kubernetes/object";
import type { Usage } from "./kubernetes/replicas";
import { TERRAFORM_KINDS } from "./kubernetes/shape";
import { References } from "./references";
import { type Repeat, repeatOf } from "./repeat";
import { isUnderstood } from "./understood";
import { byCodeUnit } from "./value";

/** How a document is read. */
export interface DocumentOptions {
  /** @default - the name that CDKTF gave the stack, else `document` */
  readonly id?: string;
  /**
   * Everyday replicas by workload name.
   * @default - every workload runs its minimum
   */
  readonly usage?: Usage;
}

/**
 * Reads a parsed Terraform JSON document. Pure; the order of resources in the document changes nothing.
 * @throws InputError when it is no Terraform document, or holds a value that cannot be meant.
 */
export function toFootprint(document: unknown, { id, usage = {} }: DocumentOptions = {}): Footprint {
  const indexed = indexDocument(document);
  const reading = new Reading(indexed);
  for (const resource of indexed.resources) reading.add(resource);
  for (const module of indexed.modules) {
    reading.draft.unknown(`module.${module}`, "resources", "its insides are not in the document");
  }
  readKubernetes(reading.objects, reading.draft, reading.references, usage);
  noteUnmatchedUsage(usage, reading.draft);
  return reading.draft.finish(id ?? indexed.stackName ?? "document");
}

/** One pass over a document. */
class Reading {
  public readonly draft = new Draft();
  public readonly references: References;
  /** Kubernetes objects, read together at the end because they refer to each other. */
  public readonly objects: KubernetesObject[] = [];
  private readonly exposed: ReadonlySet<string>;
  private readonly storeContext: ReturnType<typeof clusterMembers>;

  public constructor(document: Document) {
    this.references = new References(document);
    this.exposed = exposedSecrets(document, this.references);
    this.storeContext = clusterMembers(document, this.references, this.draft);
  }

  public add(resource: Resource): void {
    const repeat = repeatOf(resource, this.references);
    if (repeat.times === 0) return;
    if (this.addKubernetes(resource, repeat) || this.addNodes(resource, repeat)) return;
    if (this.addEach(resource, repeat) || isUnderstood(resource.type)) return;
    this.draft.unread(resource.type);
  }

  private addKubernetes(resource: Resource, repeat: Repeat): boolean {
    const found = this.kubernetesObjects(resource, repeat);
    if (found === undefined) return false;
    this.objects.push(...found);
    return true;
  }

  private kubernetesObjects(resource: Resource, repeat: Repeat): KubernetesObject[] | undefined {
    const { type, address } = resource;
    const { times } = repeat;
    if (type === "kubernetes_manifest")
      return manifestObject(this.whole(resource, repeat), this.draft, times);
    if (type === "helm_release") {
      return releaseObjects(this.whole(resource, repeat), this.draft, times);
    }
    const kind = TERRAFORM_KINDS.get(
      type.replace(/^kubernetes_/, "").replace(/_v\d(?:(?:alpha|beta)\d)?$/, ""),
    );
    if (kind === undefined || !type.startsWith("kubernetes_")) return undefined;
    return [
      objectFrom(normalise(kind, this.whole(resource, repeat)), this.draft, { address, times }, address),
    ];
  }

  private addNodes(resource: Resource, repeat: Repeat): boolean {
    const read = Object.hasOwn(NODES, resource.type) ? NODES[resource.type] : undefined;
    if (read === undefined) return false;
    const context = { resource, references: this.references, times: repeat.times };
    this.draft.nodes.push(read(this.whole(resource, repeat), context));
    return true;
  }

  /** Things of which each instance is one of its own. */
  private addEach(resource: Resource, repeat: Repeat): boolean {
    const add = this.reader(resource.type);
    if (add === undefined) return false;
    this.noteRepeat(resource, repeat);
    for (const { suffix, scope } of repeat.instances) {
      add(this.draft.cursor(resource.address + suffix, this.references.resolve(resource.raw, scope)));
    }
    return true;
  }

  private reader(type: string): ((body: Cursor) => void) | undefined {
    if (type === "kafka_topic") return (body) => this.draft.topics.push(kafkaTopic(body));
    if (type === "rabbitmq_queue") return (body) => this.draft.queues.push(rabbitQueue(body));
    if (type === "aws_secretsmanager_secret") {
      return (body) => this.draft.secrets.push(managedSecret(body, this.exposed));
    }
    const store = Object.hasOwn(STORES, type) ? STORES[type] : undefined;
    return store === undefined ? undefined : (body) => this.draft.stores.push(store(body, this.storeContext));
  }

  /** The resource as one thing, its instances not told apart. */
  private whole(resource: Resource, repeat: Repeat): Cursor {
    this.noteRepeat(resource, repeat);
    return this.draft.cursor(resource.address, this.references.resolve(resource.raw));
  }

  private noteRepeat({ address }: Resource, { why }: Repeat): void {
    if (why !== undefined) this.draft.unknown(address, "count", why);
  }
}

/** Usage of a workload that is not there would otherwise be lost without a word. */
function noteUnmatchedUsage(usage: Usage, draft: Draft): void {
  const names = new Set(draft.workloads.map(({ name }) => name));
  for (const name of Object.keys(usage).sort(byCodeUnit)) {
    if (!names.has(name))
      draft.unknown(name, "usage", "the usage names it, but no workload of the document has this name");
  }
}
