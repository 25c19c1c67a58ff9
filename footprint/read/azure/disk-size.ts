import { amount, billed, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Billed } from "../terraform/type";

/** What the names of the sizes start with. */
const LETTERS: Readonly<Record<string, string>> = { Premium: "P", StandardSSD: "E", Standard: "S" };

/** Largest GiB of each size. Standard disks start with 4. */
const SIZES: readonly (readonly [size: number, most: number])[] = [
  [1, 4],
  [2, 8],
  [3, 16],
  [4, 32],
  [6, 64],
  [10, 128],
  [15, 256],
  [20, 512],
  [30, 1024],
  [40, 2048],
  [50, 4096],
  [60, 8192],
  [70, 16_384],
  [80, 32_767],
];

/**
 * A managed disk, which is charged as one of the next larger size: 100 GiB of `Premium_LRS` are a P10. Other types are
 * charged by the GiB.
 * @see https://azure.microsoft.com/pricing/details/managed-disks
 */
export function managedDisk(body: Cursor, typeKey = "storage_account_type"): Billed {
  const type = body.optional(typeKey);
  const gibibytes = amount(body, "disk_size_gb");
  const [kind = "", copies = ""] = type?.split("_") ?? [];
  const letter = Object.hasOwn(LETTERS, kind) ? LETTERS[kind] : undefined;
  const first = letter === "S" ? 4 : 1;
  const [size] = SIZES.find(([each, most]) => each >= first && (gibibytes ?? Infinity) <= most) ?? [];
  if (letter === undefined || size === undefined) return billed("GiB-month", sized("disk", type), gibibytes);
  return billed("month", `disk/${letter}${size}/${copies}`, 1);
}
