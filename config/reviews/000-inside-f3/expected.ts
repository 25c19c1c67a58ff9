import type { Expected } from "../../model/expected";

/** Review 000 gives neither a load nor response times: the option runs where f3 runs. */
export const INSIDE_F3_EXPECTED: Readonly<Record<string, Expected>> = {
  "f3-inside": { availability: { promises: [], unpromised: ["f3's hosts and its MariaDB"] } },
};
