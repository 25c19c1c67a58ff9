import type { SwarmConfig, SwarmNetwork, SwarmSecret, SwarmVolume } from "./parts";
import type { SwarmService } from "./service";

/** Properties for `SwarmStack`. */
export interface SwarmStackProps {
  /** Name of the stack, the prefix of every name in the Swarm. RFC 1123 label, at most 30 characters. */
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
   * Whether every image needs a digest, so that all nodes run the same image. A sandbox passes false.
   * @default true
   */
  readonly requireDigests?: boolean;
}
