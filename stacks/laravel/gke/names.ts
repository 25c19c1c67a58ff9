import type { Environment } from "../../../config/environments";

/** Repository of images in the region. */
export const REPOSITORY = "laravel-gke";

/** Name of the cluster, the database and Redis, by which the second stack finds them. */
export function gkeName({ name }: Environment): string {
  return `laravel-gke-${name}`;
}

/** Id of a secret of the application. */
export function secretId(environment: Environment, secret: "app-key" | "database-password"): string {
  return `${gkeName(environment)}-${secret}`;
}
