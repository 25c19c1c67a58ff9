import { versioned } from "../terraform/stores";

/** `POSTGRES_16` is `postgres 16`, `REDIS_7_0` is `redis 7.0`; `absent` where the argument is not set. */
export function engine(version: string | undefined, absent: string): string {
  const [name, ...numbers] = (version ?? absent).toLowerCase().split("_");
  const given = numbers.filter((part) => part !== "x").join(".");
  return versioned(name ?? absent, given === "" ? undefined : given);
}
