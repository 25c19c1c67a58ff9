import fc from "../../helpers/fast-check";
import { ALIGNED, type End, HOSTS, inRange, PARTIAL, SUBNETS, type World } from "./world";

const TAGS = ["t0", "t1", "t2"];

interface Rule {
  readonly direction: "INGRESS" | "EGRESS";
  readonly isDenial: boolean;
  readonly priority: number | undefined;
  readonly disabled: boolean;
  readonly targets: readonly string[];
  readonly ranges: readonly string[];
  /** Of ingress only. */
  readonly sourceTags: readonly string[];
  readonly protocol: "tcp" | "udp" | "all" | "icmp";
  readonly ports: readonly string[];
}

const RULE: fc.Arbitrary<Rule> = fc.record({
  direction: fc.constantFrom("INGRESS", "EGRESS"),
  isDenial: fc.boolean(),
  priority: fc.constantFrom(undefined, 1, 1000, 2000),
  disabled: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  targets: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  ranges: fc.uniqueArray(fc.constantFrom(...ALIGNED, ...ALIGNED, ...PARTIAL), { maxLength: 2 }),
  sourceTags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 1 }),
  protocol: fc.constantFrom("tcp", "udp", "all", "icmp"),
  ports: fc.constantFrom([], ["22"], ["80-443", "8000"]),
});

const MACHINE = fc.record({
  subnet: fc.constantFrom("a" as const, "b" as const),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
});

/** Machines with tags in two subnetworks of one network. */
export const GOOGLE: fc.Arbitrary<World> = fc
  .record({
    machines: fc.array(MACHINE, { minLength: 2, maxLength: 2 }),
    rules: fc.array(RULE, { maxLength: 6 }),
  })
  .map(({ machines, rules }): World => {
    const named = Object.fromEntries(
      machines.map((each, index) => [`google_compute_instance.m${index}`, each]),
    );
    return {
      document: { resource: resources(machines, rules) },
      hosts: Object.fromEntries(Object.entries(named).map(([name, { subnet }]) => [name, HOSTS[subnet]])),
      isAligned: !rules.some(
        ({ ranges, disabled }) => !disabled && ranges.some((range) => PARTIAL.includes(range)),
      ),
      /** The lowest number decides; of equal ones a denial; without a rule, egress is allowed and ingress denied. */
      answer: (from, to, protocol, port) => {
        const tagsOf = ({ name = "" }: End) => named[name]?.tags ?? [];
        const side = (direction: Rule["direction"], own: End, other: End): boolean => {
          if (own.name === undefined) return true;
          const matching = rules.filter(
            (rule) =>
              !rule.disabled &&
              rule.direction === direction &&
              (rule.targets.length === 0 || rule.targets.some((tag) => tagsOf(own).includes(tag))) &&
              hasPort(rule, protocol, port) &&
              isPeer(rule, other, tagsOf(other)),
          );
          const lowest = Math.min(...matching.map(priorityOf));
          const deciding = matching.filter((rule) => priorityOf(rule) === lowest);
          if (deciding.length === 0) return direction === "EGRESS";
          return !deciding.some(({ isDenial }) => isDenial);
        };
        return side("EGRESS", from, to) && side("INGRESS", to, from);
      },
    };
  });

function priorityOf({ priority = 1000 }: Rule): number {
  return priority;
}

function isPeer({ direction, ranges, sourceTags }: Rule, { address }: End, tags: readonly string[]): boolean {
  const named = direction === "INGRESS" ? sourceTags : [];
  if (ranges.length === 0 && named.length === 0) return true;
  return ranges.some((range) => inRange(range, address)) || named.some((tag) => tags.includes(tag));
}

function hasPort({ protocol, ports }: Rule, wanted: string, port: number): boolean {
  if (protocol === "all") return true;
  if (protocol.toUpperCase() !== wanted) return false;
  return (
    ports.length === 0 ||
    ports.some((text) => {
      const [first, last = first] = text.split("-").map(Number);
      return (first as number) <= port && port <= (last as number);
    })
  );
}

function resources(machines: readonly { subnet: string; tags: readonly string[] }[], rules: readonly Rule[]) {
  const network = "${google_compute_network.main.id}";
  return {
    google_compute_network: { main: { name: "main" } },
    google_compute_subnetwork: Object.fromEntries(
      Object.entries(SUBNETS).map(([name, ip_cidr_range]) => [name, { network, ip_cidr_range }]),
    ),
    google_compute_instance: Object.fromEntries(
      machines.map(({ subnet, tags }, index) => [
        `m${index}`,
        { tags, network_interface: [{ subnetwork: `\${google_compute_subnetwork.${subnet}.self_link}` }] },
      ]),
    ),
    google_compute_firewall: Object.fromEntries(
      rules.map((rule, index) => [
        `f${index}`,
        {
          network,
          direction: rule.direction,
          ...(rule.priority === undefined ? {} : { priority: rule.priority }),
          disabled: rule.disabled,
          target_tags: rule.targets,
          ...(rule.direction === "INGRESS"
            ? { source_ranges: rule.ranges, source_tags: rule.sourceTags }
            : { destination_ranges: rule.ranges }),
          [rule.isDenial ? "deny" : "allow"]: [
            {
              protocol: rule.protocol,
              ports: rule.protocol === "all" || rule.protocol === "icmp" ? [] : rule.ports,
            },
          ],
        },
      ]),
    ),
  };
}
