import { indexDocument } from "../../../../footprint/read/terraform/document";
import { References } from "../../../../footprint/read/terraform/references";

const DOCUMENT = {
  terraform: {},
  variable: {
    tag: { default: "1.0" },
    bare: { type: "string" },
    size: { default: 3 },
    labels: { default: { a: "b" } },
    nothing: { default: null },
  },
  locals: { team: "b2b", name: "${local.team}-api" },
  data: { aws_vpc: { Main: { id: "vpc-1" } } },
  resource: {
    kubernetes_namespace_v1: {
      Object: { metadata: { name: "b2b" } },
      List: { metadata: [{ name: "12go" }] },
    },
    kubernetes_config_map_v1: { Many: { count: 2, metadata: { name: "many" }, data: { "a.conf": "x" } } },
    kubernetes_manifest: { Named: { manifest: { metadata: { name: "${local.name}" } } } },
  },
};

function resolve(value: unknown, document: object = DOCUMENT): unknown {
  return new References(indexDocument(document)).resolve(value);
}

it.each([
  ["${kubernetes_namespace_v1.Object.metadata[0].name}", "b2b"],
  ["${kubernetes_namespace_v1.List.metadata[0].name}", "12go"],
  ["${kubernetes_namespace_v1.List.metadata.0.name}", "12go"],
  ["${ var.tag }", "1.0"],
  ["${var.size}", 3],
  ["${var.labels}", { a: "b" }],
  ['${var.labels["a"]}', "b"],
  ["${local.name}", "b2b-api"],
  ["${data.aws_vpc.Main.id}", "vpc-1"],
  ["${kubernetes_manifest.Named.manifest.metadata.name}", "b2b-api"],
  ['${kubernetes_config_map_v1.Many[1].data["a.conf"]}', "x"],
  ["app:${var.tag}-${var.size}", "app:1.0-3"],
  ["plain $5 {} text", "plain $5 {} text"],
])("answers %p from the document", (text, expected) => {
  expect(resolve(text)).toEqual(expected);
});

it.each([
  "${var.bare}",
  "${var.missing}",
  "${kubernetes_namespace_v1.Object.id}",
  "${kubernetes_namespace_v1.Object.metadata[1].name}",
  '${jsonencode({"a" = "}"})}',
  "x-${var.labels}",
  "$${var.tag}",
  "${var.tag",
  "${each.key}",
  "${__proto__.constructor}",
  "${var.constructor}",
])("leaves %p as it is", (text) => {
  expect(resolve(text)).toBe(text);
});

it("stops where a reference leads back to itself", () => {
  const locals = { ping: "a${local.pong}", pong: "b${local.ping}", self: "${local.self}" };
  expect(resolve("${local.ping}", { locals })).toBe("ab${local.ping}");
  expect(resolve("${local.self}", { locals })).toBe("${local.self}");
});

it("resolves what it can of a longer text", () => {
  expect(resolve("${var.bare}/app:${var.tag}")).toBe("${var.bare}/app:1.0");
});

it("resolves below lists and objects, and keeps keys that name a prototype", () => {
  const value = JSON.parse('{"__proto__": ["${var.tag}"]}');
  expect(JSON.stringify(resolve(value))).toBe('{"__proto__":["1.0"]}');
});

describe("a document made to be expensive", () => {
  it("does not grow texts without end", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`l${n}`, `\${local.l${n + 1}}`.repeat(30)]),
    );
    expect(
      String(resolve("${local.l0}", { locals: { ...locals, l40: "x".repeat(100) } })).length,
    ).toBeLessThan(1e6);
  });

  it("does not grow values without end", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`l${n}`, Array(30).fill(`\${local.l${n + 1}}`)]),
    );
    const size = JSON.stringify(resolve("${local.l0}", { locals: { ...locals, l40: "x" } })).length;
    expect(size).toBeLessThan(1e6);
  });

  it("survives a chain as long as the document", () => {
    const locals = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, n) => [`l${n}`, { deep: `\${local.l${n + 1}}` }]),
    );
    expect(JSON.stringify(resolve("${local.l0}", { locals }))).toContain("${local.l");
  });
});

it("leaves a reference to nothing as it is written", () => {
  expect(resolve("${var.nothing}")).toBe("${var.nothing}");
  expect(resolve("a-${var.nothing}")).toBe("a-${var.nothing}");
});
