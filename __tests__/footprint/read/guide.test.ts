import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "@swc/core";
import { Draft } from "../../../footprint/read/draft";
import type { TerraformType, TypeContext } from "../../../footprint/read/terraform/type";

const ROOT = join(__dirname, "..", "..", "..");

/** The declarations that the guide shows, run as `footprint/read/aws/timestream.ts`. */
function shown(): Readonly<Record<string, TerraformType>> {
  const guide = readFileSync(join(ROOT, "docs/guides/terraform-type.md"), "utf8");
  const [, block = ""] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const { code } = transformSync(block.replace(/^ {3}/gm, ""), {
    filename: "timestream.ts",
    jsc: { parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const module: { TIMESTREAM?: Readonly<Record<string, TerraformType>> } = {};
  const run = new Function("require", "exports", code) as (load: NodeRequire, exports: object) => void;
  const load = ((path: string) => require(join(ROOT, "footprint/read/aws", path))) as NodeRequire;
  run(load, module);
  return module.TIMESTREAM ?? {};
}

it("shows a declaration that works, and the line of its test", () => {
  const declared = shown();
  expect(Object.keys(declared)).toEqual(["aws_timestreaminfluxdb_db_instance"]);
  const type = declared.aws_timestreaminfluxdb_db_instance;
  const guide = readFileSync(join(ROOT, "docs/guides/terraform-type.md"), "utf8");
  const [, line = "[]"] = /```json\n\s*(\[.*\])\n/.exec(guide) ?? [];
  const [, body, ...lines] = JSON.parse(line) as [string, object, ...string[]];
  const cursor = new Draft().cursor("aws_timestreaminfluxdb_db_instance.X", body);
  const store = type?.store?.(cursor, {} as TypeContext);
  const charges = type?.charges?.(cursor, {} as TypeContext);
  expect(store).toMatchObject({ sizeGiB: 20, copies: 1, survivesNodeLoss: false });
  expect([
    ...(charges ?? []).map(({ sku, quantity, unit }) => `charge ${sku} ${Number(quantity)} ${unit}`),
    `store ${store?.engine} ${store?.size} ${store?.sizeGiB} GiB ${store?.copies} copies single`,
  ]).toEqual(lines);
});

it("names files that exist", () => {
  const guide = readFileSync(join(ROOT, "docs/guides/terraform-type.md"), "utf8");
  const named = [...guide.matchAll(/`(footprint\/read\/[\w/-]+\.ts)`/g)].map(([, path]) => path ?? "");
  expect(named).toContain("footprint/read/providers.ts");
  for (const path of named.filter((each) => !each.endsWith("/timestream.ts")))
    expect(() => readFileSync(join(ROOT, path))).not.toThrow();
});
