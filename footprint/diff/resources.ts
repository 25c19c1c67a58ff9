import type { Footprint } from "../model";

/** Fields of every resource of a footprint by its address, as texts: what changed of a resource is what differs here. */
export function resourcesOf(footprint: Footprint): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { workloads, stores, topics, queues, services, nodes, exposures, secrets, alerts, charges } =
    footprint;
  const listed = [workloads, stores, topics, queues, services, nodes, exposures, secrets, alerts].flat();
  const addresses = new Set(listed.map(({ id }) => id));
  // A charge of what is listed already follows from it.
  const billed = charges.filter(({ id }) => !addresses.has(id));
  const found = new Map<string, Map<string, string>>();
  for (const { id, ...thing } of [...listed, ...billed]) {
    const fields = found.get(id) ?? new Map<string, string>();
    // One address may make several things, as a chart does.
    const before = fields.size === 0 ? "" : `${nameOf(thing) ?? fields.size}.`;
    for (const [key, value] of Object.entries(thing)) addFields(`${before}${key}`, value, fields);
    found.set(id, fields);
  }
  return found;
}

/** One field a value; the elements of a list by their names where they have some. */
function addFields(path: string, value: unknown, into: Map<string, string>): void {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== "object")) {
      if (value.length > 0) into.set(path, value.join(", "));
      return;
    }
    for (const [index, each] of value.entries()) addFields(`${path}.${nameOf(each) ?? index}`, each, into);
  } else if (typeof value === "object") {
    for (const [key, each] of Object.entries(value)) addFields(`${path}.${key}`, each, into);
  } else into.set(path, String(value));
}

function nameOf(value: unknown): string | undefined {
  const name = (value as { readonly name?: unknown } | null)?.name;
  return typeof name === "string" ? name : undefined;
}
