import type { ResourceGraph } from "../../../footprint/read/objects";
import { type AddressRange, PRIVATE, rangeOf, WHOLE, without } from "../../addresses";
import { within } from "../../evaluate/places";
import type { Policy } from "../../policy/types";
import {
  allowing,
  deciding,
  type Evaluated,
  type RuleParts,
  rules,
  type Thing,
  things,
  undeterminedPolicy,
} from "../parts";
import { type Card, cardsOf, spacesOf } from "./machines";
import { rulesByGroup, type SecurityRule } from "./rules";

/**
 * Network security groups of Azure: the group of an interface and the group of its subnet must both allow.
 */
export function ofAzure(graph: ResourceGraph, realm: string): Evaluated {
  const cards = cardsOf(graph);
  if (cards.length === 0) return { things: [], policies: [], warnings: [] };
  const groups = rulesByGroup(graph);
  const isPeered = graph.resources.some(({ type }) =>
    /^azurerm_virtual_network_(?:peering|gateway)$/.test(type),
  );
  const numbered = cards.map((card, index) => ({ card, label: `card:${index}` }));
  const context = { graph, realm, isPeered };
  return {
    things: numbered.map(
      ({ card: { name, network, addresses, applications }, label }): Thing => ({
        name,
        labels: [label, networkLabel(network), ...applications.map((each) => `application:${each}`)],
        places: [{ realm, ...(network === undefined ? {} : { network }), addresses }],
      }),
    ),
    policies: numbered.flatMap(({ card, label }) => [
      ...(["interface", "subnet"] as const).flatMap((layer) => {
        const group = card.groups[layer];
        return group === undefined
          ? []
          : [policyOf(context, { card, label, layer, group }, groups.get(group))];
      }),
      ...(card.groups.interface === undefined && card.groups.subnet === undefined
        ? [unguarded(context, card, label)]
        : []),
      ...(card.isOpen === undefined
        ? []
        : [
            undeterminedPolicy(
              `another group of ${card.name}`,
              things(realm, card.name, label),
              realm,
              card.isOpen,
            ),
          ]),
    ]),
    warnings: [],
  };
}

interface Context {
  readonly graph: ResourceGraph;
  readonly realm: string;
  /** True where virtual networks are connected to others. */
  readonly isPeered: boolean;
}

interface Guard {
  readonly card: Card;
  readonly label: string;
  readonly layer: "interface" | "subnet";
  readonly group: string;
}

function policyOf(
  context: Context,
  { card, label, layer, group }: Guard,
  list: readonly SecurityRule[] | undefined,
): Policy {
  const { realm } = context;
  const subject = things(realm, card.name, label);
  const name = `${group} (${layer})`;
  if (list === undefined)
    return undeterminedPolicy(name, subject, realm, `the rules of ${group} are not in the document`);
  const of = (direction: "ingress" | "egress") =>
    rules(
      realm,
      list.filter((rule) => rule.direction === direction).map((rule) => partsOf(context, card, rule)),
    );
  return deciding({
    name,
    layer: `${realm} ${layer}`,
    priority: 0,
    subject,
    ingress: of("ingress"),
    egress: of("egress"),
  });
}

/** What a rule is about at one interface; nothing where it is for other addresses. */
function partsOf(context: Context, card: Card, rule: SecurityRule): RuleParts[] {
  const isIngress = rule.direction === "ingress";
  const [own, ownGroups] = isIngress
    ? [rule.destinations, rule.destinationGroups]
    : [rule.sources, rule.sourceGroups];
  const [peers, peerGroups] = isIngress
    ? [rule.sources, rule.sourceGroups]
    : [rule.destinations, rule.destinationGroups];
  const applies = isOwn(context, card, own, ownGroups);
  const { realm } = context;
  const why = rule.uncertain ?? (applies === "maybe" ? "it is for some addresses only" : undefined);
  const common = {
    name: `${rule.name}, priority ${rule.priority}`,
    action: rule.action,
    ports: rule.ports,
    ...(why === undefined ? {} : { uncertain: why }),
  };
  if (applies === "no") return [];
  if (rule.uncertain !== undefined) return [{ ...common, everyone: true }];
  const meant = peers.map((text) => meaningOf(context, card, text));
  const certain: RuleParts = {
    ...common,
    everyone: meant.some(({ everyone }) => everyone === true),
    terms: [
      ...meant.flatMap(({ isNetwork }) => (isNetwork === true ? [networkTerm(realm, card.network)] : [])),
      ...peerGroups.map((each) => things(realm, `members of ${each}`, `application:${each}`)),
    ],
    ranges: meant.flatMap(({ ranges = [] }) => ranges),
  };
  const open = meant.flatMap(({ open: each }) => each ?? []);
  return [
    certain,
    ...open.map(({ ranges, why: reason }): RuleParts => ({ ...common, ranges, uncertain: reason })),
  ];
}

interface Meaning {
  readonly everyone?: true;
  /** True for what is in the virtual network. */
  readonly isNetwork?: true;
  readonly ranges?: readonly AddressRange[];
  readonly open?: { readonly ranges: readonly AddressRange[]; readonly why: string };
}

/** What an address prefix or service tag means for something in a network. */
function meaningOf({ graph, isPeered }: Context, { network }: Card, text: string): Meaning {
  const tag = text.toLowerCase();
  if (/^(?:\*|any|0\.0\.0\.0\/0)$/.test(tag)) return { everyone: true };
  const range = rangeOf(text);
  if (range !== undefined) return { ranges: [range] };
  const spaces = spacesOf(graph, network);
  if (tag === "internet") return { ranges: internet(spaces ?? []) };
  if (tag === "virtualnetwork") {
    const why = "which networks are connected is not in the document";
    const more = isPeered || spaces === undefined ? { open: { ranges: PRIVATE, why } } : {};
    return { isNetwork: true, ranges: spaces ?? [], ...more };
  }
  // Probes of the load balancer come from an address of the platform.
  if (tag === "azureloadbalancer") return {};
  return { open: { ranges: [WHOLE[4]], why: `the addresses of ${text} are not in the document` } };
}

/** Addresses outside of virtual networks. */
function internet(spaces: readonly AddressRange[]): AddressRange[] {
  return without(WHOLE[4], [...PRIVATE, ...spaces]);
}

/** Whether the own side of a rule is about an interface. */
function isOwn(
  context: Context,
  card: Card,
  texts: readonly string[],
  groups: readonly string[],
): "yes" | "maybe" | "no" {
  if (groups.some((each) => card.applications.includes(each))) return "yes";
  const answers = texts.map((text) => {
    const { everyone, isNetwork, ranges = [], open } = meaningOf(context, card, text);
    if (everyone === true || isNetwork === true) return "yes";
    if (open !== undefined) return "maybe";
    return within(ranges, { realm: "", addresses: card.addresses });
  });
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

/** Without a group everything in the network is allowed; a public address of the Standard kind is closed then. */
function unguarded({ realm }: Context, { name, network }: Card, label: string): Policy {
  const why = "it has no network security group, without which a Standard public address is closed";
  return allowing({
    name: `no network security group of ${name}`,
    layer: `${realm} none`,
    subject: things(realm, name, label),
    ingress: rules(realm, [
      [{ terms: [networkTerm(realm, network)] }],
      [{ ranges: [WHOLE[4]], uncertain: why }],
    ]),
    egress: rules(realm, [[{ everyone: true }]]),
  });
}

function networkTerm(realm: string, network: string | undefined) {
  return things(realm, `the virtual network ${network ?? ""}`.trimEnd(), networkLabel(network));
}

function networkLabel(network: string | undefined): string {
  return `network:${network ?? ""}`;
}
