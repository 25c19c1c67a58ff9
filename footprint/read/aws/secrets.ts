import type { Secret } from "../../model";
import type { Cursor } from "../cursor";
import type { Document } from "../document";
import type { References } from "../references";
import { isUnresolved } from "../template";
import { own } from "../value";

const SECRET = /^\$\{(aws_secretsmanager_secret\.[\w-]+)[.[]/;
const VALUES = ["secret_string", "secret_string_wo", "secret_binary"];

/** Reads an `aws_secretsmanager_secret`, given those whose version holds its value. */
export function managedSecret(body: Cursor, exposed: ReadonlySet<string>): Secret {
  const name = body.text("name") ?? body.text("name_prefix") ?? body.id;
  const valueInDocument = exposed.has(body.id) || exposed.has(name);
  return { id: body.id, name, store: "aws secrets manager", valueInDocument };
}

/** Secrets, by address or name, of which a version holds the value in plain sight. */
export function exposedSecrets({ resources }: Document, references: References): Set<string> {
  const exposed = new Set<string>();
  for (const { type, raw } of resources) {
    if (type !== "aws_secretsmanager_secret_version") continue;
    const secret = own(raw, "secret_id");
    if (typeof secret !== "string" || !VALUES.some((key) => isLiteral(references.resolve(own(raw, key)))))
      continue;
    const resolved = references.resolve(secret);
    exposed.add(SECRET.exec(secret)?.[1] ?? (typeof resolved === "string" ? resolved : secret));
  }
  return exposed;
}

function isLiteral(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !isUnresolved(value);
}
