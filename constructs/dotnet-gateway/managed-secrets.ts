import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import type { Manifest } from "../core/manifests";
import { secretVariable } from "../core/secret-variable";
import { requireInteger, requireLabelName } from "../core/validate";
import { keyringDescription, keyringVersion, requireKeyring, type TokenKeyring } from "./token-keyring";

/** Properties for `ManagedSecrets`. */
export interface ManagedSecretsProps {
  /** Path of the secrets, for example `shop/checkout`. */
  readonly path: string;
  /** Names of single-value secrets, for example `payment-api-key`. */
  readonly names: readonly string[];
  /** @default - no booking tokens */
  readonly keyring?: TokenKeyring;
  /**
   * Raise it to write the values again after they changed: Terraform cannot compare write-only values.
   * @default 1
   */
  readonly revision?: number;
}

/** Secrets Manager secrets whose values are in neither plan nor state. */
export class ManagedSecrets extends Construct {
  /** ARNs of all secrets. */
  public readonly arns: readonly string[];
  private readonly files: readonly { readonly secret: string; readonly file: string }[];

  /** @throws ValidationError `BadName`, `Missing`, `NotInteger`, `OutOfRange`, `Conflict`, `Unknown` */
  public constructor(scope: Construct, id: string, props: ManagedSecretsProps) {
    super(scope, id);
    const { names, keyring, revision = 1 } = props;
    requireInteger(this, "secretsRevision", revision, { min: 1 });
    // Labels have no '_', so two names can never share one variable.
    for (const [index, name] of names.entries()) requireLabelName(this, `secrets[${index}]`, name);
    const secrets = names.map((name) => {
      const value = secretVariable(
        this,
        variableName(props.path, name),
        `Value of the secret ${props.path}/${name}`,
      );
      return this.define({ path: `${props.path}/${name}`, file: name, value, version: revision });
    });
    if (keyring !== undefined) secrets.push(this.defineKeyring(props.path, keyring, revision));
    this.arns = secrets.map(({ arn }) => arn);
    this.files = secrets.map(({ secret, file }) => ({ secret, file }));
  }

  /**
   * The SecretProviderClass that mounts the secrets as files. Unlike environment variables, files are updated when a
   * secret changes.
   */
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

  private define(parts: {
    readonly path: string;
    readonly file: string;
    readonly value: string;
    readonly version: number;
    readonly description?: string;
  }) {
    const { path, file, value, version, description } = parts;
    const secret = new SecretsmanagerSecret(this, file, { name: path, description });
    new SecretsmanagerSecretVersion(this, `${file}-version`, {
      secretId: secret.id,
      secretStringWo: value,
      secretStringWoVersion: version,
    });
    return { arn: secret.arn, secret: secret.name, file };
  }

  private defineKeyring(path: string, keyring: TokenKeyring, revision: number) {
    requireKeyring(this, keyring);
    const { activeKid, kids } = keyring;
    const keys = kids.map((kid) => ({
      kid,
      key: secretVariable(
        this,
        variableName(path, `booking-token-key-${kid}`),
        `Booking-token key ${kid}: 32 bytes, base64`,
      ),
    }));
    const file = "booking-token-keyring";
    return this.define({
      path: `${path}/${file}`,
      file,
      value: Fn.jsonencode({ activeKid, keys }),
      version: keyringVersion(keyring, revision),
      description: keyringDescription(keyring),
    });
  }
}

/** `shop/checkout` and `api-keys` become `checkout_api_keys`: the last part of the path is sufficient. */
function variableName(path: string, name: string): string {
  return `${path.split("/").at(-1)}_${name}`.replaceAll("-", "_");
}
