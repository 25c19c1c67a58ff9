import { distance } from "fastest-levenshtein";
import { UserError } from "../errors/user-error";
import { type AddressRange, parseAddress, parseCidr, rangeText, WHOLE } from "./addresses";
import { INGRESS_CONTROLLER } from "./connections";
import type { PodClass } from "./evaluate/classes";
import type { Engine } from "./evaluate/engine";
import type { Workload } from "./model";

/** One end of a connection. */
export type Endpoint =
  | { readonly name: string; readonly classes: readonly PodClass[]; readonly workload?: Workload }
  | {
      readonly name: string;
      readonly range: AddressRange;
      /** Ranges that the text means as well: `internet` has addresses of both families. */
      readonly others?: readonly AddressRange[];
    };

/** Name of every address. */
export const INTERNET = "internet";

/** A text that names no end of a connection. */
export class EndpointError extends UserError {
  public override readonly name = "EndpointError";
}

/**
 * The end of a connection that a text names: `namespace/name`, `namespace/name[Kind]`, a workload's name where one
 * namespace has it, an address, a CIDR, `internet` for every address, or `{ingress-controller}`.
 * @throws EndpointError where it names none, or several
 */
export function endpointOf(engine: Engine, text: string): Endpoint {
  if (text === INGRESS_CONTROLLER) return { name: text, classes: [engine.ingressController] };
  const range = rangeOf(text);
  if (range !== undefined) return { name: rangeText(range), range };
  const found = engine.workloads.filter(({ name, workload }) =>
    [name, `${workload.namespace}/${workload.name}`, workload.name].includes(text),
  );
  const [workload] = found;
  // A workload may have that name: it comes first.
  if (workload === undefined && text === INTERNET)
    return { name: INTERNET, range: WHOLE[4], others: [WHOLE[6]] };
  if (workload !== undefined && found.length === 1) return workload;
  const names = found.map(({ name }) => name);
  if (workload !== undefined)
    throw new EndpointError(`'${text}' names ${names.join(" and ")}; write one of them in full`);
  const nearest = nearestTo(
    text,
    engine.workloads.flatMap(({ name, workload: { namespace, name: short } }) => [
      name,
      `${namespace}/${short}`,
    ]),
  );
  const fix =
    nearest === undefined
      ? "write namespace/name, an address, a CIDR or internet"
      : `did you mean '${nearest}'?`;
  throw new EndpointError(`'${text}' is neither a workload nor an address; ${fix}`);
}

function rangeOf(text: string): AddressRange | undefined {
  const cidr = parseCidr(text);
  if (cidr !== undefined) return { family: cidr.family, first: cidr.first, last: cidr.last };
  const address = parseAddress(text);
  return address === undefined
    ? undefined
    : { family: address.family, first: address.value, last: address.value };
}

function nearestTo(text: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, edits: distance(text, name) }))
    .filter(({ name, edits }) => edits <= Math.max(2, name.length / 3))
    .sort((a, b) => a.edits - b.edits);
  return nearest?.name;
}
