import type { Cursor } from "../terraform/cursor";

/**
 * A size as Azure's price list writes it: Azure takes sizes in any case.
 * `standard_d2s_v3` is `Standard_D2s_v3`, `STANDARD_NC4AS_T4_V3` is `Standard_NC4as_T4_v3`.
 */
export function vmSize(size: string | undefined): string | undefined {
  if (size === undefined) return undefined;
  const [tier = "", ...rest] = size.split("_");
  if (!/^(?:standard|basic)$/i.test(tier)) return size;
  const parts = rest.map((part, index) => (index === 0 ? family(part) : suffix(part)));
  return [tier.charAt(0).toUpperCase() + tier.slice(1).toLowerCase(), ...parts].join("_");
}

/** `D2s`, `NC4as`, `E16-4s`: the family in capitals, the features behind the number in small letters. */
function family(part: string): string {
  const [, letters = "", rest = ""] = /^([a-z]+)(.*)$/i.exec(part) ?? [];
  return letters === "" ? part : letters.toUpperCase() + rest.toLowerCase();
}

/** `v3` is small, the name of an accelerator such as `T4` or `A100` in capitals, and so is `Promo`'s first letter. */
function suffix(part: string): string {
  if (/^v\d+$/i.test(part)) return part.toLowerCase();
  if (/^promo$/i.test(part)) return "Promo";
  return part.toUpperCase();
}

/** Why the on-demand price of a shared Linux machine is not that of a machine; undefined where it is. */
export function notOnDemand(body: Cursor, isWindows = false): string | undefined {
  if (body.optional("priority")?.toLowerCase() === "spot") return "spot machine: its price changes";
  if (["dedicated_host_id", "dedicated_host_group_id", "host_group_id"].some((key) => body.at(key).present))
    return "on a dedicated host: the host is charged";
  const system = (body.optional("os_type") ?? body.optional("os_sku") ?? "").toLowerCase();
  return isWindows || system.startsWith("windows")
    ? "Windows: the price of Linux does not contain its licence"
    : undefined;
}
