/** How a member of a Terraform block becomes one of a Kubernetes object. */
export interface Member {
  /** @default - Terraform's name in camelCase */
  readonly to?: string;
  /** Members of the block. @default - the value is taken as it is */
  readonly block?: Shape;
  /** True where Kubernetes has a list. @default - one block */
  readonly many?: boolean;
}

/** Members of a block that the network evaluator or a rule reads, by Terraform's name. */
export type Shape = Readonly<Record<string, Member>>;

type Json = Readonly<Record<string, unknown>>;

/** A member that is taken as it is. */
export const AS_IS: Member = {};

/** Several members that are taken as they are. */
export function fields(...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, AS_IS]));
}

/** A list of blocks, called as Kubernetes calls it. */
export function list(to: string, block: Shape): Member {
  return { to, many: true, block };
}

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

/** What Terraform writes as text: ports and counts are numbers, flags are booleans, empty texts are absent. */
function plain(value: unknown, written: string): unknown {
  if (value === "") return undefined;
  if (NUMBERS.test(written) && typeof value === "string" && /^\d+$/.test(value)) return Number(value);
  if (FLAGS.test(written) && (value === "true" || value === "false")) return value === "true";
  return value;
}

const NUMBERS = /port$|^(?:max_unavailable|min_available|replicas|run_as_user)$/;
const FLAGS =
  /^(?:host_(?:network|pid|ipc)|privileged|allow_privilege_escalation|run_as_non_root|read_only(?:_root_filesystem)?|automount_service_account_token|optional)$/;

function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
