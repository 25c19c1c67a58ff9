import { byUse } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** AWS AppConfig. */
export const APP_CONFIG: TerraformTypes = {
  aws_appconfig_application: {
    charges: () => [byUse("appconfig/requests", "configuration request")],
    chargedOnly: "serves configuration that the document contains",
  },
  ...ignored("part of an application's configuration", "aws_appconfig_*"),
};
