import { monthly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** AWS Key Management Service. */
export const KMS: TerraformTypes = {
  aws_kms_key: {
    charges: () => [monthly("kms/key")],
    chargedOnly: "a key that encrypts what other resources keep",
  },
  ...ignored("setting or alias of a key", "aws_kms_*"),
};
