import type { TerraformProvider } from "../terraform/type";
import { ARTIFACT_REGISTRY } from "./artifact-registry";
import { COMPUTE } from "./compute";
import { DATA } from "./data";
import { DNS } from "./dns";
import { FILESTORE } from "./filestore";
import { FIREWALL } from "./firewall";
import { GKE } from "./gke";
import { GROUPS } from "./groups";
import { IDENTITY } from "./identity";
import { LOAD_BALANCERS } from "./load-balancer";
import { MESSAGING } from "./messaging";
import { NETWORK } from "./network";
import { OPERATIONS } from "./operations";
import { REDIS } from "./redis";
import { googleRegion } from "./region";
import { SECRETS } from "./secrets";
import { SERVERLESS } from "./serverless";
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
    DATA,
    DNS,
    FILESTORE,
    GKE,
    GROUPS,
    IDENTITY,
    LOAD_BALANCERS,
    MESSAGING,
    NETWORK,
    FIREWALL,
    OPERATIONS,
    REDIS,
    SECRETS,
    SERVERLESS,
    SQL,
    STORAGE,
  ],
};
