import { portText, reach } from "../../../../footprint/figures/reach";
import { read } from "../fixtures";

/** `internet (0.0.0.0/0) -> box:22`. */
const edgesOf = (resource: Parameters<typeof read>[0]) =>
  read(resource).edges.map(
    (edge) => `${edge.from.name} -> ${edge.to.name}:${edge.port === undefined ? "*" : portText(edge)}`,
  );

const BOX = {
  instance_type: "m5.large",
  tags: { Name: "box" },
  vpc_security_group_ids: ["${aws_security_group.a.id}"],
};
const RANGES = { cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: ["::/0"] };
const AZURE_RULE = { direction: "Inbound", access: "Allow", protocol: "Tcp", source_address_prefix: "*" };

test.each<[string, Parameters<typeof read>[0], string[]]>([
  [
    "a rule in a security group",
    {
      aws_security_group: { a: { ingress: [{ from_port: 22, to_port: 22, protocol: "tcp", ...RANGES }] } },
      aws_instance: { box: BOX },
    },
    ["internet (0.0.0.0/0) -> box:22", "internet (::/0) -> box:22"],
  ],
  [
    "rules of their own, between groups too",
    {
      aws_security_group: { a: { name: "admin" }, b: { name: "db" } },
      aws_security_group_rule: {
        r: {
          type: "ingress",
          from_port: 8000,
          to_port: 8100,
          protocol: "tcp",
          security_group_id: "${aws_security_group.a.id}",
          cidr_blocks: ["10.0.0.0/8"],
        },
        out: { type: "egress", from_port: 0, to_port: 0, protocol: "-1", security_group_id: "x", ...RANGES },
      },
      aws_vpc_security_group_ingress_rule: {
        v: {
          security_group_id: "${aws_security_group.b.id}",
          referenced_security_group_id: "${aws_security_group.a.id}",
          ip_protocol: "tcp",
          from_port: 5432,
          to_port: 5432,
        },
        all: { security_group_id: "${aws_security_group.a.id}", cidr_ipv4: "0.0.0.0/0", ip_protocol: "-1" },
      },
      aws_instance: { box: BOX },
      aws_db_instance: {
        d: { identifier: "orders", vpc_security_group_ids: ["${aws_security_group.b.id}"] },
      },
    },
    ["10.0.0.0/8 -> box:8000-8100", "internet (0.0.0.0/0) -> box:*", "box -> orders:5432"],
  ],
  [
    "a group that nothing is attached to",
    {
      aws_security_group: {
        a: {
          name: "admin",
          ingress: [{ from_port: 22, to_port: 22, protocol: "6", cidr_blocks: ["0.0.0.0/0"] }],
        },
      },
    },
    ["internet (0.0.0.0/0) -> security group admin:22"],
  ],
  [
    "a firewall of Google, by tag",
    {
      google_compute_firewall: {
        ssh: { allow: [{ protocol: "tcp", ports: ["22", "8000-8100"] }], target_tags: ["ssh"] },
        all: { allow: [{ protocol: "all" }], source_ranges: ["10.0.0.0/8"], network: "n" },
        off: { allow: [{ protocol: "tcp" }], disabled: true },
        deny: { deny: [{ protocol: "tcp" }] },
      },
      google_compute_instance: {
        a: { name: "bastion", machine_type: "e2-micro", tags: ["ssh"] },
        b: { name: "web", machine_type: "e2-micro" },
      },
    },
    [
      "10.0.0.0/8 -> bastion:*",
      "10.0.0.0/8 -> web:*",
      "internet (0.0.0.0/0) -> bastion:22",
      "internet (0.0.0.0/0) -> bastion:8000-8100",
    ],
  ],
  [
    "a network security group of Azure, by interface and by subnet",
    {
      azurerm_network_security_group: {
        g: { name: "g", security_rule: [{ ...AZURE_RULE, destination_port_range: "22" }] },
        s: { name: "s" },
      },
      azurerm_network_security_rule: {
        r: {
          ...AZURE_RULE,
          network_security_group_name: "s",
          destination_port_ranges: ["80", "443"],
          source_address_prefix: "Internet",
        },
        no: { ...AZURE_RULE, network_security_group_name: "s", access: "Deny" },
      },
      azurerm_network_interface_security_group_association: {
        x: {
          network_interface_id: "${azurerm_network_interface.n.id}",
          network_security_group_id: "${azurerm_network_security_group.g.id}",
        },
      },
      azurerm_subnet_network_security_group_association: {
        x: {
          subnet_id: "${azurerm_subnet.s.id}",
          network_security_group_id: "${azurerm_network_security_group.s.id}",
        },
      },
      azurerm_subnet: { s: { name: "s" } },
      azurerm_network_interface: { n: { ip_configuration: { subnet_id: "${azurerm_subnet.s.id}" } } },
      azurerm_linux_virtual_machine: {
        v: { name: "vm", size: "Standard_B2s", network_interface_ids: ["${azurerm_network_interface.n.id}"] },
      },
    },
    ["internet (0.0.0.0/0) -> vm:22", "internet (0.0.0.0/0) -> vm:80", "internet (0.0.0.0/0) -> vm:443"],
  ],
])("%s", (_, resource, expected) => {
  expect(edgesOf(resource)).toEqual(expected);
});

test("an open port is in the network reachability", () => {
  const ingress = [{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }];
  const footprint = read({ aws_security_group: { a: { ingress } }, aws_instance: { box: BOX } });
  expect(reach(footprint).connections).toMatchObject([
    { from: "internet (0.0.0.0/0)", to: "box", ports: ["22"] },
  ]);
});

describe("a rule of Azure that denies with a lower number", () => {
  const opens = (allow: object, ...denials: object[]) =>
    edgesOf({
      azurerm_network_security_group: {
        g: {
          name: "g",
          security_rule: denials.map((denial) => ({
            ...AZURE_RULE,
            access: "Deny",
            priority: 100,
            ...denial,
          })),
        },
      },
      azurerm_network_security_rule: {
        r: {
          ...AZURE_RULE,
          network_security_group_name: "${azurerm_network_security_group.g.name}",
          destination_port_range: "22",
          priority: 200,
          ...allow,
        },
      },
    }).map((edge) => edge.replace("network security group ", ""));
  const OPEN = ["internet (0.0.0.0/0) -> g:22"];
  const PORTS = { destination_port_range: "20-30" };

  test.each<[string, object, object, string[]]>([
    ["closes what it covers", {}, PORTS, []],
    ["closes every port", {}, {}, []],
    [
      "leaves other ports",
      PORTS,
      { destination_port_range: "22-24" },
      ["internet (0.0.0.0/0) -> g:20-21", "internet (0.0.0.0/0) -> g:25-30"],
    ],
    ["is for its protocol alone", {}, { protocol: "Udp" }, OPEN],
    ["is for every protocol", {}, { protocol: "*" }, []],
    ["leaves the virtual network", {}, { source_address_prefix: "Internet" }, ["VirtualNetwork -> g:22"]],
    [
      "closes a range in its own",
      { source_address_prefix: "203.0.113.0/25" },
      { source_address_prefix: "203.0.113.0/24" },
      [],
    ],
    [
      "leaves a range beside its own",
      { source_address_prefix: "203.0.114.0/24" },
      { source_address_prefix: "203.0.113.0/24" },
      ["203.0.114.0/24 -> g:22"],
    ],
    ["leaves more than its range", {}, { source_address_prefix: "203.0.113.0/24" }, OPEN],
    ["does nothing after the other", {}, { priority: 300 }, OPEN],
    ["does nothing without a number", {}, { priority: undefined }, OPEN],
    ["does nothing for a part of the group", {}, { destination_address_prefix: "10.0.0.4" }, OPEN],
    ["does nothing outbound", {}, { direction: "Outbound" }, OPEN],
  ])("%s", (_, allow, denial, expected) => {
    expect(opens(allow, denial)).toEqual(expected);
  });
});
