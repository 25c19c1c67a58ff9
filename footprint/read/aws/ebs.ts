import { amount, billed, sized } from "../terraform/charges";
import { head, size } from "../terraform/stores";
import { ignored, type TerraformTypes } from "../terraform/type";
import { provisioned } from "./provisioned";

/** Amazon Elastic Block Store. */
export const EBS: TerraformTypes = {
  /**
   * A disk of its own, which outlives the machine that it is attached to. Several servers of one zone have a copy;
   * AWS does not publish how many.
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html
   */
  aws_ebs_volume: {
    store: (body) => ({
      ...head(body, [], "disk"),
      ...size(body, "type"),
      sizeGiB: body.number("size", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: (body) => [
      billed("GiB-month", sized("ebs", body.optional("type") ?? "gp2"), amount(body, "size")),
      ...provisioned(body, {
        prefix: "ebs",
        copies: 1,
        type: body.optional("type"),
        throughput: "throughput",
      }),
    ],
  },
  ...ignored("attaches a disk to a machine", "aws_volume_attachment"),
};
