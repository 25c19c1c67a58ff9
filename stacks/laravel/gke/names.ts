import type { Environment } from "../../../config/environments";

/** Repository of images in the region. */
export const REPOSITORY = "laravel-gke";

/** Name of the cluster, the database and Redis, by which the second stack finds them. */
export function gkeName({ name }: Environment): string {
  return `laravel-gke-${name}`;
}

/** What the application keeps secret. */
export type Secret = "app-key" | "database-password";

/** Id of a secret of the application. */
export function secretId(environment: Environment, secret: Secret): string {
  return `${gkeName(environment)}-${secret}`;
}
