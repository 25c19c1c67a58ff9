import { createHash } from "node:crypto";
import type { IConstruct } from "constructs";
import { refuse } from "../core/errors";
import { requireInteger, requireKnown, requireLabelName } from "../core/validate";

/**
 * Keys that seal booking tokens, by key id. A rotation takes three deployments: add a key, make it active when
 * every pod has read it, remove the old one when its last token has expired.
 */
export interface TokenKeyring {
  /** Key that seals new tokens; the others only open old ones. */
  readonly activeKid: string;
  /** Every key that opens tokens, the active one included. */
  readonly kids: readonly string[];
  /**
   * Longest life of a token, in seconds; the application is told it as `BookingToken__TtlSeconds`.
   * @default - the application decides, and no overlap is checked
   */
  readonly tokenTtlSeconds?: number;
  /**
   * How long an old key stays after another became active, in seconds. It is written beside the secret for
   * whoever removes the key.
   * @default - the life of a token and the time until every pod has read the file
   */
  readonly overlapSeconds?: number;
}

/** Setting of the application that carries the life of a token. */
export const TOKEN_TTL = "BookingToken__TtlSeconds";

/**
 * Time until every pod has read a changed secret, in seconds: the CSI driver looks every two minutes, and an
 * application that watches the file needs a moment.
 * @see https://secrets-store-csi-driver.sigs.k8s.io/topics/secret-auto-rotation
 */
const READ_SECONDS = 180;

/** @throws ValidationError `Missing`, `Conflict`, `BadName`, `NotKnown`, `NotInteger`, `OutOfRange` */
export function requireKeyring(scope: IConstruct, keyring: TokenKeyring): void {
  const { activeKid, kids, tokenTtlSeconds, overlapSeconds } = keyring;
  if (!kids.includes(activeKid)) {
    refuse(scope, {
      code: "Missing",
      prop: "keyring.activeKid",
      must: `be one of the keyring's keys (${kids.join(", ")})`,
      got: activeKid,
      fix: "add a key before it is made active, and make another active before it is removed",
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
      fix: "say how long a token lives, or leave both out",
    });
  }
  requireInteger(scope, "keyring.overlapSeconds", overlapSeconds, {
    min: tokenTtlSeconds + READ_SECONDS,
    fix: `a token lives for ${tokenTtlSeconds} s ('keyring.tokenTtlSeconds') after its key, and pods read for ${READ_SECONDS} s`,
  });
}

/**
 * Version of the secret's value: another one for each other list of keys, since Terraform writes a value that it
 * cannot see only when this number changes.
 */
export function keyringVersion({ activeKid, kids }: TokenKeyring, revision: number): number {
  const digest = createHash("sha256")
    .update(JSON.stringify([activeKid, kids, revision]))
    .digest();
  return digest.readUInt32BE(0) & 0x7f_ff_ff_ff;
}

/** What whoever removes a key must know; nothing where the life of a token is not known. */
export function keyringDescription({ tokenTtlSeconds, overlapSeconds }: TokenKeyring): string | undefined {
  const seconds =
    overlapSeconds ?? (tokenTtlSeconds === undefined ? undefined : tokenTtlSeconds + READ_SECONDS);
  return seconds === undefined ? undefined : `A key stays ${seconds} s after another became active.`;
}
