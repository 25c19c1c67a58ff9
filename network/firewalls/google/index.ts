import type { GraphResource, ResourceGraph } from "../../../footprint/read/objects";
import { blocks, own } from "../../../footprint/read/text/value";
import { type AddressRange, rangeOf, WHOLE } from "../../addresses";
import { ALL_CONNECTIONS, type ConnectionSet, union } from "../../connection-set";
import type { PodTerm, Policy } from "../../policy/types";
import {
  allowing,
  connectionsOf,
  deciding,
  type Evaluated,
  type RuleParts,
  rules,
  type Thing,
  things,
  undeterminedPolicy,
} from "../parts";
import { isOpen, numberOf, textOf, textsOf } from "../values";
import { accountOf, type Machine, machinesOf, networkOf } from "./machines";

/** Priority of a rule that has none. */
const PRIORITY = 1000;
const OPEN = "open tags";

/**
 * Firewall rules of Google's networks: of the rules that match, the one with the lowest priority number decides, a
 * denial before what allows with the same number. Without one, egress is allowed and ingress denied.
 * @see https://cloud.google.com/firewall/docs/firewalls
 */
export function ofGoogle(graph: ResourceGraph, realm: string): Evaluated {
  const machines = machinesOf(graph);
  const rulesOfAll = graph
    .of("google_compute_firewall")
    .filter(({ value }) => String(own(value, "disabled")) !== "true");
  if (machines.length === 0 && rulesOfAll.length === 0) return { things: [], policies: [], warnings: [] };
  const firewalls = rulesOfAll
    .map((each) => firewallOf(graph, each, realm))
    .sort((a, b) => a.priority - b.priority);
  const networks = new Set([
    ...machines.map(({ network }) => network),
    ...firewalls.map(({ network }) => network),
  ]);
  const higher = graph.resources.filter(({ type }) =>
    /^google_compute_(?:region_)?(?:network_)?firewall_policy$/.test(type),
  );
  const absent = firewalls.flatMap(({ sources, network }) =>
    sources
      .filter(({ label }) => !machines.some((each) => labelsOf(each).includes(label)))
      .map((each) => ({ ...each, network })),
  );
  return {
    things: [
      ...machines.map(
        (machine): Thing => ({
          name: machine.name,
          labels: labelsOf(machine),
          places: machine.addresses.map((addresses) => ({ realm, network: machine.network, addresses })),
        }),
      ),
      ...absent.map(
        ({ name, label, network }): Thing => ({
          name,
          labels: [label, networkLabel(network)],
          places: [{ realm, network, addresses: [], isElsewhere: true }],
        }),
      ),
    ],
    policies: [
      ...firewalls.flatMap(({ policies }) => policies),
      ...[...networks].map((network) => impliedPolicy(graph, network, realm)),
      ...(machines.some((each) => each.isOpen)
        ? [
            undeterminedPolicy(
              "tags",
              things(realm, "machines with tags that only an apply knows", OPEN),
              realm,
              "its tags are known only after an apply",
            ),
          ]
        : []),
      ...higher.map(({ address }) =>
        undeterminedPolicy(
          address,
          things(realm, "all machines"),
          realm,
          "firewall policies are not evaluated",
        ),
      ),
    ],
    warnings: higher.map(
      ({ address }) => `${address} is not evaluated: connections of machines are undetermined`,
    ),
  };
}

function labelsOf({ network, tags, accounts, isOpen: hasOpen }: Machine): string[] {
  return [
    networkLabel(network),
    ...tags.map((tag) => `tag:${tag}`),
    ...accounts.map((account) => `account:${account}`),
    ...(hasOpen ? [OPEN] : []),
  ];
}

interface Firewall {
  /** One for each kind of target. */
  readonly policies: readonly Policy[];
  readonly priority: number;
  readonly network: string | undefined;
  /** Tags and accounts that are sources. */
  readonly sources: readonly { readonly name: string; readonly label: string }[];
}

function firewallOf(graph: ResourceGraph, resource: GraphResource, realm: string): Firewall {
  const { address: name, value } = resource;
  const network = networkOf(graph, own(value, "network") ?? "default", resource);
  const direction = textOf(own(value, "direction")) === "EGRESS" ? "egress" : "ingress";
  const denies = blocks(own(value, "deny"));
  const isDenial = denies.length > 0 || typeof own(value, "deny") === "string";
  // Whose rule it is, or what it allows, is not in the document.
  const isForOpen = isOpen(own(value, "target_tags"));
  const open = ["allow", "deny", "direction", "priority", "source_tags", "target_tags"].find((key) =>
    typeof own(value, key) === "string" || key.endsWith("_tags") || key === "priority"
      ? isOpen(own(value, key))
      : false,
  );
  const written = numberOf(own(value, "priority")) ?? PRIORITY;
  const selected = (tags: unknown, accounts: unknown) => [
    ...textsOf(tags).map((tag) => ({
      name: `${tag}[network tag]`,
      text: `machines tagged ${tag}`,
      label: `tag:${tag}`,
    })),
    ...textsOf(accounts)
      .map((each) => accountOf(graph, each, resource))
      .map((each) => ({
        name: `${each}[service account]`,
        text: `machines of ${each}`,
        label: `account:${each}`,
      })),
  ];
  const termOf = ({ text, label }: { readonly text: string; readonly label: string }): PodTerm =>
    things(realm, text, networkLabel(network), label);
  const sources =
    direction === "ingress" ? selected(own(value, "source_tags"), own(value, "source_service_accounts")) : [];
  const listed = textsOf(own(value, direction === "ingress" ? "source_ranges" : "destination_ranges"));
  const ranges = listed.flatMap((text) => rangeOf(text) ?? []);
  // Without any source or destination it is for every address.
  const isForAll = listed.length === 0 && sources.length === 0;
  const unclear = listed.find((text) => rangeOf(text) === undefined);
  const action = isDenial ? "Deny" : "Accept";
  const later: RuleParts = { action, everyone: true, uncertain: `its ${open} is known only after an apply` };
  const readable = [...denies, ...blocks(own(value, "allow"))].map((block): RuleParts[] => {
    const ports = portsOf(block);
    const common = {
      name: `priority ${written}`,
      action,
      ports,
      ...(isOpen(block) ? { uncertain: LATER } : {}),
    } as const;
    return [
      { ...common, terms: sources.map(termOf), ranges: isForAll ? EVERY : ranges },
      ...(unclear === undefined
        ? []
        : [{ ...common, everyone: true, uncertain: `range ${unclear} is known only after an apply` }]),
    ];
  });
  const parts = open === undefined ? readable : [[later]];
  const targets = isForOpen ? [] : selected(own(value, "target_tags"), own(value, "target_service_accounts"));
  const subjects =
    targets.length === 0
      ? [things(realm, `machines of ${network ?? "a network"}`, networkLabel(network))]
      : targets.map(termOf);
  return {
    network,
    sources,
    priority: written * 2 + Number(!isDenial),
    // A machine with one of several tags is a target.
    policies: subjects.map((subject) =>
      deciding({ name, layer: layerOf(realm), priority: written, subject, [direction]: rules(realm, parts) }),
    ),
  };
}

const EVERY: readonly AddressRange[] = [WHOLE[4]];
const LATER = "its ports are known only after an apply";

/** Ports of an `allow` or `deny` block; without any, all of its protocol. */
function portsOf(block: Parameters<typeof own>[0]): ConnectionSet {
  const protocol = textOf(own(block, "protocol")) ?? "all";
  if (isOpen(block)) return ALL_CONNECTIONS;
  const listed = textsOf(own(block, "ports"));
  if (listed.length === 0) return connectionsOf(protocol);
  return listed
    .map((text) => {
      const [first, last = first] = text.split("-").map(numberOf);
      return connectionsOf(protocol, first, last);
    })
    .reduce(union);
}

/**
 * What a network does without a rule. One that the document does not create may have rules elsewhere, as the network
 * `default` has from the start.
 */
function impliedPolicy(graph: ResourceGraph, network: string | undefined, realm: string): Policy {
  const name = `the implied rules of ${network ?? "a network"}`;
  const isDeclared = graph.of("google_compute_network").some(({ address }) => address === network);
  const others: RuleParts[] = [
    { everyone: true, uncertain: "the network is not in the document: it may have other rules" },
  ];
  return allowing({
    name,
    layer: layerOf(realm),
    subject: things(realm, `machines of ${network ?? "a network"}`, networkLabel(network)),
    ingress: isDeclared ? [] : rules(realm, [others]),
    egress: rules(realm, [[{ everyone: true }]]),
  });
}

function layerOf(realm: string): string {
  return `${realm} firewall`;
}

function networkLabel(network: string | undefined): string {
  return `network:${network ?? ""}`;
}
