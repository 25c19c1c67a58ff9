import { exactly } from "../machines/spans";
import { amount, billed, blocks, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size } from "../terraform/stores";
import type { Billed, StartUpData, TerraformTypes } from "../terraform/type";
import { notOnDemand } from "./purchase";

/** A local disk has one size: https://cloud.google.com/compute/docs/disks/local-ssd */
const LOCAL_SSD_GIB = 375;

const METADATA = ["user-data", "startup-script", "gce-container-declaration"];

/** Machines and disks of Google Compute Engine. */
export const COMPUTE: TerraformTypes = {
  google_compute_instance: {
    nodes: (body, { times }) => ({
      name: body.named("name"),
      instanceType: body.required("machine_type", "instance type"),
      count: exactly(1, times),
      notOnDemand: notOnDemand(body.at("scheduling"), body),
    }),
    startUp: [
      ...METADATA.map((key): StartUpData => ({ path: ["metadata", key], encoding: "utf8" })),
      { path: ["metadata_startup_script"], encoding: "utf8" },
    ],
    charges: (body) => {
      const boot = body.at("boot_disk").at("initialize_params");
      const scratch = blocks(body, "scratch_disk").length;
      return [
        ...(boot.present ? [disk(boot)] : []),
        ...(scratch === 0 ? [] : [billed("GiB-month", "disk/local-ssd", scratch * LOCAL_SSD_GIB)]),
      ];
    },
  },
  /**
   * A disk of its own, which outlives the machine that it is attached to. Google keeps several copies in its zone, and
   * does not publish how many.
   * @see https://cloud.google.com/compute/docs/disks/persistent-disks
   */
  google_compute_disk: {
    store: (body) => ({
      ...head(body, ["name"], "disk"),
      ...size(body, "type"),
      sizeGiB: body.number("size", "size"),
      survivesRestart: true,
      survivesNodeLoss: true,
    }),
    charges: (body) => [disk(body)],
  },
};

function disk(body: Cursor): Billed {
  return billed("GiB-month", sized("disk", body.optional("type") ?? "pd-standard"), amount(body, "size"));
}
