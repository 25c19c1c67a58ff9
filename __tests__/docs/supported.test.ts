import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../footprint/read/kubernetes/kinds";
import { PROVIDERS } from "../../footprint/read/providers";
import { Cursor } from "../../footprint/read/terraform/cursor";

const { supportedPage } = require("../../scripts/supported.js") as {
  supportedPage: (declared: object) => string;
};

const page = supportedPage({ PROVIDERS, KINDS, Cursor });
const row = (name: string) => page.split("\n").find((line) => line.startsWith(`| \`${name}\``)) ?? "";

it("lists what the declarations say; `npm run docs:supported` writes it again", () => {
  expect(readFileSync(join(__dirname, "../../docs/supported.md"), "utf8")).toBe(page);
});

it("names roles, units and arguments of a type", () => {
  expect(row("aws_db_instance")).toMatch(
    /store, entry point.*hour.*allocated_storage.*multi_az.*storage_type/,
  );
  expect(row("aws_elasticsearch_domain")).toMatch(/cluster_config\.instance_count.*ebs_options\.volume_size/);
  expect(row("aws_nat_gateway")).toMatch(/hour; use: GiB/);
});

it("leaves readers as they were", () => {
  const asked: string[] = [];
  const body = Cursor.on({ a: { b: 1 } }, { id: "x", unknown: (what) => asked.push(what) });
  expect(body.at("a").items("c")).toEqual([]);
  expect(body.all("a")).toEqual({ b: 1 });
});
