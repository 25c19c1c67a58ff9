import type { SwarmConfig, SwarmNetwork, SwarmSecret, SwarmVolume } from "./parts";
import type { SwarmService } from "./service";

/** Properties for `SwarmStack`. */
export interface SwarmStackProps {
  /** Name of the stack, which every name in the Swarm starts with. RFC 1123 label, at most 30 characters. */
  readonly name: string;
  readonly networks: readonly SwarmNetwork[];
  readonly services: readonly SwarmService[];
  /** @default - none */
  readonly volumes?: readonly SwarmVolume[];
  /** @default - none */
  readonly configs?: readonly SwarmConfig[];
  /** @default - none */
  readonly secrets?: readonly SwarmSecret[];
  /**
   * Refuses an image without a digest, by which all nodes run the same bytes. A sandbox passes false.
   * @default true
   */
  readonly requireDigests?: boolean;
  /**
   * Makes Terraform refuse any plan that would delete a volume. A sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}
