import { connections, explain, fromKubernetes } from "../../network";
import fc, { runs } from "../helpers/fast-check";
import { addressesOf, CLUSTERS, portsOf } from "./reference/clusters";
import { type End, hasIpv6, isAllowed, type Pod } from "./reference/evaluate";

const PROTOCOLS = ["TCP", "UDP", "SCTP"] as const;

type Generated = typeof CLUSTERS extends fc.Arbitrary<infer T> ? T : never;

function modelOf({ namespaces, pods, policies }: Generated) {
  return fromKubernetes(
    [
      ...Object.entries(namespaces).map(([name, labels]) => ({
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name, labels },
      })),
      ...pods.map(({ namespace, labels, ports, hostNetwork }, index) => ({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: `w${index}`, namespace, labels },
        spec: { hostNetwork, containers: [{ ports }] },
      })),
      ...policies,
    ].map((value) => ({ value })),
  );
}

/** Which ports a text of a list has. */
function openPorts(text: string | undefined): (protocol: string, port: number) => boolean {
  if (text === undefined || text === "All Connections") return () => text !== undefined;
  let current = "";
  const ranges = text.split(",").map((part) => {
    const [, named, first, last] = /^(?:([A-Z]+) )?(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    current = named ?? current;
    return { protocol: current, first: Number(first), last: Number(last ?? first) };
  });
  return (protocol, port) =>
    ranges.some((range) => range.protocol === protocol && range.first <= port && port <= range.last);
}

/** Address as a number, for comparison. */
function numberOf(address: string): bigint {
  if (!address.includes(":")) return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [before, after] = [groups(head), groups(tail)];
  const all = address.includes("::")
    ? [...before, ...Array(8 - before.length - after.length).fill("0"), ...after]
    : before;
  return all.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}

function lookUp(rows: ReadonlyMap<string, string>, ranges: ReadonlyMap<string, [string, string, string][]>) {
  return (src: string, dst: string): string | undefined => {
    const isAddress = (text: string) => !text.includes("/");
    if (!isAddress(src) && !isAddress(dst)) return rows.get(`${src} ${dst}`);
    const [key, address] = isAddress(src) ? [`in ${dst}`, src] : [`out ${src}`, dst];
    return ranges
      .get(key)
      ?.find(
        ([first, last]) =>
          first.includes(":") === address.includes(":") &&
          numberOf(first) <= numberOf(address) &&
          numberOf(address) <= numberOf(last),
      )?.[2];
  };
}

function checkCluster(cluster: Generated): void {
  const model = modelOf(cluster);
  const rows = new Map<string, string>();
  const ranges = new Map<string, [string, string, string][]>();
  for (const { src, dst, conn } of connections(model)) {
    const [address] = [src, dst].filter((text) => !text.includes("/"));
    if (address === undefined) rows.set(`${src} ${dst}`, conn);
    else {
      const key = src.includes("/") ? `out ${src}` : `in ${dst}`;
      const [first = "", last = ""] = address.split("-");
      ranges.set(key, [...(ranges.get(key) ?? []), [first, last, conn]]);
    }
  }
  const found = lookUp(rows, ranges);
  const isSix = hasIpv6(cluster);
  const addresses = [...addressesOf(cluster.policies), ...(isSix ? ["2:3::4"] : [])].filter(
    (address) => isSix || !address.includes(":"),
  );
  const ports = portsOf(cluster.policies.concat(cluster.pods as never));
  const ends: { name: string; end: End }[] = [
    ...cluster.pods.map((pod, index) => ({ name: `${pod.namespace}/w${index}[Pod]`, end: pod as Pod })),
    ...addresses.map((address) => ({ name: address, end: address })),
  ];
  for (const from of ends)
    for (const to of ends) {
      if (from === to || (typeof from.end === "string" && typeof to.end === "string")) continue;
      const text = found(from.name, to.name);
      const isOpen = openPorts(text);
      const reference = isAllowed(cluster, from.end, to.end);
      for (const protocol of PROTOCOLS)
        for (const port of ports) {
          const expected = reference(protocol, port);
          if (isOpen(protocol, port) !== expected)
            throw new Error(`${from.name} => ${to.name} ${protocol} ${port}: ${text}, expected ${expected}`);
        }
    }
  expectFewRanges(ranges);
  expectExplained(cluster, model, ends);
}

/** Neighbours with equal connections are one range. */
function expectFewRanges(ranges: ReadonlyMap<string, [string, string, string][]>): void {
  for (const list of ranges.values())
    for (const [first, , conn] of list)
      if (
        list.some(
          ([other, last, same]) =>
            same === conn &&
            other.includes(":") === first.includes(":") &&
            numberOf(last) + 1n === numberOf(first),
        )
      )
        throw new Error(`two ranges with ${conn} meet at ${first}`);
}

/** One port of each pair: explanations come from other code than the list. */
function expectExplained(
  cluster: Generated,
  model: ReturnType<typeof modelOf>,
  ends: readonly { name: string; end: End }[],
): void {
  for (const [index, from] of ends.entries()) {
    const to = ends[(index + 1) % cluster.pods.length];
    if (to === undefined || to === from) continue;
    for (const protocol of PROTOCOLS) {
      const { verdict } = explain(model, from.name, to.name, 80, protocol);
      const expected = isAllowed(cluster, from.end, to.end)(protocol, 80) ? "allowed" : "denied";
      if (verdict !== expected)
        throw new Error(`explain ${from.name} => ${to.name} ${protocol} 80: ${verdict}`);
    }
  }
}

test("the list and the explanations agree with the reference evaluator on generated clusters", () => {
  fc.assert(fc.property(CLUSTERS, checkCluster), runs(50));
}, 600_000);
