import type { Review } from "../../config/model";
import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { hidesMore } from "../figures/hidden";
import type { Footprint } from "../model";
import { InputError, type InputFault, mapEach } from "../read/input-error";
import { withSteady } from "./steady";

/**
 * A footprint with what its review says of its workloads: how many of each run every day.
 * @throws InputError with the place of each workload that the review names and that is not there
 */
export function asReviewed(footprint: Footprint, review: Review): Footprint {
  const [reviewed = footprint] = mapEach(
    [() => withSteady(footprint, review), () => requireRows(footprint, review)],
    (each) => each(),
  );
  return reviewed ?? footprint;
}

/** A row that names a workload of the option which is not there would be ignored. */
function requireRows(footprint: Footprint, { corresponds = {}, origin }: Review): undefined {
  if (hidesMore(footprint)) return;
  const { id, workloads } = footprint;
  const names = workloads.map(({ name }) => name);
  const faults = Object.entries(corresponds).flatMap(([row, byOption]): InputFault[] => {
    const name = Object.hasOwn(byOption, id) ? byOption[id] : undefined;
    if (name === undefined || names.includes(name)) return [];
    const near = nearest(name, names);
    const fix = near.length > 0 ? `did you mean ${either(near)}?` : "correct it, or remove it from the row";
    return [
      {
        file: origin?.file,
        place: origin?.places.get(`corresponds ${id} ${row}`) ?? `corresponds of '${row}'`,
        problem: `there is no workload '${name}' in '${id}'`,
        fix,
      },
    ];
  });
  const [first, ...others] = faults;
  if (first !== undefined) throw new InputError(first, ...others);
}
