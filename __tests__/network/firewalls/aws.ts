import fc from "../../helpers/fast-check";
import { ALIGNED, type End, HOSTS, inRange, PARTIAL, SUBNETS, type World } from "./world";

const GROUPS = ["g0", "g1"];

interface Rule {
  readonly group: string;
  readonly direction: "ingress" | "egress";
  /** A range, a group, or the group itself. */
  readonly peer: { readonly cidr: string } | { readonly group: string } | "self";
  readonly protocol: "tcp" | "udp" | "-1" | "icmp";
  readonly ports: readonly [number, number];
  /** How Terraform writes it. */
  readonly form: "inline" | "rule" | "vpc";
}

const RULE: fc.Arbitrary<Rule> = fc.record({
  group: fc.constantFrom(...GROUPS),
  direction: fc.constantFrom("ingress", "egress"),
  peer: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ALIGNED).map((cidr) => ({ cidr })) },
    { weight: 3, arbitrary: fc.constantFrom(...PARTIAL).map((cidr) => ({ cidr })) },
    { weight: 3, arbitrary: fc.constantFrom(...GROUPS).map((group) => ({ group })) },
    { weight: 1, arbitrary: fc.constant("self" as const) },
  ),
  protocol: fc.constantFrom("tcp", "tcp", "udp", "-1", "-1", "icmp"),
  ports: fc.constantFrom([22, 22] as const, [80, 443] as const, [443, 443] as const, [0, 65535] as const),
  form: fc.constantFrom("inline", "rule", "vpc"),
});

/** What most groups have. */
const OPEN: Rule = {
  group: "g0",
  direction: "egress",
  peer: { cidr: "0.0.0.0/0" },
  protocol: "-1",
  ports: [0, 65535],
  form: "inline",
};

const MEMBER = fc.record({
  subnet: fc.constantFrom("a" as const, "b" as const),
  groups: fc.uniqueArray(fc.constantFrom(...GROUPS), { minLength: 1, maxLength: 2 }),
});

/** Machines with groups in two subnets, and rules in every form. */
export const AWS: fc.Arbitrary<World> = fc
  .record({
    members: fc.array(MEMBER, { minLength: 2, maxLength: 2 }),
    random: fc.array(RULE, { minLength: 2, maxLength: 8 }),
    open: fc.constantFrom([], [OPEN], [OPEN]),
  })
  .map(({ members, random, open }) => ({ members, rules: [...random, ...open] }))
  .map(({ members, rules }): World => {
    const named = Object.fromEntries(members.map((member, index) => [`aws_instance.m${index}`, member]));
    return {
      document: { resource: resources(members, rules) },
      hosts: Object.fromEntries(Object.entries(named).map(([name, { subnet }]) => [name, HOSTS[subnet]])),
      isAligned: !rules.some(
        ({ peer }) => typeof peer === "object" && "cidr" in peer && PARTIAL.includes(peer.cidr),
      ),
      /** A connection needs a rule of some group of each side: groups only allow. */
      answer: (from, to, protocol, port) => {
        const groupsOf = ({ name = "" }: End) => named[name]?.groups ?? [];
        const side = (direction: Rule["direction"], own: End, other: End) =>
          own.name === undefined ||
          rules.some(
            (rule) =>
              rule.direction === direction &&
              groupsOf(own).includes(rule.group) &&
              hasPort(rule, protocol, port) &&
              (rule.peer === "self"
                ? groupsOf(other).includes(rule.group)
                : "group" in rule.peer
                  ? groupsOf(other).includes(rule.peer.group)
                  : inRange(rule.peer.cidr, other.address)),
          );
        return side("egress", from, to) && side("ingress", to, from);
      },
    };
  });

function hasPort({ protocol, ports: [first, last] }: Rule, wanted: string, port: number): boolean {
  if (protocol === "-1") return true;
  return protocol.toUpperCase() === wanted && first <= port && port <= last;
}

const id = (group: string) => `\${aws_security_group.${group}.id}`;

function resources(
  members: readonly { subnet: string; groups: readonly string[] }[],
  rules: readonly Rule[],
) {
  const inline = (group: string, direction: Rule["direction"]) =>
    rules
      .filter((rule) => rule.form === "inline" && rule.group === group && rule.direction === direction)
      .map((rule) => ({
        ...ports(rule),
        protocol: rule.protocol,
        ...(rule.peer === "self"
          ? { self: true }
          : "group" in rule.peer
            ? { security_groups: [id(rule.peer.group)] }
            : { cidr_blocks: [rule.peer.cidr] }),
      }));
  const separate = (form: Rule["form"], direction?: Rule["direction"]) =>
    rules
      .map((rule, index) => ({ rule, index }))
      .filter(({ rule }) => rule.form === form && (direction ?? rule.direction) === rule.direction);
  return {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: Object.fromEntries(
      Object.entries(SUBNETS).map(([name, cidr_block]) => [
        name,
        { vpc_id: "${aws_vpc.main.id}", cidr_block },
      ]),
    ),
    aws_security_group: Object.fromEntries(
      GROUPS.map((group) => [
        group,
        { vpc_id: "${aws_vpc.main.id}", ingress: inline(group, "ingress"), egress: inline(group, "egress") },
      ]),
    ),
    aws_security_group_rule: Object.fromEntries(
      separate("rule").map(({ rule, index }) => [
        `r${index}`,
        {
          type: rule.direction,
          security_group_id: id(rule.group),
          protocol: rule.protocol,
          ...ports(rule),
          ...(rule.peer === "self"
            ? { self: true }
            : "group" in rule.peer
              ? { source_security_group_id: id(rule.peer.group) }
              : { cidr_blocks: [rule.peer.cidr] }),
        },
      ]),
    ),
    ...Object.fromEntries(
      (["ingress", "egress"] as const).map((direction) => [
        `aws_vpc_security_group_${direction}_rule`,
        Object.fromEntries(
          separate("vpc", direction).map(({ rule, index }) => [
            `v${index}`,
            {
              security_group_id: id(rule.group),
              ip_protocol: rule.protocol,
              ...(rule.protocol === "-1" ? {} : ports(rule)),
              ...(rule.peer === "self"
                ? { referenced_security_group_id: id(rule.group) }
                : "group" in rule.peer
                  ? { referenced_security_group_id: id(rule.peer.group) }
                  : { cidr_ipv4: rule.peer.cidr }),
            },
          ]),
        ),
      ]),
    ),
    aws_instance: Object.fromEntries(
      members.map(({ subnet, groups }, index) => [
        `m${index}`,
        { subnet_id: `\${aws_subnet.${subnet}.id}`, vpc_security_group_ids: groups.map(id) },
      ]),
    ),
  };
}

function ports({ protocol, ports: [from_port, to_port] }: Rule) {
  return protocol === "-1" ? { from_port: 0, to_port: 0 } : { from_port, to_port };
}
