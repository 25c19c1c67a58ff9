import type { Rule } from "../rule";
import { at, isMap, type Json, listAt, numberAt, textAt } from "../subject";

const ANYWHERE: ReadonlySet<string> = new Set(["0.0.0.0/0", "::/0", "*", "Internet", "0.0.0.0"]);
/** What a public service is for. */
const WEB: ReadonlySet<number> = new Set([80, 443]);

export const publicExposure: Rule = {
  id: "WB075",
  name: "public-exposure",
  severity: "error",
  securitySeverity: 8,
  problem: "A database, the API of a cluster or a port other than 80 and 443 is open to the internet.",
  reason: "It is found within hours, and tried with known faults and passwords.",
  fix: "Name the ranges that may connect; give the database no public address.",
  source: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html",
  others: [
    "checkov CKV_AWS_17",
    "checkov CKV_AWS_24",
    "checkov CKV_AWS_25",
    "checkov CKV_AZURE_9",
    "checkov CKV_GCP_2",
  ],
  *find(subject) {
    for (const { type, address, value } of subject.resources)
      for (const text of READERS[type]?.(value) ?? []) yield { on: subject.thing(address), part: text, text };
  },
};

type Reader = (value: Json) => readonly string[];

/** What of a resource is open, by Terraform type. */
const READERS: Readonly<Record<string, Reader>> = {
  aws_db_instance: isPublic,
  aws_rds_cluster_instance: isPublic,
  aws_eks_cluster: (value) => {
    const config = blockOf(value, "vpc_config");
    const ranges = listAt(config, "public_access_cidrs");
    const isClosed = at(config, "endpoint_public_access") === false;
    const isLimited = ranges.length > 0 && !ranges.some((each) => ANYWHERE.has(String(each)));
    return isClosed || isLimited ? [] : ["the API of the cluster is public"];
  },
  aws_security_group: (value) =>
    blocksOf(value, "ingress").flatMap((rule) =>
      portsOpen([...listAt(rule, "cidr_blocks"), ...listAt(rule, "ipv6_cidr_blocks")], rule),
    ),
  aws_security_group_rule: (value) =>
    textAt(value, "type") === "ingress"
      ? portsOpen([...listAt(value, "cidr_blocks"), ...listAt(value, "ipv6_cidr_blocks")], value)
      : [],
  aws_vpc_security_group_ingress_rule: (value) =>
    portsOpen([at(value, "cidr_ipv4"), at(value, "cidr_ipv6")], value),
  azurerm_network_security_group: (value) => blocksOf(value, "security_rule").flatMap(azureRule),
  azurerm_network_security_rule: azureRule,
  google_compute_firewall: (value) =>
    textAt(value, "direction") === "EGRESS" ||
    !listAt(value, "source_ranges").some((each) => ANYWHERE.has(String(each)))
      ? []
      : blocksOf(value, "allow").flatMap((allow) => {
          const ports = listAt(allow, "ports").map(String);
          const isWeb = ports.length > 0 && ports.every((port) => WEB.has(Number(port)));
          const protocol = textAt(allow, "protocol") ?? "all";
          return isWeb || protocol === "icmp"
            ? []
            : [`${protocol} ${ports.join(", ") || "every port"} is open to the internet`];
        }),
};

function isPublic(value: Json): string[] {
  return at(value, "publicly_accessible") === true ? ["publicly_accessible is true"] : [];
}

function portsOpen(ranges: readonly unknown[], rule: unknown): string[] {
  if (!ranges.some((each) => ANYWHERE.has(String(each)))) return [];
  const [first, last] = [numberAt(rule, "from_port"), numberAt(rule, "to_port")];
  const protocol = textAt(rule, "protocol") ?? textAt(rule, "ip_protocol") ?? "";
  if (/icmp/.test(protocol) || (first !== undefined && first === last && WEB.has(first))) return [];
  const isAll = protocol === "-1" || first === undefined || (first === 0 && last === 0);
  const ports = isAll ? "every port" : first === last ? `port ${first}` : `ports ${first}-${last}`;
  return [`${ports} is open to the internet`];
}

function azureRule(value: unknown): string[] {
  const is = (key: string, wanted: string) => textAt(value, key)?.toLowerCase() === wanted;
  if (!is("direction", "inbound") || !is("access", "allow")) return [];
  const sources = [
    textAt(value, "source_address_prefix"),
    ...listAt(value, "source_address_prefixes").map(String),
  ];
  if (!sources.some((each) => each !== undefined && ANYWHERE.has(each))) return [];
  const ports = [
    textAt(value, "destination_port_range"),
    ...listAt(value, "destination_port_ranges").map(String),
  ].filter((each) => each !== undefined);
  if (ports.length > 0 && ports.every((port) => WEB.has(Number(port)))) return [];
  return [`port ${ports.join(", ").replace("*", "any")} is open to the internet`];
}

/** A block, which Terraform writes as one or as a list. */
function blocksOf(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : isMap(found) ? [found] : [];
}

function blockOf(value: unknown, key: string): unknown {
  return blocksOf(value, key)[0];
}
