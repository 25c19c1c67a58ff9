import { exactly, spanOf } from "../machines/spans";
import { amount, billed, blocks, byUse, times as product, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { addressOf } from "../terraform/references";
import type { RelatedResource } from "../terraform/related";
import { head, size } from "../terraform/stores";
import { rawBlock, targetOf } from "../terraform/target";
import {
  type Billed,
  type Declaration,
  ignored,
  type Machines,
  partOf,
  type TerraformTypes,
  type TypeContext,
} from "../terraform/type";
import { isObject, own } from "../text/value";
import { notOnDemand } from "./purchase";

const TEMPLATES = ["google_compute_instance_template", "google_compute_region_instance_template"];

const GROUP: Declaration = { nodes: group, charges: groupDisks };

const IMAGE: Declaration = {
  charges: () => [byUse("image/storage", "GiB-month", "storage_gb")],
  chargedOnly: "an image of a machine, which is built again",
};

/** Groups of machines of Compute Engine, their templates, images and snapshots. */
export const GROUPS: TerraformTypes = {
  google_compute_instance_group_manager: GROUP,
  google_compute_region_instance_group_manager: GROUP,
  ...partOf("google_compute_instance_group_manager", ...TEMPLATES),
  ...partOf(
    "google_compute_instance_group_manager",
    "google_compute_autoscaler",
    "google_compute_region_autoscaler",
  ),
  google_compute_instance_from_template: {
    nodes: (body, context) => {
      const template = templateOf(own(context.raw, "source_instance_template"), body, context);
      return {
        name: body.named("name"),
        ...machinesOf(body, template, body.optional("machine_type")),
        count: exactly(1, context.times),
      };
    },
    charges: (body, context) => {
      const template = templateOf(own(context.raw, "source_instance_template"), body, context);
      return template === undefined ? [] : disksOf(template.body, 1);
    },
  },
  /** A disk of two zones, each of which has a copy. */
  google_compute_region_disk: {
    store: (body) => ({
      ...head(body, ["name"], "disk"),
      ...size(body, "type"),
      sizeGiB: body.number("size", "size"),
      copies: 2,
      survivesRestart: true,
      survivesNodeLoss: true,
      protection: { encrypted: true },
    }),
    charges: (body) => [
      billed(
        "GiB-month",
        sized("disk/regional", body.optional("type") ?? "pd-standard"),
        amount(body, "size"),
      ),
    ],
  },
  google_compute_snapshot: {
    charges: () => [byUse("disk/snapshot", "GiB-month", "storage_gb")],
    chargedOnly: "a copy of a disk that is listed by itself",
  },
  google_compute_image: IMAGE,
  google_compute_machine_image: IMAGE,
  google_compute_node_group: {
    charges: (body) => [billed("hour", "sole-tenant/node", amount(body, "initial_size"))],
    chargedOnly: "hosts whose machines are listed by themselves",
  },
  google_compute_reservation: {
    charges: (body) => {
      const reserved = body.at("specific_reservation");
      const type = reserved.at("instance_properties").optional("machine_type");
      return [billed("hour", sized("vm", type), amount(reserved, "count"))];
    },
    chargedOnly: "keeps room for machines, which are charged whether they run or not",
  },
  ...ignored(
    "setting of machines or disks",
    "google_compute_attached_disk",
    "google_compute_disk_resource_policy_attachment",
    "google_compute_instance_group",
    "google_compute_instance_group_membership",
    "google_compute_instance_group_named_port",
    "google_compute_node_template",
    "google_compute_per_instance_config",
    "google_compute_project_metadata*",
    "google_compute_region_disk_resource_policy_attachment",
    "google_compute_region_per_instance_config",
    "google_compute_resource_policy",
    "google_compute_shared_vpc_*",
    "google_compute_target_instance",
    "google_os_login_ssh_public_key",
  ),
};

/** The template that a value refers to, of one of the two types. */
function templateOf(value: unknown, body: Cursor, { related }: TypeContext): RelatedResource | undefined {
  for (const type of TEMPLATES) {
    const found = targetOf(value, { type, from: body.id, related });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A group names its template in a version, and of older providers by itself. */
function groupTemplate(body: Cursor, context: TypeContext): RelatedResource | undefined {
  const version = rawBlock(context.raw, "version");
  const versioned = isObject(version) ? own(version, "instance_template") : undefined;
  return templateOf(versioned ?? own(context.raw, "instance_template"), body, context);
}

function machinesOf(
  body: Cursor,
  template: RelatedResource | undefined,
  type: string | undefined,
): Pick<Machines, "instanceType" | "notOnDemand"> {
  const instanceType = type ?? template?.body.optional("machine_type");
  if (instanceType === undefined)
    body.noteUnknown("instance type", "no instance template of the document has it");
  return {
    instanceType,
    notOnDemand: template && notOnDemand(template.body.at("scheduling"), template.body),
  };
}

/** An autoscaler that targets the group sets its limits; without one the group has a fixed size. */
function group(body: Cursor, context: TypeContext): Machines {
  const bounds = scaledBy(body, context);
  const target = body.count("target_size", "nodes", bounds === undefined ? 0 : bounds.min);
  return {
    name: body.named("name"),
    ...machinesOf(body, groupTemplate(body, context), undefined),
    count:
      bounds === undefined
        ? exactly(target, context.times)
        : spanOf(bounds.min, bounds.min, bounds.max, context.times),
  };
}

function scaledBy(body: Cursor, { related }: TypeContext): { min?: number; max?: number } | undefined {
  for (const type of ["google_compute_autoscaler", "google_compute_region_autoscaler"]) {
    for (const each of related.of(type)) {
      const target = own(each.resource.raw, "target");
      const address = addressOf(
        target,
        "google_compute_instance_group_manager",
        "google_compute_region_instance_group_manager",
      );
      const named = [body.optional("self_link"), body.optional("id")].includes(
        each.body.optional("target") ?? "?",
      );
      if (address !== body.id && !named) continue;
      const policy = each.body.at("autoscaling_policy");
      return {
        min: policy.count("min_replicas", "fewest nodes"),
        max: policy.count("max_replicas", "most nodes"),
      };
    }
  }
  return undefined;
}

function groupDisks(body: Cursor, context: TypeContext): Billed[] {
  const template = groupTemplate(body, context);
  if (template === undefined) return [];
  return disksOf(template.body, scaledBy(body, context)?.min ?? amount(body, "target_size"));
}

function disksOf(template: Cursor, machines: number | undefined): Billed[] {
  return blocks(template, "disk").map((disk) => {
    const scratch = disk.optional("type") === "SCRATCH";
    const type = scratch ? "local-ssd" : (disk.optional("disk_type") ?? "pd-standard");
    return billed("GiB-month", sized("disk", type), product(amount(disk, "disk_size_gb"), machines));
  });
}
