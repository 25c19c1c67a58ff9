import { monthly } from "../terraform/charges";
import { ignored, type TerraformTypes } from "../terraform/type";

/** Amazon Route 53 and AWS Certificate Manager. */
export const ROUTE53: TerraformTypes = {
  aws_route53_zone: {
    charges: () => [monthly("route53/zone")],
    chargedOnly: "answers names: entry points are what the names lead to",
  },
  ...ignored("a name of something else", "aws_route53_record"),
  ...ignored("a certificate of something else", "aws_acm_certificate", "aws_acm_certificate_validation"),
};
