import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillFolder } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

/** How everything is built: without git, and without a C compiler. */
export const GO_ENV = { GOFLAGS: "-mod=mod -buildvcs=false", CGO_ENABLED: "0" };

/**
 * Programs built from one published Go module, put into one folder.
 * @param programs import path of each program, by the file name that it gets
 * @param replace module versions that the module itself only names by a folder of its own repository
 */
export function goPrograms({ name, folder, module, programs, replace = {}, ldflags = "" }) {
  return {
    name,
    isThere: () => Object.keys(programs).every((file) => existsSync(join(folder, file))),
    install: () => {
      requireGo();
      fillFolder(folder, (draft) => {
        writeFileSync(join(draft, "go.mod"), goMod(module, replace));
        for (const [file, importPath] of Object.entries(programs)) {
          run("go", ["build", "-trimpath", "-ldflags", `-s -w ${ldflags}`, "-o", file, importPath], {
            cwd: draft,
            env: GO_ENV,
          });
        }
      });
    },
  };
}

/** Some files of one folder of a published Go module. */
export function goModuleFiles({ name, folder, module, from, files }) {
  return {
    name,
    isThere: () => files.every((file) => existsSync(join(folder, file))),
    install: () => {
      requireGo();
      const { Dir } = JSON.parse(run("go", ["mod", "download", "-json", `${module.path}@${module.version}`]));
      fillFolder(folder, (draft) => {
        for (const file of files) copyFileSync(join(Dir, from, file), join(draft, file));
      });
    },
  };
}

/** @throws Error that says what to install */
export function requireGo() {
  if (!onPath("go")) throw new Error("no go here; install Go 1.24 or later");
}

function goMod(module, replace) {
  const replacements = Object.entries(replace).map(([path, to]) => `replace ${path} => ${to}`);
  return [
    "module sandbox",
    "",
    "go 1.24.0",
    "",
    `require ${module.path} ${module.version}`,
    "",
    ...replacements,
    "",
  ].join("\n");
}
