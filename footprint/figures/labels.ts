import type { Footprint, Store, Workload } from "../model";

/** Unique name of a thing of a footprint. */
export type Labels = (thing: { readonly name: string }) => string;

/** Names, made longer where two things have the same: a workload by its namespace, a store by its engine. */
export function labelsOf({ workloads, stores }: Footprint): Labels {
  const longer = new Map<object, string>([
    ...lengthened(workloads, ({ namespace, name }) => `${namespace ?? "default"}/${name}`),
    ...lengthened(stores, ({ engine, name }) => `${name} (${engine})`),
  ]);
  return (thing) => longer.get(thing) ?? thing.name;
}

function lengthened<T extends Workload | Store>(things: readonly T[], longer: (thing: T) => string) {
  if (things.length < 2) return [];
  const shared = repeated(things, ({ name }) => name);
  const long = things.filter(({ name }) => shared.has(name));
  const still = repeated(long, longer);
  return long.map((thing) => [thing, still.has(longer(thing)) ? thing.id : longer(thing)] as const);
}

function repeated<T>(things: readonly T[], of: (thing: T) => string): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const thing of things) {
    const text = of(thing);
    if (seen.has(text)) twice.add(text);
    seen.add(text);
  }
  return twice;
}
