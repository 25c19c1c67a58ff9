import { type MachineGroup, machines } from "../../../figures/machines";
import type { Footprint } from "../../../model";
import { cellOf, type Section } from "../../grid";
import * as say from "../../numbers";

/** Machines by their shape: what runs on them may be undetermined, what they have is not. */
export function machineSections(footprint: Footprint): Section[] {
  return [
    {
      title: "Machines at steady (min–max)",
      rows: machines(footprint).map((group) => ({
        label: { text: group.name, hang: 2 },
        cells: [cellOf(kindOf(group)), cellOf(totalOf(group))],
      })),
    },
  ];
}

/** `2 × m5.large, 2 vCPU, 8 GiB each`. */
function kindOf({ count, instanceType = "type undetermined", shape }: MachineGroup): string {
  const many = count === undefined ? "?" : say.span(count, "steady");
  const each =
    shape === undefined
      ? "shape undetermined"
      : `${say.number(shape.vcpu)} vCPU, ${say.number(shape.memoryGiB)} GiB each`;
  return `${many} × ${instanceType}, ${each}`;
}

function totalOf({ total }: MachineGroup): string {
  if (total === undefined) return say.UNDETERMINED;
  return `${say.span(total.vcpu, "steady")} vCPU, ${say.span(total.memoryGiB, "steady")} GiB`;
}
