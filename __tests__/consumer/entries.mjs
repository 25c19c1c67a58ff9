import { readdirSync } from "node:fs";

const names = (folder) => readdirSync(new URL(`../../${folder}`, import.meta.url));

/** What the patterns among the exports stand for: attw finds those without a pattern by itself. */
export const PATTERNS = {
  "./constructs/*": names("constructs").map((name) => `constructs/${name}`),
  "./bindings/*": names("imports/providers").flatMap((name) => [
    `bindings/${name}`,
    `bindings/${name}/provider`,
  ]),
};
