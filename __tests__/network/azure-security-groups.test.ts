import { allowed, explain, explanationText, fromTerraform } from "../../network";
import { linesOf } from "./cluster";

type Resources = Record<string, Record<string, unknown>>;
const NSG = "azurerm_network_security_group";
const id = (type: string, name: string) => `\${${type}.${name}.id}`;
const rule = (priority: number, access: string, port: string, more: object = {}) => ({
  name: `r${priority}`,
  priority,
  direction: "Inbound",
  access,
  protocol: "Tcp",
  source_port_range: "*",
  destination_port_range: port,
  source_address_prefix: "*",
  destination_address_prefix: "*",
  ...more,
});

/** Two machines in a network: `web` has a group on its interface, and the subnet of both has one. */
function modelOf(onCard: object[], onSubnet: object[], more: Resources = {}) {
  const card = { ip_configuration: [{ subnet_id: id("azurerm_subnet", "a") }] };
  const resource: Resources = {
    azurerm_virtual_network: { main: { name: "main", address_space: ["10.0.0.0/16"] } },
    azurerm_subnet: {
      a: { virtual_network_name: "${azurerm_virtual_network.main.name}", address_prefixes: ["10.0.1.0/24"] },
    },
    azurerm_network_interface: { web: card, db: card },
    azurerm_linux_virtual_machine: {
      web: { network_interface_ids: [id("azurerm_network_interface", "web")] },
      db: { network_interface_ids: [id("azurerm_network_interface", "db")] },
    },
    [NSG]: { card: { security_rule: onCard }, subnet: { security_rule: onSubnet } },
    azurerm_network_interface_security_group_association: {
      web: {
        network_interface_id: id("azurerm_network_interface", "web"),
        network_security_group_id: id(NSG, "card"),
      },
    },
    azurerm_subnet_network_security_group_association: {
      a: { subnet_id: id("azurerm_subnet", "a"), network_security_group_id: id(NSG, "subnet") },
    },
  };
  for (const [type, named] of Object.entries(more)) resource[type] = { ...resource[type], ...named };
  return fromTerraform([{ document: { resource } }]);
}

const WEB = "azurerm_linux_virtual_machine.web";
const DB = "azurerm_linux_virtual_machine.db";

test("the default rules: the virtual network inside, the internet outwards", () => {
  const lines = linesOf(modelOf([], []));
  expect(lines).toContain(`${WEB} => ${DB} : All Connections`);
  expect(lines).toContain(`10.0.0.0-10.0.255.255 => ${WEB} : All Connections`);
  expect(lines.filter((line) => line.endsWith(`=> ${WEB} : All Connections`))).toHaveLength(2);
  expect(allowed(modelOf([], []), WEB, "203.0.113.1", 443)).toBe(true);
  expect(allowed(modelOf([], []), "203.0.113.1", WEB, 443)).toBe(false);
  expect(allowed(modelOf([OPEN], [OPEN]), "internet", WEB, 443)).toBe(true);
});

const OPEN = rule(100, "Allow", "443", { source_address_prefix: "Internet" });

test.each<[string, object[], object[], string, boolean | undefined]>([
  ["both groups allow", [OPEN], [OPEN], "203.0.113.1", true],
  ["the subnet denies", [OPEN], [], "203.0.113.1", false],
  ["the interface denies", [], [OPEN], "203.0.113.1", false],
  ["the lowest number decides", [OPEN, rule(99, "Deny", "*")], [OPEN], "203.0.113.1", false],
  ["a higher number does not", [OPEN, rule(101, "Deny", "*")], [OPEN], "203.0.113.1", true],
  ["internet has no private addresses", [OPEN], [OPEN], "192.168.0.1", false],
  [
    "a machine of the network by its tag",
    [rule(100, "Deny", "*", { source_address_prefix: "VirtualNetwork" })],
    [],
    DB,
    false,
  ],
  [
    "a machine of the network by its range",
    [rule(100, "Deny", "440-450", { source_address_prefixes: ["10.0.1.0/24", "10.9.0.0/16"] })],
    [],
    DB,
    false,
  ],
  [
    "a part of the range",
    [rule(100, "Deny", "443", { source_address_prefix: "10.0.1.4" })],
    [],
    DB,
    undefined,
  ],
  ["another port", [rule(100, "Deny", "22")], [], DB, true],
  ["another protocol", [rule(100, "Deny", "443", { protocol: "Udp" })], [], DB, true],
  ["outbound", [rule(100, "Deny", "443", { direction: "Outbound" })], [], DB, true],
  [
    "for other destinations",
    [rule(100, "Deny", "443", { destination_address_prefix: "10.0.9.0/24" })],
    [],
    DB,
    true,
  ],
  ["for some source ports", [rule(100, "Deny", "443", { source_port_range: "1024" })], [], DB, undefined],
  [
    "another service tag",
    [rule(100, "Allow", "443", { source_address_prefix: "AzureFrontDoor.Backend" })],
    [OPEN],
    "203.0.113.1",
    undefined,
  ],
  [
    "a priority that only an apply knows",
    [rule(100, "Deny", "443", { priority: "${var.priority}" })],
    [],
    DB,
    undefined,
  ],
])("%s", (_, onCard, onSubnet, from, answer) => {
  expect(allowed(modelOf(onCard, onSubnet), from, WEB, 443)).toBe(answer);
});

test("explain has a line for the interface and one for the subnet", () => {
  expect(explanationText(explain(modelOf([OPEN], []), "203.0.113.1", WEB, 443))).toBe(
    [
      `203.0.113.1 => ${WEB} TCP 443: denied`,
      `  ingress of ${WEB}: allowed by ${NSG}.card (interface), ingress rule 1 "r100, priority 100": from 0.0.0.0-9.255.255.255 or 11.0.0.0-100.63.255.255 or 100.128.0.0-172.15.255.255 or 2 more, TCP 443`,
      `  ingress of ${WEB}: denied by ${NSG}.subnet (subnet), ingress rule 3 "DenyAllInBound, priority 65500": from anyone, all ports`,
      "",
    ].join("\n"),
  );
});

test("rules that are resources, application groups, and what names no group", () => {
  const asg = "azurerm_application_security_group";
  const model = modelOf([rule(200, "Deny", "*")], [], {
    azurerm_network_security_rule: {
      asg: {
        ...rule(150, "Allow", "443", { source_address_prefix: undefined }),
        source_application_security_group_ids: [id(asg, "db")],
        network_security_group_name: `\${${NSG}.card.name}`,
      },
    },
    [asg]: { db: {} },
    azurerm_network_interface_application_security_group_association: {
      db: {
        network_interface_id: id("azurerm_network_interface", "db"),
        application_security_group_id: id(asg, "db"),
      },
    },
    azurerm_subnet: { free: { virtual_network_name: "main", address_prefixes: ["10.0.2.0/24"] } },
    azurerm_postgresql_flexible_server: { pg: { delegated_subnet_id: id("azurerm_subnet", "free") } },
  });
  expect(allowed(model, DB, WEB, 443)).toBe(true);
  expect(allowed(model, DB, WEB, 22)).toBe(false);
  const postgres = "azurerm_postgresql_flexible_server.pg";
  expect(allowed(model, postgres, WEB, 443)).toBe(false);
  expect(allowed(model, WEB, postgres, 5432)).toBe(true);
  expect(allowed(model, "internet", postgres, 5432)).toBeUndefined();
});
