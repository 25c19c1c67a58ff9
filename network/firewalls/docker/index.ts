import { type AddressRange, parseAddress, WHOLE } from "../../addresses";
import type { Policy } from "../../policy/types";
import { allowing, type Evaluated, type RuleParts, rules, type Thing, things } from "../parts";
import type { Container, DockerNetwork, Published } from "./container";

const HOST = "host network";

/**
 * Networks of Docker: containers of one network reach each other on every port, containers of two do not.
 * @see https://docs.docker.com/engine/network/packet-filtering-firewalls/
 */
export function ofDocker(
  {
    containers,
    networks,
  }: { readonly containers: readonly Container[]; readonly networks: readonly DockerNetwork[] },
  realm: string,
): Evaluated {
  const all = containers.map((each) => ({ ...each, networks: networksOf(each, containers) }));
  const used = networks.filter(({ key }) => all.some((each) => each.networks.includes(key)));
  const leadsOut = ({ networks: own, isService }: Container) =>
    isService === true || used.some(({ key, isInternal }) => !isInternal && own.includes(key));
  const hasHost = all.some(({ mode }) => mode === "host");
  return {
    things: [
      ...all.map(
        (each): Thing => ({
          name: each.name,
          labels: [
            `thing:${each.name}`,
            ...each.networks.map(labelOf),
            ...(each.mode === "host" ? [HOST] : []),
          ],
          places: [{ realm, addresses: [] }],
        }),
      ),
      // Others may be in a network that the document does not create.
      ...used
        .filter(({ isExternal }) => isExternal)
        .map(
          ({ key }): Thing => ({
            name: `${key}[network]`,
            labels: [labelOf(key)],
            places: [{ realm, addresses: [], isElsewhere: true }],
          }),
        ),
    ],
    policies: [
      ...used.map((network) => networkPolicy(network, realm, hasHost)),
      ...all.flatMap((each) => ownPolicies(each, realm, { leadsOut: leadsOut(each) })),
    ],
    warnings: all
      .filter(({ mode }) => mode === "host")
      .map(
        ({ name }) =>
          `${name} uses the host's network: its connections are undetermined, the host's firewall decides`,
      ),
  };
}

/** A container in the network of another one has its networks. */
function networksOf(container: Container, all: readonly Container[], depth = 0): readonly string[] {
  const { mode, networks } = container;
  if (typeof mode !== "object" || depth > 5) return networks;
  const other = all.find(({ name }) => name === mode.sharedWith);
  // One that the document does not have: its network has a name of its own.
  return other === undefined ? [`container:${mode.sharedWith}`] : networksOf(other, all, depth + 1);
}

function networkPolicy(
  { key, isExternal, isInternal }: DockerNetwork,
  realm: string,
  hasHost: boolean,
): Policy {
  const members = things(realm, `members of network ${key}`, labelOf(key));
  const host = things(realm, "containers on the host's network", HOST);
  const peers: RuleParts[][] = [
    [{ terms: [members] }],
    ...(hasHost ? [[{ terms: [host], uncertain: "the host's firewall decides" }]] : []),
  ];
  const outside: RuleParts[][] = isInternal
    ? []
    : [
        [
          {
            ranges: [WHOLE[4]],
            ...(isExternal ? { uncertain: "the network is not in the document: it may be internal" } : {}),
          },
        ],
      ];
  return allowing({
    name: `network ${key}`,
    layer: `${realm} networks`,
    subject: members,
    ingress: rules(realm, peers),
    egress: rules(realm, [...peers, ...outside]),
  });
}

/** What a container has of its own: published ports, and what its mode allows. */
function ownPolicies(
  { name: container, mode, networks, published, isService = false }: Container,
  realm: string,
  { leadsOut }: { readonly leadsOut: boolean },
): Policy[] {
  const common = { layer: `${realm} networks`, subject: things(realm, container, `thing:${container}`) };
  if (mode === "host") {
    const list = rules(realm, [
      [{ everyone: true, uncertain: "it uses the host's network, whose firewall decides" }],
    ]);
    return [allowing({ ...common, name: `host's network of ${container}`, ingress: list, egress: list })];
  }
  // Docker forwards no port to a container that has internal networks only.
  const ingress = leadsOut ? published.flatMap(forwarded) : [];
  const egress: RuleParts[][] = isService ? [[{ ranges: [WHOLE[4]] }]] : [];
  const isAlone = networks.length === 0;
  const name = isAlone ? `${container}, which has no network` : `published ports of ${container}`;
  const sides = {
    ...(ingress.length > 0 || isAlone ? { ingress: rules(realm, ingress) } : {}),
    ...(egress.length > 0 || isAlone ? { egress: rules(realm, egress) } : {}),
  };
  return Object.keys(sides).length === 0 ? [] : [allowing({ ...common, name, ...sides })];
}

/** From where a published port is reached; where the host listens for itself, by nobody else. */
function forwarded({ address, ports, text: name }: Published): RuleParts[][] {
  if (address === undefined || address === "0.0.0.0") return [[{ name, ports, ranges: [WHOLE[4]] }]];
  const parsed = parseAddress(address);
  if (parsed === undefined || parsed.value === 1n || address.startsWith("127.")) return [];
  const ranges: readonly AddressRange[] = [WHOLE[parsed.family]];
  if (parsed.value === 0n) return [[{ name, ports, ranges }]];
  return [[{ name, ports, ranges, uncertain: `the host listens at ${address} only` }]];
}

function labelOf(key: string): string {
  return `net:${key}`;
}
