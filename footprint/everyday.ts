import type { Charge, Footprint, Span, Workload } from "./model";

/**
 * Ids of the workloads and charges of which there can be a different number every day, and nobody gave the everyday one:
 * `steady` is then the least. Jobs, functions and services that scale to zero are among them.
 * @param given names of the workloads whose everyday replicas are given
 */
export function everydayUnknown(
  workloads: readonly Workload[],
  charges: readonly Charge[],
  given: ReadonlySet<string>,
): readonly string[] {
  return [
    ...workloads.filter(({ name, replicas }) => !given.has(name) && isLeast(replicas)).map(({ id }) => id),
    ...charges
      .filter(({ quantity }) => typeof quantity === "object" && isLeast(quantity))
      .map(({ id }) => id),
  ].filter((id, index, ids) => ids.indexOf(id) === index);
}

function isLeast(span: Span | undefined): boolean {
  return span !== undefined && span.steady === span.min && span.min < span.max;
}

/** The footprint with the everyday number of these workloads or charges given. */
export function withEveryday(footprint: Footprint, given: readonly string[]): Footprint {
  const { everydayUnknown, ...known } = footprint;
  const left = everydayUnknown?.filter((id) => !given.includes(id)) ?? [];
  return left.length === 0 ? known : { ...known, everydayUnknown: left };
}

/** The option on a day with the most of everything whose everyday number nobody gave; undefined where all is given. */
export function withMostEveryday(footprint: Footprint): Footprint | undefined {
  const unknown = new Set(footprint.everydayUnknown);
  if (unknown.size === 0) return undefined;
  const most = (span: Span): Span => ({ ...span, steady: span.max });
  return {
    ...footprint,
    workloads: footprint.workloads.map((each) =>
      unknown.has(each.id) && each.replicas !== undefined ? { ...each, replicas: most(each.replicas) } : each,
    ),
    charges: footprint.charges.map((each) =>
      unknown.has(each.id) && typeof each.quantity === "object"
        ? { ...each, quantity: most(each.quantity) }
        : each,
    ),
  };
}

/** `everyday replicas of web: not given, 1 to 20`, for each of them. */
export function everydayTexts({ everydayUnknown = [], workloads, charges }: Footprint): string[] {
  return everydayUnknown.flatMap((id) => {
    const own = workloads.find((each) => each.id === id);
    if (own?.replicas !== undefined) return `everyday replicas of ${own.name}: ${notGiven(own.replicas)}`;
    const charge = charges.find((each) => each.id === id && typeof each.quantity === "object");
    return charge !== undefined && typeof charge.quantity === "object"
      ? `everyday amount of ${charge.name}: ${notGiven(charge.quantity)}`
      : [];
  });
}

function notGiven({ min, max }: Span): string {
  return `not given, ${min} to ${max}`;
}
