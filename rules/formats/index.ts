import type { Render } from "./format";
import { json } from "./json";
import { junit } from "./junit";
import { sarif } from "./sarif";
import { table } from "./table";

export type { Layout, Render } from "./format";

/** Every output format of `weighbridge check`; the first is the default. */
export const CHECK_FORMATS: Readonly<Record<string, Render>> = { table, json, junit, sarif };
