import { usageKeys } from "../../config/usage-keys";
import { withoutInstance } from "../address";
import type { Charge, Footprint, UsageFormula } from "../model";
import { InputError, type InputFault } from "../read/input-error";
import { supportedType } from "../read/providers";
import { byExactness, isPattern, matcher, typeOf } from "./addresses";
import { TRANSFER, transferCharges } from "./data-transfer";
import { BY_ADDRESS, BY_TYPE, type Figures, type UsageFile } from "./file";
import { nearest } from "./nearest";
import { quantityOf } from "./quantity";
import { notesOf, REMOVE } from "./strangers";

export { parseUsage, type UsageFile } from "./file";

/**
 * Footprints whose charges by use have the quantities that a usage file gives. The address of an instance comes before
 * that of all instances, that before a pattern, a pattern before the type, key by key. A figure that no charge takes is
 * listed as not priced.
 *
 * @param note gets each line about addresses that no footprint has: a file may be that of a whole repository
 * @throws InputError with one fault for each key that nobody knows, and for each address where no footprint has any
 */
export function withUsage(
  footprints: readonly Footprint[],
  file: UsageFile,
  note: (line: string) => void = () => {},
): Footprint[] {
  const strangers = addressFaults(footprints, file);
  const isUsed = strangers.length < file.byAddress.size;
  const faults = [...(isUsed ? [] : strangers), ...keyFaults(footprints, file)];
  const [first, ...others] = faults;
  if (first !== undefined) throw new InputError(first, ...others);
  for (const line of notesOf(strangers)) note(line);
  const figuresOf = lookUp(file);
  return footprints.map((footprint) => ({
    ...footprint,
    charges: [
      ...footprint.charges.map((charge) => used(charge, figuresOf(charge.id), file.name)),
      ...transferCharges(footprint, file).map((charge) =>
        used(charge, file.byAddress.get(charge.id) ?? new Map(), file.name),
      ),
      ...unused(footprint, file),
    ],
  }));
}

/** Figures of a resource, of all entries of the file that mean it. */
function lookUp({ byAddress, byType }: UsageFile): (address: string) => Figures {
  const patterns = [...byAddress.keys()]
    .filter(isPattern)
    .sort(byExactness)
    .map((pattern) => ({ pattern, matches: matcher(pattern) }));
  return (address) => {
    const pattern = patterns.find(({ matches }) => matches(address))?.pattern ?? "";
    return new Map(
      [
        byType.get(typeOf(address)),
        byAddress.get(pattern),
        byAddress.get(withoutInstance(address)),
        byAddress.get(address),
      ].flatMap((figures) => [...(figures ?? [])]),
    );
  };
}

function used(charge: Charge, figures: Figures, file: string): Charge {
  const { usage, quantity, unit } = charge;
  if (usage === undefined || quantity !== undefined) return charge;
  const assumed: string[] = [];
  const values = usage.factors.map(({ key, absent }) => {
    const figure = figures.get(key);
    const value = typeof figure === "number" ? figure : absent;
    if (value !== undefined) assumed.push(`${key} ${value}${figure === undefined ? " by default" : ""}`);
    return value;
  });
  // What is there by default alone is no figure of the user's.
  const isStated = usage.factors.some(({ key }) => typeof figures.get(key) === "number");
  if (!isStated || values.includes(undefined)) return charge;
  return {
    ...charge,
    quantity: quantityOf(
      values.map((value) => value ?? 0),
      usage,
      unit,
    ),
    assumed: { file, figures: assumed },
  };
}

/** Figures of resources that no charge takes: each becomes a charge that has no price. */
function unused(footprint: Footprint, file: UsageFile): Charge[] {
  const formulas = new Map<string, Set<string>>();
  for (const { id, usage } of footprint.charges) {
    const keys = formulas.get(id) ?? new Set();
    formulas.set(id, keys);
    for (const key of keysOf(usage)) keys.add(key);
  }
  return [...file.byAddress].flatMap(([address, figures]) => {
    const matches = isPattern(address)
      ? matcher(address)
      : (id: string) => id === address || withoutInstance(id) === address;
    const ids = idsOf(footprint).filter(matches);
    const taken = new Set(ids.flatMap((id) => [...(formulas.get(id) ?? [])]));
    const [id] = ids;
    const { provider } = supportedType(typeOf(address)) ?? {};
    if (id === undefined || provider?.charging === undefined) return [];
    return [...figures.keys()]
      .filter((key) => !taken.has(key))
      .map(
        (key): Charge => ({
          id,
          name: address,
          provider: provider.charging ?? "aws",
          unit: `${key} of the usage file`,
          byUse: true,
        }),
      );
  });
}

function keysOf(usage: UsageFormula | undefined): string[] {
  return usage?.factors.map(({ key }) => key) ?? [];
}

/** Everything that has an address. */
function idsOf({
  charges,
  nodes,
  stores,
  topics,
  queues,
  services,
  workloads,
  exposures,
  secrets,
  alerts,
  unknowns,
}: Footprint): string[] {
  const all = [
    charges,
    nodes,
    stores,
    topics,
    queues,
    services,
    workloads,
    exposures,
    secrets,
    alerts,
    unknowns,
  ];
  return [...new Set(all.flatMap((things) => things.map(({ id }) => id)))];
}

function addressFaults(
  footprints: readonly Footprint[],
  { name, byAddress, placeOf }: UsageFile,
): InputFault[] {
  const ids = [...new Set(footprints.flatMap(idsOf))];
  const known = new Set(ids.flatMap((id) => [id, withoutInstance(id)]));
  const unread = new Set(footprints.flatMap((each) => Object.keys(each.unread)));
  return [...byAddress.keys()].flatMap((address) => {
    const type = typeOf(address);
    // What is not read, or costs nothing, is in no list of a footprint.
    if (type === TRANSFER || unread.has(type) || supportedType(type)?.declared.ignored !== undefined)
      return [];
    if (isPattern(address) ? ids.some(matcher(address)) : known.has(address)) return [];
    const same = ids.filter((id) => typeOf(id) === type);
    const words = [
      ...same,
      ...same.filter((id) => withoutInstance(id) !== id).map((id) => `${withoutInstance(id)}[*]`),
    ];
    return [
      {
        file: name,
        place: placeOf([BY_ADDRESS, address]),
        problem: "no resource has this address",
        fix: nearest(address, new Set(words), REMOVE),
      },
    ];
  });
}

/** Keys that neither a charge takes nor Infracost knows, and types that nobody knows. */
function keyFaults(
  footprints: readonly Footprint[],
  { name, byAddress, byType, placeOf }: UsageFile,
): InputFault[] {
  const keys = new Map([...usageKeys()].map(([type, own]) => [type, new Set(own)]));
  for (const { id, usage } of footprints.flatMap(({ charges }) => charges)) {
    const type = typeOf(id);
    const own = keys.get(type) ?? new Set();
    keys.set(type, own);
    for (const key of keysOf(usage)) own.add(key);
  }
  const check = (section: string, entry: string, type: string, figures: Figures): InputFault[] => {
    const own = keys.get(type);
    if (own === undefined) {
      if (supportedType(type) !== undefined) return [];
      const problem = `the type ${type} has no usage keys`;
      return [{ file: name, place: placeOf([section, entry]), problem, fix: nearest(type, keys.keys()) }];
    }
    return [...figures.keys()]
      .filter((key) => !isKnown(key, own))
      .map((key) => ({
        file: name,
        place: placeOf([section, entry, ...key.split(".")]),
        problem: `${type} has no such key`,
        fix: nearest(key, own),
      }));
  };
  return [
    ...[...byType].flatMap(([type, figures]) => check(BY_TYPE, type, type, figures)),
    ...[...byAddress].flatMap(([address, figures]) => check(BY_ADDRESS, address, typeOf(address), figures)),
  ];
}

/** Some maps have keys of the user's, such as regions: what is above them is known. */
function isKnown(key: string, known: ReadonlySet<string>): boolean {
  if (known.has(key)) return true;
  const dot = key.lastIndexOf(".");
  return dot > 0 && OPEN_MAPS.has(key.slice(0, dot));
}

const OPEN_MAPS: ReadonlySet<string> = new Set(["monthly_outbound_from_region_to_dx_connection_location"]);
