import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillFolder, inCache, versions } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

const { fluentBitTypes: version } = versions;
const CRATE = "kcr_fluentbit_fluent_io";
const folder = inCache(`fluent-bit-types-${version}`);

/**
 * What the Fluent Operator's definitions say of Fluent Bit's plugins, as types that were generated from them.
 * Fluent Bit itself is in no package registry.
 */
export const fluentBitTypes = {
  name: "types of Fluent Bit's plugins",
  isThere: () => existsSync(folder),
  install: () => {
    if (!onPath("cargo")) throw new Error("no cargo here; install Rust");
    fillFolder(folder, (draft) => {
      mkdirSync(join(draft, "src"));
      writeFileSync(join(draft, "src", "lib.rs"), "");
      writeFileSync(join(draft, "Cargo.toml"), manifest());
      run("cargo", ["vendor", "--quiet"], { cwd: draft });
      copyFileSync(join(draft, "vendor", CRATE, "src", "v1alpha2", "outputs.rs"), join(draft, "outputs.rs"));
      rmSync(join(draft, "vendor"), { recursive: true });
    });
  },
};

function manifest() {
  return `[package]\nname = "sandbox"\nversion = "0.0.0"\nedition = "2021"\n\n[dependencies]\n${CRATE} = "=${version}"\n`;
}
