export type { SwarmConfig, SwarmNetwork, SwarmSecret, SwarmVolume } from "./parts";
export type { SwarmStackProps } from "./props";
export type {
  ConfigFile,
  HealthCheck,
  PublishedPort,
  SecretFile,
  SwarmService,
  VolumeMount,
} from "./service";
export { SwarmStack } from "./swarm-stack";
