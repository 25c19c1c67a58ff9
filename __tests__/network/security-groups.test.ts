import { allowed, explain, explanationText, exposure, fromTerraform } from "../../network";
import { linesOf } from "./cluster";

const VPC = "${aws_vpc.main.id}";
const group = (name: string) => `\${aws_security_group.${name}.id}`;
const all = { from_port: 0, to_port: 0, protocol: "-1" };
const tcp = (port: number) => ({ from_port: port, to_port: port, protocol: "tcp" });
const OUT = [{ ...all, cidr_blocks: ["0.0.0.0/0"] }];

type Resources = Record<string, Record<string, unknown>>;

/** A load balancer, a machine and a database in two subnets, and what a case adds. */
function modelOf(more: Resources = {}) {
  const resource: Resources = {
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_subnet: {
      a: { vpc_id: VPC, cidr_block: "10.0.1.0/24" },
      b: { vpc_id: VPC, cidr_block: "10.0.2.0/24" },
    },
    aws_db_subnet_group: { db: { subnet_ids: ["${aws_subnet.b.id}"] } },
    aws_security_group: {
      lb: { vpc_id: VPC, ingress: [{ ...tcp(443), cidr_blocks: ["0.0.0.0/0"] }], egress: OUT },
      web: { vpc_id: VPC, ingress: [{ ...tcp(8080), security_groups: [group("lb")] }], egress: OUT },
      db: { vpc_id: VPC },
    },
    aws_security_group_rule: {
      web_to_db: {
        type: "ingress",
        security_group_id: group("db"),
        ...tcp(5432),
        source_security_group_id: group("web"),
      },
    },
    aws_lb: { front: { security_groups: [group("lb")], subnets: ["${aws_subnet.a.id}"] } },
    aws_instance: { web: { vpc_security_group_ids: [group("web")], subnet_id: "${aws_subnet.a.id}" } },
    aws_db_instance: {
      db: { vpc_security_group_ids: [group("db")], db_subnet_group_name: "${aws_db_subnet_group.db.name}" },
    },
  };
  for (const [type, named] of Object.entries(more)) resource[type] = { ...resource[type], ...named };
  return fromTerraform([{ document: { resource } }]);
}

const ingress = (name: string, rule: object) => ({
  aws_vpc_security_group_ingress_rule: {
    [name]: { security_group_id: group("db"), ip_protocol: "tcp", from_port: 5432, to_port: 5432, ...rule },
  },
});

test("groups allow by group and by address, and what no rule allows is denied", () => {
  expect(linesOf(modelOf())).toEqual([
    "0.0.0.0-255.255.255.255 => aws_lb.front : TCP 443",
    "aws_instance.web => 0.0.0.0-255.255.255.255 : All Connections",
    "aws_instance.web => aws_db_instance.db : TCP 5432",
    "aws_instance.web => aws_lb.front : TCP 443",
    "aws_lb.front => 0.0.0.0-255.255.255.255 : All Connections",
    "aws_lb.front => aws_instance.web : TCP 8080",
  ]);
});

test("explain names the group and the rule on both sides, or what lacks a rule", () => {
  const model = modelOf();
  expect(explanationText(explain(model, "aws_instance.web", "aws_db_instance.db", 5432))).toBe(
    [
      "aws_instance.web => aws_db_instance.db TCP 5432: allowed",
      "  egress of aws_instance.web: allowed by aws_security_group.web, egress rule 1: to 0.0.0.0-255.255.255.255, all ports",
      '  ingress of aws_db_instance.db: allowed by aws_security_group.db, ingress rule 1 "aws_security_group_rule.web_to_db": from members of aws_security_group.web, TCP 5432',
      "",
    ].join("\n"),
  );
  expect(explanationText(explain(model, "aws_db_instance.db", "aws_instance.web", 8080))).toContain(
    "egress of aws_db_instance.db: denied: aws_security_group.db selects it and has no egress rule",
  );
  expect(allowed(model, "internet", "aws_lb.front", 443)).toBe(true);
  expect(allowed(model, "internet", "aws_db_instance.db", 5432)).toBe(false);
});

test.each<[string, Resources, string, number, boolean | undefined]>([
  ["the range of the subnet", ingress("x", { cidr_ipv4: "10.0.1.0/24" }), "aws_lb.front", 5432, true],
  [
    "the range of the VPC",
    ingress("x", { cidr_ipv4: "${aws_vpc.main.cidr_block}" }),
    "aws_lb.front",
    5432,
    true,
  ],
  ["the range of another subnet", ingress("x", { cidr_ipv4: "10.0.2.0/24" }), "aws_lb.front", 5432, false],
  ["a part of the subnet", ingress("x", { cidr_ipv4: "10.0.1.0/28" }), "aws_lb.front", 5432, undefined],
  ["a range of a variable", ingress("x", { cidr_ipv4: "${var.office}" }), "aws_lb.front", 5432, undefined],
  ["a prefix list", ingress("x", { prefix_list_id: "pl-1" }), "aws_lb.front", 5432, undefined],
  ["a prefix list on another port", ingress("x", { prefix_list_id: "pl-1" }), "aws_lb.front", 22, false],
  ["IPv6 only", ingress("x", { cidr_ipv6: "::/0" }), "aws_lb.front", 5432, false],
  ["ICMP", ingress("x", { cidr_ipv4: "0.0.0.0/0", ip_protocol: "icmp" }), "aws_lb.front", 5432, false],
  [
    "every protocol",
    ingress("x", { cidr_ipv4: "10.0.0.0/8", ip_protocol: "-1", from_port: -1, to_port: -1 }),
    "aws_lb.front",
    22,
    true,
  ],
  ["a group that is elsewhere", ingress("x", { referenced_security_group_id: "sg-1" }), "sg-1", 5432, true],
  [
    "a group that is elsewhere, another port",
    ingress("x", { referenced_security_group_id: "sg-1" }),
    "sg-1",
    22,
    false,
  ],
  [
    "a network ACL that denies",
    {
      aws_network_acl: {
        x: { vpc_id: VPC, subnet_ids: ["${aws_subnet.b.id}"], ingress: [{ action: "deny" }] },
      },
    },
    "aws_instance.web",
    5432,
    undefined,
  ],
  [
    "a network ACL of another subnet",
    { aws_network_acl: { x: { vpc_id: VPC, subnet_ids: ["subnet-9"], ingress: [{ action: "deny" }] } } },
    "aws_instance.web",
    5432,
    true,
  ],
])("%s", (_, more, from, port, answer) => {
  expect(allowed(modelOf(more), from, "aws_db_instance.db", port)).toBe(answer);
});

test("what names no group has the default group of its VPC, as far as the document has it", () => {
  const two = (more: object) => ({
    aws_instance: { one: { ...more }, two: { ...more }, web: { subnet_id: "subnet-1" } },
  });
  const own = modelOf(two({ subnet_id: "${aws_subnet.a.id}" }));
  expect(allowed(own, "aws_instance.one", "aws_instance.two", 22)).toBe(true);
  expect(allowed(own, "aws_lb.front", "aws_instance.two", 22)).toBe(false);
  const emptied = { aws_default_security_group: { main: { vpc_id: VPC } } };
  const closed = modelOf({ ...two({ subnet_id: "${aws_subnet.a.id}" }), ...emptied });
  expect(allowed(closed, "aws_instance.one", "aws_instance.two", 22)).toBe(false);
  const other = modelOf(two({ subnet_id: "subnet-1" }));
  expect(allowed(other, "aws_instance.one", "aws_instance.two", 22)).toBeUndefined();
});

test("exposure lists the groups that a thing admits", () => {
  expect(exposure(modelOf(ingress("x", { referenced_security_group_id: "sg-1" })))).toContainEqual({
    workload: "aws_db_instance.db",
    direction: "ingress",
    peer: "members of sg-1",
    conn: "TCP 5432",
  });
});

test("what is wrong with rules is one line each, all of them in one run", () => {
  const model = modelOf({
    aws_vpc_security_group_ingress_rule: {
      a: {
        security_group_id: group("db"),
        ip_protocol: "tcp",
        from_port: 1,
        to_port: 70_000,
        cidr_ipv4: "10.0.0.0/33",
      },
      b: {
        security_group_id: group("db"),
        ip_protocol: "icmp",
        from_port: 8,
        to_port: 0,
        cidr_ipv4: "10.0.0.0/8",
      },
    },
    aws_security_group: {
      more: { ingress: [{ ...tcp(1), from_port: 9, cidr_blocks: ["${var.range}", "office"] }] },
    },
  });
  expect(() => allowed(model, "aws_instance.web", "aws_db_instance.db", 1)).toThrow(
    [
      'aws_security_group.more: ingress[0].cidr_blocks: "office" is no range of addresses; write a CIDR such as 10.0.0.0/8',
      'aws_security_group.more: ingress[0].from_port: "9-1" ends before it begins; write the lower port first',
      'aws_vpc_security_group_ingress_rule.a: cidr_ipv4: "10.0.0.0/33" is no range of addresses; write a CIDR such as 10.0.0.0/8',
      'aws_vpc_security_group_ingress_rule.a: from_port: "1-70000" is no port from 0 to 65535; write a port in that range',
    ].join("\n"),
  );
});

test("dynamic blocks are written out where it is known what for, else undetermined", () => {
  const dynamic = (for_each: unknown) => ({
    aws_security_group: {
      db: {
        vpc_id: VPC,
        dynamic: {
          ingress: [
            {
              for_each,
              content: {
                from_port: "${ingress.value}",
                to_port: "${ingress.value}",
                protocol: "tcp",
                cidr_blocks: ["10.0.0.0/8"],
              },
            },
          ],
        },
      },
    },
    aws_security_group_rule: {
      web_to_db: { type: "egress", security_group_id: group("db"), ...tcp(1), cidr_blocks: [] },
    },
  });
  const ask = (for_each: unknown, port: number) =>
    allowed(modelOf(dynamic(for_each)), "aws_instance.web", "aws_db_instance.db", port);
  expect([ask([22, 80], 80), ask([22, 80], 81)]).toEqual([true, false]);
  expect(ask("${var.ports}", 80)).toBeUndefined();
});
