import type { ComparedOption } from "../../compare";
import { machines } from "../../figures/machines";
import { listCell, type Row, type Section } from "../grid";
import * as say from "../numbers";
import { figureRows } from "./figure-rows";
import { matrix, NOTHING, row, type Scene } from "./scene";

/** Which workloads run, and how many pods of each. */
export function deployedSection(scene: Scene): Section {
  const { at } = scene.comparison;
  const workloads = matrix(scene, {
    itemsOf: ({ measures }) => measures.deployed,
    nameOf: ({ name }, { rows }) => rows.get(name) ?? name,
    textOf: ({ replicas }) => [
      replicas === undefined ? { text: "unresolved", style: "magenta" } : { text: say.span(replicas, at) },
    ],
  });
  return {
    title: `Deployed, pods at ${at} (min–max)`,
    rows: [...sharedLast(workloads), ...figureRows(scene, "deployed")],
  };
}

/** What the scheduler reserves for the pods, and what they may use. */
export function computeSection(scene: Scene): Section {
  return {
    title: `Compute at ${scene.comparison.at} (min–max): CPU in cores, memory in GiB`,
    rows: [...figureRows(scene, "compute", { titleUnits: ["cores", "GiB"] }), ...machineRows(scene)],
  };
}

/** Machines that run no pods, by their shape: what runs on them may be undetermined. */
function machineRows(scene: Scene): Row[] {
  const { at, options } = scene.comparison;
  const own = (option: ComparedOption) => machines(option.footprint).filter(({ runsPods }) => !runsPods);
  if (options.every((option) => own(option).length === 0)) return [];
  return [
    row(scene, "Machines", (option) =>
      listCell(
        own(option).map(({ count, instanceType = "type unresolved", total }) => {
          const many = count === undefined ? "?" : say.span(count, at);
          const size = total && `: ${say.span(total.vcpu, at)} vCPU, ${say.span(total.memoryGiB, at)} GiB`;
          return { text: `${many} × ${instanceType}${size ?? ""}`, hang: 2 };
        }),
        NOTHING,
      ),
    ),
  ];
}

/** Rows in which the options differ are first: rows with more empty cells. */
function sharedLast(rows: readonly Row[]): Row[] {
  const empty = ({ cells }: Row) => cells.filter(({ paragraphs }) => paragraphs[0]?.text === NOTHING).length;
  return [...rows].sort((left, right) => empty(right) - empty(left));
}
