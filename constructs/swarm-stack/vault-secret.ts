import { Tokenization } from "cdktf";
import type { IConstruct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger } from "../core/validate";
import type { VaultSecret } from "./parts";

/** Characters that need no quotes in a shell. Mount and path have several parts. */
const WORDS = { mount: "._/-", path: "._/-", field: "._-" } as const;

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange` */
export function requireVaultSecret(scope: IConstruct, prop: string, { vault }: VaultSecret): void {
  for (const key of ["mount", "path", "field"] as const) {
    const value = vault[key];
    const others = WORDS[key];
    if (value === undefined || isToken(value) || new RegExp(`^[A-Za-z0-9][A-Za-z0-9${others}]*$`).test(value))
      continue;
    const must = `be letters, digits and '${others}', and start with a letter or digit`;
    const fix = "rename it: it becomes part of a command";
    refuse(scope, { code: "BadName", prop: `${prop}.vault.${key}`, must, got: value, fix });
  }
  requireInteger(scope, `${prop}.vault.version`, vault.version, { min: 1, fix: "Vault counts from 1" });
}

/** Name in the Swarm, with the version, since Swarm's secrets are immutable. */
export function nameOfVaultSecret({ name, vault }: VaultSecret, stack: string): string {
  return `${stack}_${name}_v${Tokenization.stringifyNumber(vault.version)}`;
}

/**
 * The command that copies one version of the value into the Swarm; it prints the id.
 * @see https://developer.hashicorp.com/vault/docs/commands/kv/get
 */
export function copyCommand(secret: VaultSecret, stack: string): string {
  const { mount = "secret", path, field, version } = secret.vault;
  const read = `vault kv get -mount=${mount} -version=${Tokenization.stringifyNumber(version)} -field=${field} ${path}`;
  return `${read} | docker secret create ${nameOfVaultSecret(secret, stack)} -`;
}
