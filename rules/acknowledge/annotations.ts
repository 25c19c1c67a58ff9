import type { Acknowledgement } from "../../config/model";
import type { KubeObject, Subject } from "../subject";

const PREFIX = "weighbridge.dev/acknowledge-";

/** An acknowledgement, and the object whose annotation it is; without one it is of the review. */
export interface Accepted extends Acknowledgement {
  readonly on?: KubeObject;
}

/** What annotations accept: `weighbridge.dev/acknowledge-WB035: one writer by design; until 2027-01-31`. */
export function annotated({ objects }: Subject): Accepted[] {
  return objects.all.flatMap((object) =>
    Object.entries(object.annotations ?? {})
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => {
        const [, reason = value, until] = /^(.*?);?\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$/s.exec(value) ?? [];
        return {
          rule: key.slice(PREFIX.length),
          resource: object.resource,
          reason: reason.trim(),
          until,
          on: object,
        };
      }),
  );
}
