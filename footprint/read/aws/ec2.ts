import { exactly } from "../machines/spans";
import { amount, billed, hourly, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** Machines of Amazon EC2. */
export const EC2: TerraformTypes = {
  aws_instance: {
    nodes: (body, { times }) => ({
      name: body.at("tags").text("Name") ?? body.id,
      instanceType: body.required("instance_type", "instance type"),
      count: exactly(1, times),
    }),
    startUp: [
      { path: ["user_data"], encoding: "utf8" },
      { path: ["user_data_base64"], encoding: "base64" },
    ],
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
  return [root, ...others].map((each) =>
    billed("GiB-month", sized("ebs", each.optional("volume_type")), amount(each, "volume_size")),
  );
}
