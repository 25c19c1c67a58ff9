export type {
  ExternalSecret,
  StoredSecret,
  SwarmConfig,
  SwarmNetwork,
  SwarmSecret,
  SwarmVolume,
  VaultSecret,
} from "./parts";
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
