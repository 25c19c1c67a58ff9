// Writes schema/review.json from the declarations that read weighbridge.yaml: `npm run schema` after a build.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { reviewSchema } from "../dist/footprint/index.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "schema");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "review.json"), `${JSON.stringify(reviewSchema(), undefined, 2)}\n`);
