import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireLabelName } from "../core/validate";
import { isFromVault, isStored, type SwarmConfig, type SwarmSecret } from "./parts";
import type { SwarmStackProps } from "./props";
import { requireDigest, requireService } from "./require-service";
import type { SwarmService } from "./service";
import { requireVaultSecret } from "./vault-secret";

/** Maximum length of a stack's name. */
const LONGEST_STACK_NAME = 30;
/**
 * Maximum length of names in a stack, without the prefix: Swarm accepts 63 characters, and some names get a version.
 */
const LONGEST_NAME = 63 - "_0123456789ab".length - "_".length;
/** Swarm accepts less than 1000 KiB. */
const LARGEST_CONFIG_BYTES = 1000 * 1024 - 1;

type Named = readonly { readonly name: string }[];

/** @throws ValidationError `BadName`, `Conflict`, `Missing`, `NotInteger`, `Unknown`, `OutOfRange` */
export function requireStack(scope: IConstruct, props: SwarmStackProps): void {
  const { name, networks, services, volumes = [], configs = [], secrets = [] } = props;
  requireLabelName(scope, "name", name, LONGEST_STACK_NAME);
  const longest = LONGEST_NAME - (isToken(name) ? LONGEST_STACK_NAME : name.length);
  for (const [prop, list] of Object.entries({ networks, services, volumes, configs, secrets })) {
    requireNames(scope, prop, list, longest);
  }
  configs.forEach((config, index) => {
    requireConfig(scope, `configs[${index}].content`, config);
  });
  secrets.forEach((secret, index) => {
    requireSecret(scope, `secrets[${index}]`, secret);
  });
  services.forEach((service, index) => {
    const prop = `services[${index}]`;
    requireService(scope, prop, service);
    if (props.requireDigests ?? true) requireDigest(scope, `${prop}.image`, service.image);
    const used = {
      networks: [service.networks, networks],
      volumes: [(service.volumes ?? []).map(({ volume }) => volume), volumes],
      configs: [(service.configs ?? []).map(({ config }) => config), configs],
      secrets: [(service.secrets ?? []).map(({ secret }) => secret), secrets],
      after: [service.after ?? [], services],
    } as const;
    for (const [key, [names, list]] of Object.entries(used))
      requireKnownNames(scope, `${prop}.${key}`, names, list);
  });
  requireDistinctPorts(scope, services);
  requireNoCircle(scope, services);
}

function requireNames(scope: IConstruct, prop: string, list: Named, longest: number): void {
  const seen = new Set<string>();
  list.forEach(({ name }, index) => {
    requireLabelName(scope, `${prop}[${index}].name`, name, longest);
    if (seen.has(name)) {
      const fix = "keep one of the two, or rename it";
      refuse(scope, {
        code: "Conflict",
        prop: `${prop}[${index}].name`,
        must: "be given once",
        got: name,
        fix,
      });
    }
    seen.add(name);
  });
}

function requireKnownNames(scope: IConstruct, prop: string, names: readonly string[], list: Named): void {
  const known = list.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const kind = prop.endsWith(".after") ? "services" : prop.split(".").at(-1);
  const must = `name ${kind} of the stack`;
  const fix = `add it, or use one of: ${known.length === 0 ? "none" : known.join(", ")}`;
  refuse(scope, { code: "BadName", prop, must, got: unknown, fix });
}

function requireConfig(scope: IConstruct, prop: string, { content }: SwarmConfig): void {
  if (isToken(content)) return;
  const bytes = Buffer.byteLength(content);
  if (bytes > 0 && bytes <= LARGEST_CONFIG_BYTES) return;
  const must = `contain 1 to ${LARGEST_CONFIG_BYTES} bytes`;
  refuse(scope, { code: "OutOfRange", prop, must, got: bytes, fix: "put larger files into the image" });
}

function requireSecret(scope: IConstruct, prop: string, secret: SwarmSecret): void {
  if (isFromVault(secret)) requireVaultSecret(scope, prop, secret);
  if (!isStored(secret)) return;
  requireInteger(scope, `${prop}.version`, secret.version, { min: 1 });
  if (isToken(secret.value)) return;
  refuse(scope, {
    code: "Conflict",
    prop: `${prop}.value`,
    must: "come from a sensitive variable",
    got: "a literal",
    fix: "pass the variable's stringValue, or better 'vault', which keeps the value out of the state",
  });
}

/** A port can be published once. */
function requireDistinctPorts(scope: IConstruct, services: readonly SwarmService[]): void {
  const owners = new Map<string, string>();
  services.forEach(({ name, ports = [] }, index) => {
    ports.forEach(({ published, protocol = "tcp" }, position) => {
      const key = `${published}/${protocol}`;
      const owner = owners.get(key);
      owners.set(key, name);
      if (owner === undefined || isToken(published)) return;
      const prop = `services[${index}].ports[${position}].published`;
      const must = `differ from the ports of "${owner}"`;
      refuse(scope, { code: "Conflict", prop, must, got: key, fix: "publish another port" });
    });
  });
}

/** Services that wait for each other would never be created. */
function requireNoCircle(scope: IConstruct, services: readonly SwarmService[]): void {
  let waiting = services;
  for (;;) {
    const names = waiting.map(({ name }) => name);
    const left = waiting.filter(({ after = [] }) => after.some((name) => names.includes(name)));
    if (left.length === waiting.length) break;
    waiting = left;
  }
  const [first] = waiting;
  if (first === undefined) return;
  const prop = `services[${services.indexOf(first)}].after`;
  const got = waiting.map(({ name }) => name).join(", ");
  refuse(scope, {
    code: "Conflict",
    prop,
    must: "not form a cycle",
    got,
    fix: "remove one of them",
  });
}
