import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { Draft } from "../../../footprint/read/draft";
import type { TerraformType, TypeContext } from "../../../footprint/read/terraform/type";

const ROOT = join(__dirname, "..", "..", "..");

/** The declarations that the guide shows, run as `footprint/read/aws/fsx.ts`. */
function shown(): Readonly<Record<string, TerraformType>> {
  const guide = readFileSync(join(ROOT, "docs/guides/terraform-type.md"), "utf8");
  const [, block = ""] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const { code } = transformSync(block.replace(/^ {3}/gm, ""), {
    filename: "fsx.ts",
    jsc: { parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const module: { FSX?: Readonly<Record<string, TerraformType>> } = {};
  const run = new Function("require", "exports", code) as (load: NodeRequire, exports: object) => void;
  const load = ((path: string) => require(join(ROOT, "footprint/read/aws", path))) as NodeRequire;
  run(load, module);
  return module.FSX ?? {};
}

it("shows a declaration that works", () => {
  const declared = shown();
  expect(Object.keys(declared)).toEqual([
    "aws_fsx_lustre_file_system",
    "aws_fsx_data_repository_association",
  ]);
  const type = declared["aws_fsx_lustre_file_system"];
  const body = new Draft().cursor("aws_fsx_lustre_file_system.Files", { storage_capacity: 1200 });
  expect(type?.store?.(body, {} as TypeContext)).toMatchObject({ sizeGiB: 1200, survivesNodeLoss: false });
  expect(type?.charges?.(body, {} as TypeContext)).toMatchObject([
    { sku: "fsx/lustre/scratch_1", quantity: 1200 },
  ]);
});

it("names files that exist", () => {
  const guide = readFileSync(join(ROOT, "docs/guides/terraform-type.md"), "utf8");
  const named = [...guide.matchAll(/`(footprint\/read\/[\w/-]+\.ts)`/g)].map(([, path]) => path ?? "");
  expect(named).toContain("footprint/read/providers.ts");
  for (const path of named.filter((each) => !each.endsWith("/fsx.ts")))
    expect(() => readFileSync(join(ROOT, path))).not.toThrow();
});
