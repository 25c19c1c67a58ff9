import fc from "../../helpers/fast-check";
import { ALIGNED, type End, HOSTS, inRange, PARTIAL, SUBNETS, type World } from "./world";

interface Rule {
  readonly group: "card" | "a" | "b";
  readonly direction: "Inbound" | "Outbound";
  readonly access: "Allow" | "Deny";
  readonly protocol: "Tcp" | "Udp" | "*" | "Icmp";
  readonly source: string;
  readonly destination: string;
  readonly ports: readonly string[];
  readonly isInline: boolean;
}

const PREFIX = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("*", "Internet", "VirtualNetwork", ...ALIGNED) },
  { weight: 1, arbitrary: fc.constantFrom(...PARTIAL) },
);

const RULE: fc.Arbitrary<Rule> = fc.record({
  group: fc.constantFrom("card", "a", "b"),
  direction: fc.constantFrom("Inbound", "Outbound"),
  access: fc.constantFrom("Allow", "Deny"),
  protocol: fc.constantFrom("Tcp", "Udp", "*", "Icmp"),
  source: PREFIX,
  destination: PREFIX,
  ports: fc.constantFrom(["*"], ["22"], ["80-443", "8000"]),
  isInline: fc.boolean(),
});

const MACHINE = fc.record({
  subnet: fc.constantFrom("a" as const, "b" as const),
  hasGroup: fc.boolean(),
});

const DEFAULTS: readonly Pick<Rule, "direction" | "access" | "source" | "destination">[] = [
  { direction: "Inbound", access: "Allow", source: "VirtualNetwork", destination: "VirtualNetwork" },
  { direction: "Inbound", access: "Deny", source: "*", destination: "*" },
  { direction: "Outbound", access: "Allow", source: "VirtualNetwork", destination: "VirtualNetwork" },
  { direction: "Outbound", access: "Allow", source: "*", destination: "Internet" },
  { direction: "Outbound", access: "Deny", source: "*", destination: "*" },
];

/** Machines in two subnets that have a group each; some have another group at their interface. */
export const AZURE: fc.Arbitrary<World> = fc
  .record({
    machines: fc.array(MACHINE, { minLength: 2, maxLength: 2 }),
    rules: fc.array(RULE, { maxLength: 7 }),
  })
  .map(({ machines, rules }): World => {
    const named = Object.fromEntries(
      machines.map((each, index) => [`azurerm_linux_virtual_machine.m${index}`, each]),
    );
    return {
      document: { resource: resources(machines, rules) },
      hosts: Object.fromEntries(Object.entries(named).map(([name, { subnet }]) => [name, HOSTS[subnet]])),
      isAligned: !rules.some(({ source, destination }) =>
        [source, destination].some((each) => PARTIAL.includes(each)),
      ),
      /** In each group the first rule that matches decides; all groups on the way must allow. */
      answer: (from, to, protocol, port) => {
        const side = (direction: Rule["direction"], own: End): boolean => {
          const machine = named[own.name ?? ""];
          if (machine === undefined) return true;
          return [machine.subnet, ...(machine.hasGroup ? ["card"] : [])].every((group) => {
            const first = [
              ...rules.filter((rule) => rule.group === group && hasPort(rule, protocol, port)),
              ...DEFAULTS,
            ].find(
              (rule) =>
                rule.direction === direction &&
                has(rule.source, from.address) &&
                has(rule.destination, to.address),
            );
            return first?.access === "Allow";
          });
        };
        return side("Outbound", from) && side("Inbound", to);
      },
    };
  });

/** The network of a world is 10.0.0.0/16, and no world asks about other private addresses. */
function has(prefix: string, address: string): boolean {
  if (prefix === "*") return true;
  const isInside = inRange("10.0.0.0/16", address);
  if (prefix === "VirtualNetwork") return isInside;
  return prefix === "Internet" ? !isInside : inRange(prefix, address);
}

function hasPort({ protocol, ports }: Rule, wanted: string, port: number): boolean {
  if (protocol !== "*" && protocol.toUpperCase() !== wanted) return false;
  return ports.some((text) => {
    const [first, last = first] = text.split("-").map(Number);
    return text === "*" || ((first as number) <= port && port <= (last as number));
  });
}

function resources(machines: readonly { subnet: string; hasGroup: boolean }[], rules: readonly Rule[]) {
  const nsg = (name: string) => `\${azurerm_network_security_group.${name}.id}`;
  const written = (rule: Rule, index: number) => ({
    name: `r${index}`,
    // The order of the list is the order of the numbers, which the document has the other way round.
    priority: 100 + index,
    direction: rule.direction,
    access: rule.access,
    protocol: rule.protocol,
    source_port_range: "*",
    destination_port_ranges: rule.ports,
    source_address_prefix: rule.source,
    destination_address_prefixes: [rule.destination],
  });
  const numbered = rules.map((rule, index) => ({ rule, written: written(rule, index) })).reverse();
  return {
    azurerm_virtual_network: { main: { name: "main", address_space: ["10.0.0.0/16"] } },
    azurerm_subnet: Object.fromEntries(
      Object.entries(SUBNETS).map(([name, prefix]) => [
        name,
        { virtual_network_name: "${azurerm_virtual_network.main.name}", address_prefixes: [prefix] },
      ]),
    ),
    azurerm_network_security_group: Object.fromEntries(
      ["card", "a", "b"].map((group) => [
        group,
        {
          security_rule: numbered
            .filter(({ rule }) => rule.isInline && rule.group === group)
            .map((each) => each.written),
        },
      ]),
    ),
    azurerm_network_security_rule: Object.fromEntries(
      numbered
        .filter(({ rule }) => !rule.isInline)
        .map((each) => [
          each.written.name,
          { ...each.written, network_security_group_name: nsg(each.rule.group).replace(".id}", ".name}") },
        ]),
    ),
    azurerm_subnet_network_security_group_association: Object.fromEntries(
      ["a", "b"].map((name) => [
        name,
        { subnet_id: `\${azurerm_subnet.${name}.id}`, network_security_group_id: nsg(name) },
      ]),
    ),
    azurerm_network_interface: Object.fromEntries(
      machines.map(({ subnet }, index) => [
        `c${index}`,
        { ip_configuration: [{ subnet_id: `\${azurerm_subnet.${subnet}.id}` }] },
      ]),
    ),
    azurerm_network_interface_security_group_association: Object.fromEntries(
      machines.flatMap(({ hasGroup }, index) =>
        hasGroup
          ? [
              [
                `c${index}`,
                {
                  network_interface_id: `\${azurerm_network_interface.c${index}.id}`,
                  network_security_group_id: nsg("card"),
                },
              ],
            ]
          : [],
      ),
    ),
    azurerm_linux_virtual_machine: Object.fromEntries(
      machines.map((_, index) => [
        `m${index}`,
        { network_interface_ids: [`\${azurerm_network_interface.c${index}.id}`] },
      ]),
    ),
  };
}
