import { createHash } from "node:crypto";
import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger, requireKnown, requireLabelName } from "../core/validate";

/**
 * Encryption keys of booking tokens, by key id. A rotation takes three deployments: add a key, activate it when every
 * pod has read it, remove the old one when its last token has expired.
 */
export interface TokenKeyring {
  /** Key that encrypts new tokens; the others only decrypt old ones. */
  readonly activeKid: string;
  /** All keys that decrypt tokens, including the active one. */
  readonly kids: readonly string[];
  /**
   * Lifetime of a token, in seconds; the application gets it as `BookingToken__TtlSeconds`.
   * @default - the application decides, and no overlap is checked
   */
  readonly tokenTtlSeconds?: number;
  /**
   * How long an old key remains after the activation of a new one, in seconds. The description of the secret contains
   * it.
   * @default - the lifetime of a token and the time until every pod has read the file
   */
  readonly overlapSeconds?: number;
}

/** Setting of the application with the lifetime of a token. */
export const TOKEN_TTL = "BookingToken__TtlSeconds";

/**
 * Time until every pod has read a changed secret, in seconds: the CSI driver polls every two minutes, and an
 * application needs a moment to reload the file.
 * @see https://secrets-store-csi-driver.sigs.k8s.io/topics/secret-auto-rotation
 */
const READ_SECONDS = 180;

/** @throws ValidationError `Missing`, `Conflict`, `BadName`, `Unknown`, `NotInteger`, `OutOfRange` */
export function requireKeyring(scope: IConstruct, keyring: TokenKeyring): void {
  const { activeKid, kids, tokenTtlSeconds, overlapSeconds } = keyring;
  if (!kids.includes(activeKid)) {
    refuse(scope, {
      code: "Missing",
      prop: "keyring.activeKid",
      must: `be one of the keyring's keys (${kids.join(", ")})`,
      got: activeKid,
      fix: "add a key before you activate it, and activate another one before you remove it",
    });
  }
  for (const [index, kid] of kids.entries()) {
    requireLabelName(scope, `keyring.kids[${index}]`, kid);
    if (kids.indexOf(kid) === index) continue;
    const fix = "name each key once";
    refuse(scope, { code: "Conflict", prop: `keyring.kids[${index}]`, must: "be another", got: kid, fix });
  }
  requireKnown(scope, {
    "keyring.tokenTtlSeconds": tokenTtlSeconds,
    "keyring.overlapSeconds": overlapSeconds,
  });
  requireInteger(scope, "keyring.tokenTtlSeconds", tokenTtlSeconds, { min: 1, max: 86_400 * 30 });
  if (overlapSeconds === undefined) return;
  if (tokenTtlSeconds === undefined) {
    refuse(scope, {
      code: "Missing",
      prop: "keyring.tokenTtlSeconds",
      must: "be given where 'keyring.overlapSeconds' is",
      got: tokenTtlSeconds,
      fix: "give the lifetime of a token, or omit both",
    });
  }
  requireInteger(scope, "keyring.overlapSeconds", overlapSeconds, {
    min: tokenTtlSeconds + READ_SECONDS,
    fix: `a token outlives its key by ${tokenTtlSeconds} s ('keyring.tokenTtlSeconds'), and pods read the file within ${READ_SECONDS} s`,
  });
}

/**
 * Version of the secret's value. It differs for each list of keys: Terraform writes a write-only value only when this
 * number changes.
 */
export function keyringVersion({ activeKid, kids }: TokenKeyring, revision: number): number {
  const digest = createHash("sha256")
    .update(JSON.stringify([activeKid, kids, revision]))
    .digest();
  return digest.readUInt32BE(0) & 0x7f_ff_ff_ff;
}

/** Description of the secret, for operators who remove a key; undefined without the lifetime of a token. */
export function keyringDescription({ tokenTtlSeconds, overlapSeconds }: TokenKeyring): string | undefined {
  const seconds =
    overlapSeconds ?? (tokenTtlSeconds === undefined ? undefined : tokenTtlSeconds + READ_SECONDS);
  return seconds === undefined
    ? undefined
    : `A key remains ${seconds} s after the activation of another one.`;
}
