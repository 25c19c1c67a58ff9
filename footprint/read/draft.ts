import { everydayUnknown } from "../everyday";
import type {
  Alert,
  Charge,
  Edge,
  Exposure,
  Footprint,
  Image,
  NodeGroup,
  Queue,
  Secret,
  Service,
  Store,
  Topic,
  Unknown,
  Workload,
} from "../model";
import { byText, sortedBy } from "../order";
import type { ImageUse } from "./images/reference";
import { Cursor, type CursorOwner } from "./terraform/cursor";
import type { Names } from "./terraform/names";
import { EXPRESSIONS, type Syntax } from "./terraform/template";
import { redacted } from "./text/redact";

/** A footprint in the making: readers add to it, `finish` puts it into its one order. */
export class Draft {
  public readonly workloads: Workload[] = [];
  public readonly stores: Store[] = [];
  public readonly topics: Topic[] = [];
  public readonly queues: Queue[] = [];
  public readonly services: Service[] = [];
  public readonly nodes: NodeGroup[] = [];
  public readonly edges: Edge[] = [];
  public readonly exposures: Exposure[] = [];
  public readonly secrets: Secret[] = [];
  public readonly images: Image[] = [];
  /** Images as containers name them; each is listed once when all are read. */
  public readonly imageUses: ImageUse[] = [];
  public readonly alerts: Alert[] = [];
  public readonly charges: Charge[] = [];
  private readonly unknowns = new Map<string, Unknown>();
  private readonly unreadCounts = new Map<string, number>();

  /** @param syntax how the document leaves values open */
  public constructor(public readonly syntax: Syntax = EXPRESSIONS) {}

  /** Reports a value that the document does not have. A repeated report counts once. */
  public unknown(id: string, what: string, why: string): void {
    this.unknowns.set(`${id}\0${what}\0${why}`, { id, what, why });
  }

  /** Counts a resource of an unsupported type. */
  public unread(type: string): void {
    this.unreadCounts.set(type, (this.unreadCounts.get(type) ?? 0) + 1);
  }

  /** A cursor on the arguments of a thing, which reports what is unresolved to this draft. */
  public cursor(
    id: string,
    value: unknown,
    more: Pick<CursorOwner, "file" | "resolve"> = {},
    names?: Names,
  ): Cursor {
    const { file, resolve } = more;
    return Cursor.on(
      value,
      { id, file, resolve, syntax: this.syntax, unknown: (what, why) => this.unknown(id, what, why) },
      names,
    );
  }

  /**
   * The footprint, every list sorted by id. Things of one id keep the order in which they were read. Alerts, images and
   * other texts may contain a credential that somebody wrote there: it is replaced.
   */
  /** @param given names of the workloads whose everyday replicas are given */
  public finish(id: string, given: ReadonlySet<string>): Footprint {
    const workloads = byId(this.workloads);
    const charges = sortedBy(this.charges, chargeKey);
    const unknown = everydayUnknown(workloads, charges, given);
    return redacted({
      id,
      workloads,
      stores: byId(this.stores),
      topics: byId(this.topics),
      queues: byId(this.queues),
      services: byId(this.services),
      nodes: byId(this.nodes),
      edges: sortedBy(this.edges, ({ policy }) => policy),
      exposures: byId(this.exposures),
      secrets: byId(this.secrets),
      images: sortedBy(this.images, imageKey),
      alerts: byId(this.alerts),
      charges,
      unknowns: sortedBy([...this.unknowns.values()], unknownKey),
      unread: Object.fromEntries([...this.unreadCounts].sort(([a], [b]) => byText(a, b))),
      ...(unknown.length === 0 ? {} : { everydayUnknown: unknown }),
    });
  }
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return sortedBy(items, ({ id }) => id);
}

function imageKey({ reference, base }: Image): string {
  return `${reference}\n${base ?? ""}`;
}

/** One thing may be billed for in several ways. */
function chargeKey({ id, sku, unit }: Charge): string {
  return `${id}\n${sku ?? ""}\n${unit}`;
}

function unknownKey({ id, what, why }: Unknown): string {
  return `${id}\n${what}\n${why}`;
}
