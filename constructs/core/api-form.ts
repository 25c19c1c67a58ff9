/** Lists with a singular name in the provider and a plural name in the API. */
const PLURALS: Readonly<Record<string, string>> = {
  container: "containers",
  policy: "policies",
  port: "ports",
  topologySpreadConstraint: "topologySpreadConstraints",
  volume: "volumes",
  volumeMount: "volumeMounts",
};

/** Lists of one element in the provider, objects in the API. */
const SINGLE: ReadonlySet<string> = new Set([
  "labelSelector",
  "preStop",
  "scaleDown",
  "scaleUp",
  "tcpSocket",
]);

/** Strings in the provider, numbers in the API, which reads a string as the name of a port. */
const NUMBERS: ReadonlySet<string> = new Set(["fsGroup", "port", "runAsGroup", "runAsUser"]);

/**
 * Converts values of the provider's bindings to the form of the Kubernetes API, for objects in `Manifests`: a pod
 * template of this folder, and an autoscaler's behaviour. Whatever is in none of the tables has the same form in both.
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
