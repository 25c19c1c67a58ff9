import { type Machine, shapeOf } from "../../config/machines";
import type { Footprint, NodeGroup, Span } from "../model";
import { spanOf } from "./replicas";

/** A group of machines that an option owns, by the shape of its machines. */
export interface MachineGroup {
  readonly name: string;
  /** Absent if the document does not specify it. */
  readonly instanceType?: string;
  /** Absent if the document does not specify it. */
  readonly count?: Span;
  /** vCPU and GiB of one; absent for a type without a known shape. */
  readonly shape?: Pick<Machine, "vcpu" | "memoryGiB">;
  /** vCPU and GiB of all; absent where the number or the shape is. */
  readonly total?: { readonly vcpu: Span; readonly memoryGiB: Span };
  /** True for nodes of a Kubernetes cluster. */
  readonly runsPods: boolean;
}

/** Machines and what they have, whatever runs on them. */
export function machines({ nodes }: Footprint): MachineGroup[] {
  return nodes.map(machineGroup);
}

/** One group of machines by its shape. */
export function machineGroup({
  name,
  instanceType,
  count,
  provider,
  runsPods = false,
}: NodeGroup): MachineGroup {
  const machine = instanceType === undefined ? undefined : shapeOf(provider, instanceType);
  const shape = machine && { vcpu: machine.vcpu, memoryGiB: machine.memoryGiB };
  const total =
    shape === undefined || count === undefined
      ? undefined
      : {
          vcpu: spanOf((point) => count[point] * shape.vcpu),
          memoryGiB: spanOf((point) => count[point] * shape.memoryGiB),
        };
  return { name, instanceType, count, shape, total, runsPods };
}
