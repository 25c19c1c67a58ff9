import { byUse, monthly, textOr } from "../terraform/charges";
import { secret } from "../terraform/secrets";
import { ignored, partOf, type TerraformTypes } from "../terraform/type";

const PARAMETER = secret({ store: "aws parameter store", names: ["name"], values: ["value", "value_wo"] });

/** AWS Secrets Manager and Systems Manager Parameter Store. */
export const SECRETS: TerraformTypes = {
  aws_secretsmanager_secret: {
    ...secret({
      store: "aws secrets manager",
      names: ["name", "name_prefix"],
      version: {
        type: "aws_secretsmanager_secret_version",
        of: "aws_secretsmanager_secret",
        secret: "secret_id",
        values: ["secret_string", "secret_string_wo", "secret_binary"],
      },
    }),
    charges: () => [monthly("secretsmanager/secret")],
  },
  ...partOf("aws_secretsmanager_secret", "aws_secretsmanager_secret_version"),
  ...ignored("setting of a secret", "aws_secretsmanager_secret_policy", "aws_secretsmanager_secret_rotation"),
  aws_ssm_parameter: {
    // Plain parameters are no secrets.
    secrets: (body, context) =>
      body.text("type") === "SecureString" ? PARAMETER.secrets(body, context) : [],
    // Standard parameters are free; Intelligent-Tiering makes a parameter advanced where it must.
    charges: (body) => {
      const tier = textOr(body, "tier", "Standard");
      if (tier === "Standard") return [];
      return [
        tier === "Advanced"
          ? monthly("ssm/parameter-advanced")
          : byUse("ssm/parameter-advanced", "advanced parameter"),
      ];
    },
  },
};
