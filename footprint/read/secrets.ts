import { withoutInstance } from "../address";
import type { Secret } from "../model";
import type { Cursor } from "./terraform/cursor";
import type { Document } from "./terraform/document";
import { addressOf, type References } from "./terraform/references";
import { isUnresolved } from "./terraform/template";
import { own } from "./text/value";

/** Where a value may stand that belongs to a secret of another resource. */
interface SecretVersion {
  /** Argument that names the secret. */
  readonly secret: string;
  /** Arguments that hold the value. */
  readonly values: readonly string[];
}

const VERSIONS: ReadonlyMap<string, SecretVersion> = new Map([
  [
    "aws_secretsmanager_secret_version",
    { secret: "secret_id", values: ["secret_string", "secret_string_wo", "secret_binary"] },
  ],
  ["google_secret_manager_secret_version", { secret: "secret", values: ["secret_data", "secret_data_wo"] }],
]);

/** Where a secret stands, which argument is its name, and which may hold its value. */
interface SecretType {
  readonly store: string;
  readonly names: readonly string[];
  /** @default - none, another resource holds it */
  readonly values?: readonly string[];
}

const SECRETS: Readonly<Record<string, SecretType>> = {
  aws_secretsmanager_secret: { store: "aws secrets manager", names: ["name", "name_prefix"] },
  aws_ssm_parameter: { store: "aws parameter store", names: ["name"], values: ["value", "value_wo"] },
  azurerm_key_vault_secret: { store: "azure key vault", names: ["name"], values: ["value", "value_wo"] },
  docker_secret: { store: "docker swarm", names: ["name"], values: ["data"] },
  google_secret_manager_secret: { store: "google secret manager", names: ["secret_id"] },
  vault_generic_secret: { store: "vault", names: ["path"], values: ["data_json", "data_json_wo"] },
  vault_kv_secret: { store: "vault", names: ["path"], values: ["data_json", "data_json_wo"] },
  vault_kv_secret_v2: { store: "vault", names: ["name"], values: ["data_json", "data_json_wo"] },
};

/** True for a Terraform type that is a secret, or may be one. */
export function isSecret(type: string): boolean {
  return Object.hasOwn(SECRETS, type);
}

/** Reads a secret: whether its value stands in the document, never which. Plain parameters are none. */
export function secret(type: string, body: Cursor, exposed: ReadonlySet<string>): Secret[] {
  const { store, names, values = [] } = SECRETS[type] ?? { store: type, names: ["name"] };
  if (type === "aws_ssm_parameter" && body.text("type") !== "SecureString") return [];
  const name = body.named(...names);
  // A version may say by `count.index` whose it is: then it may be that of any instance.
  const places = [body.id, withoutInstance(body.id), name];
  const valueInDocument =
    places.some((place) => exposed.has(place)) || values.some((key) => isLiteral(body.text(key)));
  return [{ id: body.id, name, store, valueInDocument }];
}

/** Secrets, by address or name, of which a version holds the value in plain sight. */
export function exposedSecrets({ resources }: Document, references: References): Set<string> {
  const exposed = new Set<string>();
  for (const { type, raw } of resources) {
    const version = VERSIONS.get(type);
    const name = version === undefined ? undefined : own(raw, version.secret);
    if (version === undefined || typeof name !== "string") continue;
    if (!version.values.some((key) => isLiteral(references.resolve(own(raw, key))))) continue;
    const resolved = references.resolve(name);
    const address = addressOf(name, ...Object.keys(SECRETS));
    exposed.add(address ?? (typeof resolved === "string" ? resolved : name));
  }
  return exposed;
}

function isLiteral(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !isUnresolved(value);
}
