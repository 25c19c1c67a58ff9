import type { Review } from "../../config/model";
import { either } from "../../errors/either";
import { nearest } from "../../errors/nearest";
import { withEveryday } from "../everyday";
import { hidesMore } from "../figures/hidden";
import type { Footprint, Unknown, Workload } from "../model";
import { InputError, type InputFault } from "../read/input-error";

/** A workload whose everyday replicas cannot be used as they are. */
interface Unfit {
  readonly workload: string;
  readonly problem: string;
  readonly fix: string;
}

/**
 * A footprint whose workloads run as many pods every day as the review says. What a file of replicas says of workloads
 * that the option does not have is ignored; what its limits do not allow is brought inside of them, and listed.
 * @throws InputError for a workload that the review itself names, and that is not there or may not run so many
 */
export function withSteady(footprint: Footprint, { steadyReplicas = {}, origin }: Review): Footprint {
  const { workloads, id } = footprint;
  const steady = new Map(Object.entries(Object.hasOwn(steadyReplicas, id) ? (steadyReplicas[id] ?? {}) : {}));
  const faults: InputFault[] = [];
  const unknowns: Unknown[] = [];
  for (const { workload, problem, fix } of unfit(footprint, steady)) {
    const place = origin?.places.get(`steady ${id} ${workload}`);
    if (origin === undefined || place !== undefined)
      faults.push({ file: origin?.file, place: place ?? `steady of '${id}'`, problem, fix });
    else if (workloads.some(({ name }) => name === workload))
      unknowns.push({ id: workload, what: "everyday replicas", why: problem });
  }
  const [first, ...others] = faults;
  if (first !== undefined) throw new InputError(first, ...others);
  const given = workloads.filter(({ name }) => steady.has(name)).map((workload) => workload.id);
  return {
    ...withEveryday(footprint, given),
    workloads: workloads.map((workload) => running(workload, steady.get(workload.name))),
    unknowns: [...footprint.unknowns, ...unknowns],
  };
}

function unfit(footprint: Footprint, steady: ReadonlyMap<string, number>): Unfit[] {
  const { workloads, id } = footprint;
  return [...steady].flatMap(([name, pods]): Unfit[] => {
    const named = workloads.filter((workload) => workload.name === name);
    if (named.length === 0 && !hidesMore(footprint))
      return [
        { workload: name, problem: `there is no workload '${name}' in '${id}'`, fix: other(name, workloads) },
      ];
    return named.flatMap(({ replicas }) =>
      replicas === undefined || (pods >= replicas.min && pods <= replicas.max)
        ? []
        : [
            {
              workload: name,
              problem: `${pods} replicas are outside of the ${replicas.min} to ${replicas.max} that '${name}' may run`,
              fix: "correct the everyday replicas, or the limits of the workload",
            },
          ],
    );
  });
}

function running(workload: Workload, pods: number | undefined): Workload {
  const { replicas } = workload;
  if (replicas === undefined || pods === undefined) return workload;
  const steady = Math.min(replicas.max, Math.max(replicas.min, pods));
  return { ...workload, replicas: { ...replicas, steady } };
}

function other(name: string, workloads: readonly Workload[]): string {
  const names = workloads.map((workload) => workload.name);
  const near = nearest(name, names);
  if (near.length > 0) return `did you mean ${either(near)}?`;
  return names.length === 0 ? "remove it" : `write ${either(names.slice(0, 8))}`;
}
