/** Lists that the provider calls by one member and the API by all of them. */
const PLURALS: Readonly<Record<string, string>> = {
  container: "containers",
  policy: "policies",
  port: "ports",
  topologySpreadConstraint: "topologySpreadConstraints",
  volume: "volumes",
  volumeMount: "volumeMounts",
};

/** Lists of one in the provider, objects in the API. */
const SINGLE: ReadonlySet<string> = new Set([
  "labelSelector",
  "preStop",
  "scaleDown",
  "scaleUp",
  "tcpSocket",
]);

/** Text in the provider, numbers in the API, where text would be taken for the name of a port. */
const NUMBERS: ReadonlySet<string> = new Set(["fsGroup", "port", "runAsGroup", "runAsUser"]);

/**
 * The API's own form of what the provider's bindings hold, for objects that go through `Manifests`: a pod
 * template as this folder makes it, and an autoscaler's behaviour. What stands in no table has the same form
 * in both.
 */
export function toApiForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toApiForm);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => toMember(name, member)),
  );
}

function toMember(name: string, member: unknown): [string, unknown] {
  if (!Array.isArray(member)) return [name, NUMBERS.has(name) ? toNumber(member) : toApiForm(member)];
  if (SINGLE.has(name)) return [name, toApiForm(member[0])];
  return [PLURALS[name] ?? name, toApiForm(member)];
}

function toNumber(text: unknown): unknown {
  return typeof text === "string" && !Number.isNaN(Number(text)) ? Number(text) : text;
}
