import type { ResourceGraph } from "../../footprint/read/objects";
import { blocks, type Json, own } from "../../footprint/read/text/value";
import { rangeOf } from "../addresses";
import { LAST_PORT } from "../connection-set";
import { type Fault, type Origin, type Path, shown } from "../faults";
import { isOpen, numberOf } from "./values";

/** Types whose rules are checked, and blocks of theirs that are rules. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  aws_default_security_group: ["ingress", "egress"],
  aws_security_group: ["ingress", "egress"],
  aws_security_group_rule: [],
  aws_vpc_security_group_egress_rule: [],
  aws_vpc_security_group_ingress_rule: [],
  azurerm_network_security_group: ["security_rule"],
  azurerm_network_security_rule: [],
  google_compute_firewall: ["allow", "deny"],
};
const RANGES = [
  "cidr_blocks",
  "ipv6_cidr_blocks",
  "cidr_ipv4",
  "cidr_ipv6",
  "source_ranges",
  "destination_ranges",
];
const PORTS = ["ports", "destination_port_range", "destination_port_ranges"];

/** What is wrong with the rules of a document: ranges that are none, ports beyond 65535, spans that end before they begin. */
export function faultsOf(graph: ResourceGraph, origin: Origin): Fault[] {
  return graph.of(...Object.keys(RULES)).flatMap((resource) => {
    const nested = (RULES[resource.type] ?? []).flatMap((key) =>
      blocks(own(resource.value, key)).map((block, index) => ({ block, path: [key, index] as Path })),
    );
    return [{ block: resource.value, path: [] as Path }, ...nested].flatMap(({ block, path }) =>
      ofRule(block).map(
        ({ key, problem, fix }): Fault => ({
          origin,
          object: resource.address,
          path: [...path, key],
          problem,
          fix,
        }),
      ),
    );
  });
}

interface Problem {
  readonly key: string;
  readonly problem: string;
  readonly fix: string;
}

function ofRule(block: Json): Problem[] {
  const ranges = RANGES.flatMap((key) =>
    textsIn(block, key)
      .filter((text) => rangeOf(text) === undefined)
      .map((text) => ({
        key,
        problem: `${shown(text)} is no range of addresses`,
        fix: "write a CIDR such as 10.0.0.0/8",
      })),
  );
  const spans = PORTS.flatMap((key) =>
    textsIn(block, key)
      .filter((text) => text !== "*")
      .flatMap((text) => ofSpan(key, text.split("-").map(numberOf), text)),
  );
  const [from, to] = [own(block, "from_port"), own(block, "to_port")];
  const isOfAws = from !== undefined && to !== undefined && !isOpen([from, to]) && isPorts(block);
  return [
    ...ranges,
    ...spans,
    ...(isOfAws ? ofSpan("from_port", [numberOf(from), numberOf(to)], `${String(from)}-${String(to)}`) : []),
  ];
}

/** False for ICMP, whose types are in the place of ports, and for every protocol. */
function isPorts(block: Json): boolean {
  return /^(?:tcp|udp|sctp|6|17|132)$/i.test(String(own(block, "protocol") ?? own(block, "ip_protocol")));
}

function ofSpan(
  key: string,
  [first, last = first]: readonly (number | undefined)[],
  text: string,
): Problem[] {
  const isPort = (port: number | undefined) => port !== undefined && port >= 0 && port <= LAST_PORT;
  if (!isPort(first) || !isPort(last))
    return [
      { key, problem: `${shown(text)} is no port from 0 to ${LAST_PORT}`, fix: "write a port in that range" },
    ];
  return (last as number) < (first as number)
    ? [{ key, problem: `${shown(text)} ends before it begins`, fix: "write the lower port first" }]
    : [];
}

function textsIn(block: Json, key: string): string[] {
  return [own(block, key) ?? []]
    .flat()
    .filter((each) => (typeof each === "string" || typeof each === "number") && !isOpen(each))
    .map(String)
    .filter((text) => text !== "");
}
