import type { PartState } from "./model";

/** A part in one line: `kafka       ready in 12.3 s: 127.0.0.1:41234,...`. */
export function partLine({ name, status, estimateSeconds, seconds, detail }: PartState): string {
  const [first = ""] = detail.split("\n");
  const head = name.padEnd(10);
  switch (status) {
    case "starting":
      return `${head}  starting, about ${estimateSeconds} s: ${first}`;
    case "ready":
      return `${head}  ready in ${seconds} s: ${first}`;
    default:
      return first === "" ? `${head}  ${status}` : `${head}  ${status}: ${first}`;
  }
}
