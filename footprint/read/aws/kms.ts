import { byUse, monthly } from "../terraform/charges";
import { type Declaration, ignored, type TerraformTypes } from "../terraform/type";

const KEY: Declaration = {
  charges: () => [monthly("kms/key")],
  chargedOnly: "a key that encrypts what other resources keep",
};

/** AWS Key Management Service. */
export const KMS: TerraformTypes = {
  aws_kms_key: KEY,
  aws_kms_external_key: KEY,
  aws_kms_replica_key: KEY,
  aws_kms_replica_external_key: KEY,
  aws_kms_custom_key_store: {
    charges: () => [byUse("cloudhsm", "hour of a hardware module")],
    chargedOnly: "keeps keys on hardware modules of its own",
  },
  ...ignored(
    "setting or alias of a key",
    "aws_kms_alias",
    "aws_kms_ciphertext",
    "aws_kms_grant",
    "aws_kms_key_policy",
  ),
};
