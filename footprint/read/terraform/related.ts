import { grouped } from "../../order";
import type { Draft } from "../draft";
import type { Cursor } from "./cursor";
import type { Document, Resource } from "./document";
import type { References } from "./references";
import { repeatOf } from "./repeat";

/** A resource of the document, seen from another one. */
export interface RelatedResource {
  readonly resource: Resource;
  readonly body: Cursor;
  /** Number of instances; absent where it is known after apply. */
  readonly times?: number;
}

/** The other resources of a document, for readers that need more than the arguments of one. */
export class Related {
  private byType: Map<string, Resource[]> | undefined;
  private readonly computed = new Map<(related: Related) => unknown, unknown>();

  public constructor(
    private readonly document: Document,
    private readonly draft: Draft,
    public readonly references: References,
  ) {}

  /** All resources. */
  public get resources(): readonly Resource[] {
    return this.document.resources;
  }

  /** All resources of a type. */
  public of(type: string): RelatedResource[] {
    this.byType ??= grouped(this.document.resources, ({ type }) => type);
    return (this.byType.get(type) ?? []).map((resource) => ({
      resource,
      body: this.draft.cursor(resource.address, resource.raw, {
        resolve: (value) => this.references.resolve(value),
      }),
      times: repeatOf(resource, this.references).times,
    }));
  }

  /** A value that depends on the document as a whole, computed once. */
  public once<T>(compute: (related: Related) => T): T {
    if (!this.computed.has(compute)) this.computed.set(compute, compute(this));
    return this.computed.get(compute) as T;
  }
}
