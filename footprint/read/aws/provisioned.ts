import { amount, billed, times } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import type { Billed } from "../terraform/type";

interface Volume {
  /** What the SKUs start with, for example `ebs`. */
  readonly prefix: string;
  /** Type of the storage; undefined where the document does not have it. */
  readonly type: string | undefined;
  /** Number of copies; undefined where it is known after apply. */
  readonly copies: number | undefined;
  /** Argument of the throughput, in MiB/s. */
  readonly throughput: string;
  /**
   * IOPS and MiB/s of gp3 that the price of the storage includes.
   * @default - 3,000 IOPS and 125 MiB/s
   */
  readonly included?: { readonly iops: number; readonly throughput: number };
}

const GP3 = { iops: 3000, throughput: 125 };

/**
 * Provisioned performance of a volume: with gp3 what is above the included part, with io1 and io2 every IOPS.
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/provisioned-iops.html
 */
export function provisioned(
  body: Cursor,
  { prefix, type, throughput, copies, included = GP3 }: Volume,
): Billed[] {
  if (type === "io1" || type === "io2")
    return [billed("IOPS-month", `${prefix}/${type}/iops`, times(amount(body, "iops"), copies))];
  if (type !== "gp3") return [];
  return [
    ...above(body, "iops", included.iops, (more) =>
      billed("IOPS-month", `${prefix}/gp3/iops`, times(more, copies)),
    ),
    ...above(body, throughput, included.throughput, (more) =>
      billed("MiB/s-month", `${prefix}/gp3/throughput`, times(more, copies)),
    ),
  ];
}

/** None where the argument is not set, or within what is included; without a quantity where it is known after apply. */
function above(
  body: Cursor,
  key: string,
  included: number,
  bill: (quantity: number | undefined) => Billed,
): Billed[] {
  const value = amount(body, key, included);
  if (value === undefined) return [bill(undefined)];
  return value > included ? [bill(value - included)] : [];
}
