import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { refuse } from "../core/errors";
import type { Manifest } from "../core/manifests";
import { secretVariable } from "../core/secret-variable";
import { requireInteger, requireLabelName } from "../core/validate";

/**
 * Keys that seal booking tokens, by key id. To rotate: add a key, wait until every pod has read it, make it
 * active, wait for the longest token to expire, remove the old one.
 * @see 001_57ea113d5c58119c.txt, section 2.3 "AES-256-GCM key rotation"
 */
export interface TokenKeyring {
  /** Key that seals new tokens; the others only open old ones. */
  readonly activeKid: string;
  /** Every key that opens tokens, the active one included. */
  readonly kids: readonly string[];
}

/** Properties for `ManagedSecrets`. */
export interface ManagedSecretsProps {
  /** Path below which the secrets stand, for example `partner-a/travel-api`. */
  readonly path: string;
  /** Names of single-value secrets, for example `credit-line-api-key`. */
  readonly names: readonly string[];
  /** @default - no booking tokens */
  readonly keyring?: TokenKeyring;
  /**
   * Raise it to write the values again after they changed.
   * @default 1
   */
  readonly revision?: number;
}

/** Secrets Manager secrets whose values pass through Terraform without being written to plan or state. */
export class ManagedSecrets extends Construct {
  /** ARNs of all secrets. */
  public readonly arns: readonly string[];
  private readonly files: readonly { readonly secret: string; readonly file: string }[];

  /** @throws ValidationError `BadName`, `Missing`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: ManagedSecretsProps) {
    super(scope, id);
    const { names, keyring, revision = 1 } = props;
    requireInteger(this, "revision", revision, { min: 1 });
    // Labels have no '_', so two names can never share one variable.
    for (const [index, name] of names.entries()) requireLabelName(this, `secrets[${index}]`, name);
    const secrets = names.map((name) => {
      const value = secretVariable(
        this,
        variableName(props.path, name),
        `Value of the secret ${props.path}/${name}`,
      );
      return this.define(`${props.path}/${name}`, name, value, revision);
    });
    if (keyring !== undefined) {
      const name = "booking-token-keyring";
      secrets.push(
        this.define(`${props.path}/${name}`, name, this.keyringValue(props.path, keyring), revision),
      );
    }
    this.arns = secrets.map(({ arn }) => arn);
    this.files = secrets.map(({ secret, file }) => ({ secret, file }));
  }

  /** What mounts the secrets as files, read again when they change, which environment variables never are. */
  public providerClass(name: string, namespace: string, region: string): Manifest {
    const objects = this.files.map(({ secret, file }) => ({
      objectName: secret,
      objectType: "secretsmanager",
      objectAlias: file,
    }));
    return {
      apiVersion: "secrets-store.csi.x-k8s.io/v1",
      kind: "SecretProviderClass",
      metadata: { name, namespace },
      spec: {
        provider: "aws",
        parameters: { region, usePodIdentity: "true", objects: JSON.stringify(objects) },
      },
    };
  }

  private define(path: string, file: string, value: string, revision: number) {
    const secret = new SecretsmanagerSecret(this, file, { name: path });
    new SecretsmanagerSecretVersion(this, `${file}-version`, {
      secretId: secret.id,
      secretStringWo: value,
      secretStringWoVersion: revision,
    });
    return { arn: secret.arn, secret: secret.name, file };
  }

  private keyringValue(path: string, { activeKid, kids }: TokenKeyring): string {
    if (!kids.includes(activeKid)) {
      refuse(this, {
        code: "Missing",
        prop: "keyring.activeKid",
        must: `be one of the keyring's keys (${kids.join(", ")})`,
        got: activeKid,
        fix: "add the key first, make it active when every pod has read it",
      });
    }
    for (const [index, kid] of kids.entries()) requireLabelName(this, `keyring.kids[${index}]`, kid);
    const keys = kids.map((kid) => ({
      kid,
      key: secretVariable(
        this,
        variableName(path, `booking-token-key-${kid}`),
        `Booking-token key ${kid}: 32 bytes, base64`,
      ),
    }));
    return Fn.jsonencode({ activeKid, keys });
  }
}

/** `partner-a/travel-api` and `api-keys` make `travel_api_api_keys`: the last part of the path is enough. */
function variableName(path: string, name: string): string {
  return `${path.split("/").at(-1)}_${name}`.replaceAll("-", "_");
}
