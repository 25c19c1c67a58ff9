import type { NodeGroup, Span } from "../../model";
import type { Cursor } from "../terraform/cursor";
import type { Resource } from "../terraform/document";
import type { References } from "../terraform/references";

/** What a group of machines is read with. */
export interface NodeContext {
  readonly resource: Resource;
  readonly references: References;
  /** Instances of the resource; absent where only an apply can tell. */
  readonly times?: number;
  /** Region of the resource's provider, where its configuration tells. */
  readonly region?: string;
}

/** Readers of machines, by Terraform type; undefined where the resource has none of its own. */
export type NodeReaders = Readonly<
  Record<string, (body: Cursor, context: NodeContext) => NodeGroup | undefined>
>;

/** A number that nothing changes. */
export function exactly(count: number | undefined, times: number | undefined): Span | undefined {
  return spanOf(count, count, count, times);
}

/** The three numbers of a group, of which there are `times`; undefined where one of them is not known. */
export function spanOf(
  min: number | undefined,
  steady: number | undefined,
  max: number | undefined,
  times: number | undefined,
): Span | undefined {
  if (min === undefined || steady === undefined || max === undefined || times === undefined) return undefined;
  return { min: min * times, steady: steady * times, max: max * times };
}
