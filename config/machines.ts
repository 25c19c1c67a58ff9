/** What one machine has. */
export interface Machine {
  readonly vcpu: number;
  readonly memoryGiB: number;
  /**
   * Most pods of an EKS node: addresses of its network interfaces, less one each, and two.
   * @default - the cluster says how many
   */
  readonly maxPods?: number;
}

/**
 * Shapes of machines by instance type.
 *
 * Sources: https://aws.amazon.com/ec2/instance-types,
 * https://github.com/awslabs/amazon-eks-ami/blob/main/templates/shared/runtime/eni-max-pods.txt,
 * https://learn.microsoft.com/azure/virtual-machines/sizes, https://cloud.google.com/compute/docs/machine-resource
 */
export const MACHINES: Readonly<Record<string, Machine>> = {
  "t3.small": { vcpu: 2, memoryGiB: 2, maxPods: 11 },
  "t3.medium": { vcpu: 2, memoryGiB: 4, maxPods: 17 },
  "t3.large": { vcpu: 2, memoryGiB: 8, maxPods: 35 },
  "t3.xlarge": { vcpu: 4, memoryGiB: 16, maxPods: 58 },
  "m5.large": { vcpu: 2, memoryGiB: 8, maxPods: 29 },
  "m5.xlarge": { vcpu: 4, memoryGiB: 16, maxPods: 58 },
  "m5.2xlarge": { vcpu: 8, memoryGiB: 32, maxPods: 58 },
  "m6i.large": { vcpu: 2, memoryGiB: 8, maxPods: 29 },
  "m6i.xlarge": { vcpu: 4, memoryGiB: 16, maxPods: 58 },
  "m6i.2xlarge": { vcpu: 8, memoryGiB: 32, maxPods: 58 },
  Standard_B2s: { vcpu: 2, memoryGiB: 4 },
  Standard_B2ms: { vcpu: 2, memoryGiB: 8 },
  Standard_B4ms: { vcpu: 4, memoryGiB: 16 },
  Standard_D2s_v3: { vcpu: 2, memoryGiB: 8 },
  Standard_D4s_v3: { vcpu: 4, memoryGiB: 16 },
  Standard_D8s_v3: { vcpu: 8, memoryGiB: 32 },
  Standard_D2s_v5: { vcpu: 2, memoryGiB: 8 },
  Standard_D4s_v5: { vcpu: 4, memoryGiB: 16 },
  Standard_D8s_v5: { vcpu: 8, memoryGiB: 32 },
  "e2-medium": { vcpu: 2, memoryGiB: 4 },
  "e2-standard-2": { vcpu: 2, memoryGiB: 8 },
  "e2-standard-4": { vcpu: 4, memoryGiB: 16 },
  "n2-standard-2": { vcpu: 2, memoryGiB: 8 },
  "n2-standard-4": { vcpu: 4, memoryGiB: 16 },
  "n2-standard-8": { vcpu: 8, memoryGiB: 32 },
};
