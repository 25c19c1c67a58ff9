import type { Environment } from "../../../config/environments";

/** Repository of the application's image. */
export const REPOSITORY = "laravel-eks/laravel";

/** Name of the cluster, the database and Redis, by which the second stack finds them. */
export function eksName({ name }: Environment): string {
  return `laravel-eks-${name}`;
}

/** Name of the application's own secret. */
export function appSecretName(environment: Environment): string {
  return `${eksName(environment)}/app`;
}
