import { amount, billed, byUse, hourly, named, textOr } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

/** AWS Directory Service, Amazon WorkSpaces and Amazon WorkLink. */
export const DIRECTORY: TerraformTypes = {
  aws_directory_service_directory: {
    charges: directory,
    chargedOnly: "keeps accounts of people, and no data",
  },
  aws_directory_service_region: {
    charges: (body) => [
      billed("hour", "directory-service/region", amount(body, "desired_number_of_domain_controllers", 2)),
    ],
    chargedOnly: "keeps accounts of people, and no data",
  },
  aws_directory_service_shared_directory: {
    charges: () => [hourly("directory-service/sharing")],
    chargedOnly: "shares a directory with an account",
  },
  aws_workspaces_workspace: { charges: desktop, chargedOnly: "a desktop of one person" },
  aws_worklink_fleet: {
    charges: () => [byUse("worklink/user", "active user-month")],
    chargedOnly: "leads people to websites inside of the network",
  },
  ...ignored(
    "setting of a directory",
    "aws_directory_service_conditional_forwarder",
    "aws_directory_service_log_subscription",
    "aws_directory_service_radius_settings",
    "aws_directory_service_trust",
    "aws_workspaces_connection_alias",
    "aws_workspaces_directory",
    "aws_workspaces_ip_group",
    "aws_worklink_website_certificate_authority_association",
  ),
};

/** `SimpleAD` is `simple-ad` in the price list. */
function kindOf(type: string | undefined): string | undefined {
  return type?.replace(/AD/, "-ad").replace("-adConnector", "ad-connector").toLowerCase();
}

/** Microsoft AD is charged by its domain controllers, at least two; the other kinds by size. */
function directory(body: Cursor): Billed[] {
  const type = textOr(body, "type", "SimpleAD");
  if (type === "MicrosoftAD") {
    const edition = textOr(body, "edition", "Enterprise")?.toLowerCase();
    const controllers = amount(body, "desired_number_of_domain_controllers", 2);
    return [billed("hour", named("directory-service/microsoft-ad", edition), controllers)];
  }
  return [hourly(named("directory-service", kindOf(type), textOr(body, "size", "Large")?.toLowerCase()))];
}

/** `AUTO_STOP` is charged by the month and for each hour of use, `ALWAYS_ON` by the month. */
function desktop(body: Cursor): Billed[] {
  const properties = body.at("workspace_properties");
  const size = textOr(properties, "compute_type_name", "VALUE")?.toLowerCase();
  const mode = textOr(properties, "running_mode", "ALWAYS_ON")?.toLowerCase().replace("_", "-");
  return [
    billed("month", named("workspaces", mode, size), 1),
    ...(mode === "auto-stop" ? [byUse(`workspaces/hours/${size ?? "unknown"}`, "hour of use")] : []),
    ...(["root", "user"] as const).flatMap((which) => {
      const gibibytes = amount(properties, `${which}_volume_size_gib`);
      return gibibytes === undefined ? [] : [billed("GiB-month", "workspaces/storage", gibibytes)];
    }),
  ];
}
