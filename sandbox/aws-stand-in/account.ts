import { MOTO_ACCOUNT, MOTO_REGION } from "../moto";

/** Name of a thing across all of AWS. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${MOTO_REGION}:${MOTO_ACCOUNT}:${resource}`;
}
