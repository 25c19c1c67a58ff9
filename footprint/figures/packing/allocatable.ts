import type { Machine } from "../../../config/machines";
import type { Provider } from "../../model";

/** What a node keeps free for pods. */
export interface Allocatable {
  readonly cpuMillicores: number;
  readonly memoryMi: number;
  /** Absent where nothing bounds how many. */
  readonly pods?: number;
}

/** MiB of free memory below which every one of the three evicts pods. */
const EVICTION_MI = 100;

/** Kubernetes' own default, where neither the machine nor the cluster says how many. */
const USUAL_PODS = 110;

/** Share of each stretch of cores that EKS and GKE reserve; the last stretch has no end. */
const CPU_SHARES = [
  [1, 0.06],
  [1, 0.01],
  [2, 0.005],
  [Number.POSITIVE_INFINITY, 0.0025],
] as const;

/** Share of each stretch of GiB that GKE reserves. */
const GKE_MEMORY_SHARES = [
  [4, 0.25],
  [4, 0.2],
  [8, 0.1],
  [112, 0.06],
  [Number.POSITIVE_INFINITY, 0.02],
] as const;

/** Millicores that AKS reserves, by cores. */
const AKS_CPU: readonly (readonly [cores: number, millicores: number])[] = [
  [1, 60],
  [2, 100],
  [4, 140],
  [8, 180],
  [16, 260],
  [32, 420],
  [64, 740],
];

/**
 * What of a machine is left for pods after what the cloud reserves for the kubelet and the container runtime.
 *
 * The kernel's own memory comes off the machine before that and is in none of these formulas, and so are the pods of
 * the system: what is left is an upper bound.
 *
 * @see https://github.com/awslabs/amazon-eks-ami (`kubeReserved`: 255 MiB and 11 for each pod, shares of cores)
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes#memory_and_cpu_reservations
 * @see https://learn.microsoft.com/azure/aks/node-resource-reservations (from Kubernetes 1.29 on)
 */
export function allocatable(machine: Machine, provider: Provider, maxPods?: number): Allocatable {
  const pods = maxPods ?? machine.maxPods ?? USUAL_PODS;
  const memoryMi = machine.memoryGiB * 1024;
  const reserved = {
    cpuMillicores: provider === "azure" ? aksCpu(machine.vcpu) : shares(machine.vcpu, CPU_SHARES) * 1000,
    memoryMi: reservedMemory(provider, machine.memoryGiB, pods),
  };
  return {
    // Rounded down to what is surely there.
    cpuMillicores: Math.max(0, Math.floor(machine.vcpu * 1000 - reserved.cpuMillicores)),
    memoryMi: Math.max(0, Math.floor(memoryMi - reserved.memoryMi - EVICTION_MI)),
    pods,
  };
}

/** A machine that runs containers by itself: nothing says what its system takes, so nothing is taken off. */
export function whole({ vcpu, memoryGiB }: Machine): Allocatable {
  return { cpuMillicores: vcpu * 1000, memoryMi: memoryGiB * 1024 };
}

function reservedMemory(provider: Provider, memoryGiB: number, pods: number): number {
  // Microsoft writes MB; its own examples count 1,000 of them to the GB.
  if (provider === "azure") return Math.min(toMi(20 * pods + 50), (memoryGiB * 1024) / 4);
  if (provider === "google") return shares(memoryGiB, GKE_MEMORY_SHARES) * 1024;
  return 255 + 11 * pods;
}

function toMi(megabytes: number): number {
  return (megabytes * 1_000_000) / 2 ** 20;
}

/** Of a number of cores that the table leaves out, what the next larger one has. */
function aksCpu(cores: number): number {
  return (AKS_CPU.find(([most]) => cores <= most) ?? [0, 740])[1];
}

function shares(amount: number, stretches: readonly (readonly [length: number, share: number])[]): number {
  let left = amount;
  let sum = 0;
  for (const [length, share] of stretches) {
    const taken = Math.min(left, length);
    sum += taken * share;
    left -= taken;
  }
  return sum;
}
