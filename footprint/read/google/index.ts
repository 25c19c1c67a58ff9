import type { TerraformProvider } from "../terraform/type";
import { ARTIFACT_REGISTRY } from "./artifact-registry";
import { COMPUTE } from "./compute";
import { DNS } from "./dns";
import { FILESTORE } from "./filestore";
import { GKE } from "./gke";
import { IDENTITY } from "./identity";
import { LOAD_BALANCERS } from "./load-balancer";
import { NETWORK } from "./network";
import { REDIS } from "./redis";
import { googleRegion } from "./region";
import { SECRETS } from "./secrets";
import { SQL } from "./sql";
import { STORAGE } from "./storage";

/** The `google` provider. */
export const GOOGLE: TerraformProvider = {
  name: "google",
  charging: "google",
  regionOf: googleRegion,
  types: [
    ARTIFACT_REGISTRY,
    COMPUTE,
    DNS,
    FILESTORE,
    GKE,
    IDENTITY,
    LOAD_BALANCERS,
    NETWORK,
    REDIS,
    SECRETS,
    SQL,
    STORAGE,
  ],
};
