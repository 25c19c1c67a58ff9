import type { Footprint, Image } from "../model";
import { byText, distinct, sortedBy } from "../order";

/** A runtime family, which is one release cycle to follow and one stream of security fixes to take. */
export interface SupplyChain {
  /** Family with its version: `.NET 8`, `OpenTelemetry Collector`. */
  readonly name: string;
  /** Last day of support, ISO date; absent if unknown. */
  readonly endOfLife?: string;
  readonly images: readonly string[];
  readonly workloads: readonly string[];
}

/** The supply chains, and the images of an unrecognized runtime. */
export interface SupplyChains {
  readonly known: readonly SupplyChain[];
  readonly unknown: readonly { readonly image: string; readonly workloads: readonly string[] }[];
}

/** Images grouped by runtime family and version, by name. */
export function supplyChains({ images }: Footprint): SupplyChains {
  const families = new Map<string, Image[]>();
  for (const image of images) {
    if (image.runtime === undefined) continue;
    const name = [image.runtime.name, image.runtime.version].filter((part) => part !== undefined).join(" ");
    families.set(name, [...(families.get(name) ?? []), image]);
  }
  return {
    known: sortedBy([...families], ([name]) => name).map(([name, members]) => ({
      name,
      endOfLife: members
        .flatMap(({ runtime }) => runtime?.endOfLife ?? [])
        .sort(byText)
        .at(0),
      images: distinct(members.map((image) => image.reference)),
      workloads: distinct(members.flatMap((image) => image.workloads)),
    })),
    unknown: sortedBy(
      images.filter((image) => image.runtime === undefined),
      (image) => image.reference,
    ).map(({ reference, workloads }) => ({ image: reference, workloads: distinct(workloads) })),
  };
}
