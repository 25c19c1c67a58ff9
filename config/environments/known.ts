import type { Environment, EnvironmentName } from "./model";
import { PRODUCTION } from "./production";
import { SANDBOX } from "./sandbox";
import { STAGING } from "./staging";

export const ENVIRONMENTS: Readonly<Record<EnvironmentName, Environment>> = {
  sandbox: SANDBOX,
  staging: STAGING,
  production: PRODUCTION,
};
