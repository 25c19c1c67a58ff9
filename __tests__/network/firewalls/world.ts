import { BlockList, isIP } from "node:net";
import { allowed, connections, fromTerraform } from "../../../network";

/** A network that a property makes, and the plainest answer to each question about it. */
export interface World {
  /** Terraform JSON. */
  readonly document: object;
  /** Things by name in lists, with the addresses that each may have. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  /** True where every range has all addresses of a thing or none: then every answer is determined. */
  readonly isAligned: boolean;
  /** Whether a connection is allowed; an end without a name is an address that is nobody's. */
  readonly answer: (from: End, to: End, protocol: string, port: number) => boolean;
}

export interface End {
  readonly name?: string;
  readonly address: string;
}

/** Addresses that are nobody's. */
const STRANGERS = ["203.0.113.7", "192.0.2.9"];
export const PORTS = [22, 100, 8000];

/** How often each answer was compared. */
export interface Counts {
  allowed: number;
  denied: number;
  undetermined: number;
}

/** Compares the list and the single answers of a world with the plainest ones. */
export function compare({ document, hosts, isAligned, answer }: World, counts: Counts): void {
  const model = fromTerraform([{ document }]);
  const rows = [...connections(model)];
  const names = Object.keys(hosts);
  const ends = [...names, ...STRANGERS];
  const isName = (text: string) => Object.hasOwn(hosts, text);
  for (const from of ends)
    for (const to of ends) {
      if (from === to || (!isName(from) && !isName(to))) continue;
      const conn = rows.find(({ src, dst }) => isEnd(src, from) && isEnd(dst, to))?.conn;
      for (const protocol of ["TCP", "UDP"] as const)
        for (const port of PORTS) {
          const listed = inText(conn, protocol, port);
          const truth = new Set(
            (hosts[from] ?? [from]).flatMap((out) =>
              (hosts[to] ?? [to]).map((into) =>
                answer(
                  { address: out, ...(isName(from) ? { name: from } : {}) },
                  { address: into, ...(isName(to) ? { name: to } : {}) },
                  protocol,
                  port,
                ),
              ),
            ),
          );
          const question = `${from} => ${to} ${protocol} ${port} (${conn ?? "no line"})`;
          // A line is cheap, an explanation is not.
          const isExplained = listed === undefined || (protocol === "TCP" && port === PORTS[1]);
          const single = isExplained ? allowed(model, from, to, port, protocol) : listed;
          if (listed !== undefined && single !== listed)
            throw new Error(`${question}: listed ${listed}, explained ${single}`);
          if (single === undefined && isAligned) throw new Error(`${question}: undetermined`);
          if (single !== undefined && (truth.size !== 1 || !truth.has(single)))
            throw new Error(`${question}: ${single}, should be ${[...truth].join(" and ")}`);
          counts[single === undefined ? "undetermined" : single ? "allowed" : "denied"] += 1;
        }
    }
}

/** True where an end of a line is a thing, or has an address. */
function isEnd(text: string, end: string): boolean {
  if (text === end) return true;
  const [first = "", last = ""] = text.split("-");
  return (
    isIP(first) !== 0 &&
    isIP(end) !== 0 &&
    (checked(text, end) ?? fits(text, end, (list) => list.addRange(first, last)))
  );
}

/** Whether a text of a list has a port; undefined where that is undetermined. */
function inText(text: string | undefined, protocol: string, port: number): boolean | undefined {
  if (text === undefined) return false;
  let current = "";
  for (const part of text.split(",")) {
    if (part === "All Connections") return true;
    const [, named, first, last] = /^(?:([A-Z]+) )?(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    current = named ?? current;
    if (current === protocol && Number(first) <= port && port <= Number(last ?? first)) return true;
  }
  return text.includes("Undetermined") ? undefined : false;
}

/** Whether a range in CIDR notation has an address. */
export function inRange(cidr: string, address: string): boolean {
  const [first = "", bits = "32"] = cidr.split("/");
  return checked(cidr, address) ?? fits(cidr, address, (list) => list.addSubnet(first, Number(bits)));
}

/** Answers by range and address: there are few, and each is asked often. */
const ANSWERS = new Map<string, boolean>();

function checked(range: string, address: string): boolean | undefined {
  return ANSWERS.get(`${range} ${address}`);
}

function fits(range: string, address: string, fill: (list: BlockList) => void): boolean {
  const list = new BlockList();
  fill(list);
  const answer = list.check(address);
  ANSWERS.set(`${range} ${address}`, answer);
  return answer;
}

/** The two subnets of every world, and addresses in them at the ends of the ranges that rules have. */
export const SUBNETS = { a: "10.0.1.0/24", b: "10.0.2.0/24" } as const;
export const HOSTS = { a: ["10.0.1.4", "10.0.1.200"], b: ["10.0.2.4", "10.0.2.200"] } as const;
export const ALIGNED = [
  "0.0.0.0/0",
  "10.0.0.0/16",
  "10.0.1.0/24",
  "10.0.2.0/24",
  "203.0.113.0/24",
  "10.9.0.0/16",
];
/** Ranges that have a part of a subnet. */
export const PARTIAL = ["10.0.1.0/25", "10.0.2.4/32"];
