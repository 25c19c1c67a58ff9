import { exactly } from "../machines/spans";
import { amount, billed, hourly, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type StartUpData, type TerraformTypes } from "../terraform/type";
import { provisioned } from "./provisioned";
import { notOnDemand, SPOT } from "./purchase";

const USER_DATA: readonly StartUpData[] = [
  { path: ["user_data"], encoding: "utf8" },
  { path: ["user_data_base64"], encoding: "base64" },
];

/** Machines of Amazon EC2. */
export const EC2: TerraformTypes = {
  aws_instance: {
    nodes: (body, { times }) => ({
      name: body.at("tags").text("Name") ?? body.id,
      instanceType: body.required("instance_type", "instance type"),
      count: exactly(1, times),
      notOnDemand: notOnDemand(body),
    }),
    startUp: USER_DATA,
    charges: disks,
  },
  aws_spot_instance_request: {
    nodes: (body, { times }) => ({
      name: body.at("tags").text("Name") ?? body.id,
      instanceType: body.required("instance_type", "instance type"),
      count: exactly(1, times),
      notOnDemand: SPOT,
    }),
    startUp: USER_DATA,
    charges: disks,
  },
  aws_eip: {
    charges: () => [hourly("public-ipv4")],
    chargedOnly: "an address: entry points are what it is attached to",
  },
  ...ignored(
    "setting of a machine",
    "aws_eip_association",
    "aws_key_pair",
    "aws_network_interface",
    "aws_placement_group",
  ),
};

/** The disks in the document; kind and size of a root disk that is not in it are the image's. */
function disks(body: Cursor): Billed[] {
  const root = body.at("root_block_device");
  // A plan may leave the others to the provider: cost then lists the disks of the machine as not priced.
  const others = typeof body.all("ebs_block_device") === "object" ? body.items("ebs_block_device") : [];
  if (!root.present && others.length === 0) return [];
  return [root, ...others].flatMap((each) => {
    const type = each.optional("volume_type");
    return [
      billed("GiB-month", sized("ebs", type), amount(each, "volume_size")),
      ...(each.present
        ? provisioned(each, { prefix: "ebs", copies: 1, type, throughput: "throughput" })
        : []),
    ];
  });
}
