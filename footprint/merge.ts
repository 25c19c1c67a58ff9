import type { Footprint, Image } from "./model";

/** Several stacks as one footprint, in the order given: an option that creates its cluster has two. */
export function mergeFootprints(id: string, footprints: readonly Footprint[]): Footprint {
  const everydayUnknown = footprints.flatMap((each) => each.everydayUnknown ?? []);
  return {
    id,
    workloads: footprints.flatMap(({ workloads }) => workloads),
    stores: footprints.flatMap(({ stores }) => stores),
    topics: footprints.flatMap(({ topics }) => topics),
    queues: footprints.flatMap(({ queues }) => queues),
    services: footprints.flatMap(({ services }) => services),
    nodes: footprints.flatMap(({ nodes }) => nodes),
    edges: footprints.flatMap(({ edges }) => edges),
    exposures: footprints.flatMap(({ exposures }) => exposures),
    secrets: footprints.flatMap(({ secrets }) => secrets),
    images: mergeImages(footprints.flatMap(({ images }) => images)),
    alerts: footprints.flatMap(({ alerts }) => alerts),
    charges: footprints.flatMap(({ charges }) => charges),
    unknowns: footprints.flatMap(({ unknowns }) => unknowns),
    unread: sumUnread(footprints),
    ...(everydayUnknown.length === 0 ? {} : { everydayUnknown }),
  };
}

/** An image is listed once, with everything that runs it. */
function mergeImages(images: readonly Image[]): Image[] {
  const merged = new Map<string, Image>();
  for (const image of images) {
    const key = JSON.stringify([image.reference, image.base]);
    const workloads = [...new Set([...(merged.get(key)?.workloads ?? []), ...image.workloads])];
    merged.set(key, { ...image, workloads });
  }
  return [...merged.values()];
}

function sumUnread(footprints: readonly Footprint[]): Record<string, number> {
  const sum = new Map<string, number>();
  for (const { unread } of footprints) {
    for (const [type, count] of Object.entries(unread)) sum.set(type, (sum.get(type) ?? 0) + count);
  }
  return Object.fromEntries(sum);
}
