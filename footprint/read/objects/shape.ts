/** How a member of a Terraform block becomes one of a Kubernetes object. */
interface Member {
  /** @default - Terraform's name in camelCase */
  readonly to?: string;
  /** Members of the block. @default - the value is taken as it is */
  readonly block?: Shape;
  /** True where Kubernetes has a list. @default - one block */
  readonly many?: boolean;
}

/** Members of a block that decide about connections, by Terraform's name. */
export type Shape = Readonly<Record<string, Member>>;

const AS_IS: Member = {};
const METADATA: Shape = { name: AS_IS, generate_name: AS_IS, namespace: AS_IS, labels: AS_IS };
const SELECTOR: Member = {
  block: {
    match_labels: AS_IS,
    match_expressions: { many: true, block: { key: AS_IS, operator: AS_IS, values: AS_IS } },
  },
};
const CONTAINER: Shape = {
  port: { to: "ports", many: true, block: { name: AS_IS, container_port: AS_IS, protocol: AS_IS } },
};
const POD: Shape = { host_network: AS_IS, container: { to: "containers", many: true, block: CONTAINER } };
const TEMPLATE: Member = { block: { metadata: { block: METADATA }, spec: { block: POD } } };
const PEERS: Member = {
  many: true,
  block: {
    pod_selector: SELECTOR,
    namespace_selector: SELECTOR,
    ip_block: { block: { cidr: AS_IS, except: AS_IS } },
  },
};
const PORTS: Member = { many: true, block: { port: AS_IS, end_port: AS_IS, protocol: AS_IS } };
const BACKEND: Member = {
  block: {
    service_name: AS_IS,
    service_port: AS_IS,
    service: { block: { name: AS_IS, port: { block: { name: AS_IS, number: AS_IS } } } },
  },
};

const WORKLOAD: Shape = { template: TEMPLATE };

/** The spec of each kind, by API group and kind. */
const SPECS: Readonly<Record<string, Shape>> = {
  "apps/DaemonSet": WORKLOAD,
  "apps/Deployment": WORKLOAD,
  "apps/StatefulSet": WORKLOAD,
  "batch/CronJob": { job_template: { block: { spec: { block: WORKLOAD } } } },
  "batch/Job": WORKLOAD,
  Namespace: {},
  "networking.k8s.io/Ingress": {
    default_backend: BACKEND,
    backend: BACKEND,
    rule: {
      to: "rules",
      many: true,
      block: { http: { block: { path: { to: "paths", many: true, block: { backend: BACKEND } } } } },
    },
  },
  "networking.k8s.io/NetworkPolicy": {
    policy_types: AS_IS,
    pod_selector: SELECTOR,
    ingress: { many: true, block: { from: PEERS, ports: PORTS } },
    egress: { many: true, block: { to: PEERS, ports: PORTS } },
  },
  Pod: POD,
  ReplicationController: WORKLOAD,
  Service: {
    selector: AS_IS,
    port: {
      to: "ports",
      many: true,
      block: { name: AS_IS, port: AS_IS, target_port: AS_IS, protocol: AS_IS },
    },
  },
};

/** The members of a resource of a kind; undefined for a kind that decides nothing. */
export function shapeOf(type: string): Shape | undefined {
  const spec = Object.hasOwn(SPECS, type) ? SPECS[type] : undefined;
  return spec === undefined ? undefined : { metadata: { block: METADATA }, spec: { block: spec } };
}

type Json = Readonly<Record<string, unknown>>;

/** A block of a resource, without references, as Kubernetes has it. */
export function shaped(value: unknown, shape: Shape): Json {
  const block = isMap(value) ? value : {};
  const entries = Object.entries(shape).flatMap(([written, { to, block: inner, many }]) => {
    const member = block[written];
    if (member === undefined || member === null) return [];
    const name = to ?? written.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (inner === undefined) return [[name, plain(member, written)]];
    // A plan writes every block as a list, CDKTF one block as an object.
    const blocks = (Array.isArray(member) ? member : [member]).map((each) => shaped(each, inner));
    if (many === true) return [[name, blocks]];
    return blocks.length === 0 ? [] : [[name, blocks[0]]];
  });
  return Object.fromEntries(entries) as Json;
}

/** Ports are text to Terraform, and empty texts and null are absent. */
function plain(value: unknown, written: string): unknown {
  if (value === "") return undefined;
  if (/port$/.test(written) && typeof value === "string" && /^\d+$/.test(value)) return Number(value);
  return value;
}

function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
