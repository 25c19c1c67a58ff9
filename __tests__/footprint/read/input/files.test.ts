import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readAll, readEach, readFootprint, toFootprint } from "../../../../footprint/read";
import { autoscaler, deployment, refusal } from "../fixtures";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "weighbridge-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: unknown): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

/** The message with the temporary folder left out. */
function failure(act: () => unknown): string {
  return refusal(act).replaceAll(folder, "DIR");
}

const EMPTY = { terraform: {} };
const FUJI = {
  resource: {
    kubernetes_deployment_v1: { Fuji: deployment("fuji", []), Api: deployment("travel-api", []) },
    kubernetes_horizontal_pod_autoscaler_v2: {
      Fuji: autoscaler("fuji", 1, 4),
      Api: autoscaler("travel-api", 2, 15),
    },
  },
};

it("reads a stack by its folder, its file, or a folder with one stack, with the everyday load that is given, and no other", () => {
  const file = write("cdktf.out/stacks/partner-a/cdk.tf.json", FUJI);
  for (const path of [file, dirname(file), join(folder, "cdktf.out")]) {
    const { id, workloads } = readFootprint(path, { usage: { "travel-api": 3, fuji: 2 } });
    expect(id).toBe("partner-a");
    expect(workloads.map(({ name, replicas }) => [name, replicas?.steady])).toEqual([
      ["travel-api", 3],
      ["fuji", 2],
    ]);
  }
});

it("takes an id and usage of the caller's", () => {
  const file = write("main.tf.json", FUJI);
  expect(readFootprint(file).id).toBe("main");
  expect(readFootprint(file, { id: "x", usage: { fuji: 4 } })).toMatchObject({
    id: "x",
    workloads: [{ replicas: { steady: 2 } }, { replicas: { steady: 4 } }],
  });
});

it("reads every stack, in the order of the manifest", () => {
  write("stacks/b/cdk.tf.json", EMPTY);
  write("stacks/a/cdk.tf.json", EMPTY);
  expect(readAll(folder).map(({ id }) => id)).toEqual(["a", "b"]);
  write("manifest.json", {
    stacks: {
      b: { synthesizedStackPath: "stacks/b/cdk.tf.json" },
      a: { synthesizedStackPath: "stacks/a/cdk.tf.json" },
    },
  });
  expect(readAll(folder).map(({ id }) => id)).toEqual(["b", "a"]);
});

it("reads a file with a byte order mark", () => {
  expect(readFootprint(write("a.tf.json", `\uFEFF${JSON.stringify(EMPTY)}`)).id).toBe("a");
});

it.each([
  ["from the small end", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
  ["from the big end", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
])("reads UTF-16 with its mark, as PowerShell writes it, %s", (_, encode) => {
  const topic = { resource: { kafka_topic: { T: { name: "mails-ä" } } } };
  const file = write("a.tf.json", {});
  writeFileSync(file, encode(JSON.stringify(topic)));
  expect(readFootprint(file).topics).toMatchObject([{ name: "mails-ä" }]);
});

it("reads a path as one option, and each stack of several as one of its own, when it is asked for", () => {
  const one = write("one/stacks/a/cdk.tf.json", EMPTY);
  expect([...readEach(one, "mine")].map(({ id }) => id)).toEqual(["mine"]);
  expect([...readEach(join(folder, "one"), "mine")].map(({ id }) => id)).toEqual(["mine"]);

  write("two/stacks/a/cdk.tf.json", FUJI);
  write("two/stacks/b/cdk.tf.json", "{");
  const each = readEach(join(folder, "two"), "mine");
  expect(each.next().value).toMatchObject({
    id: "mine-a",
    workloads: [{ name: "travel-api" }, { name: "fuji" }],
  });
  expect(failure(() => each.next())).toMatch(/^DIR\/two\/stacks\/b\/cdk\.tf\.json: line 1, column 2: /);
});

describe("refuses in one line", () => {
  it("a missing file or folder", () => {
    expect(failure(() => readFootprint(join(folder, "no.json")))).toBe(
      "DIR/no.json: no such file or folder; check the path, or run `cdktf synth` first",
    );
    expect(failure(() => readAll(join(folder, "no")))).toMatch(/^DIR\/no: no such file or folder/);
  });

  it("an empty folder", () => {
    expect(failure(() => readFootprint(folder))).toBe(
      "DIR: contains neither Terraform JSON nor a plan nor Kubernetes YAML; run `cdktf synth` first, or give a cdktf.out folder",
    );
    expect(failure(() => readAll(folder))).toBe("DIR: contains no stack; run `cdktf synth` first");
  });

  it("a file in place of a folder", () => {
    expect(failure(() => readAll(write("a.tf.json", EMPTY)))).toMatch(/^DIR\/a\.tf\.json: is no folder; /);
  });

  it("a folder with several stacks where one is meant", () => {
    write("stacks/a/cdk.tf.json", EMPTY);
    write("stacks/b/cdk.tf.json", EMPTY);
    expect(failure(() => readFootprint(folder))).toBe(
      "DIR: contains 2 stacks (a, b); name one, for example DIR/stacks/a",
    );
  });

  it("a manifest without stacks", () => {
    write("manifest.json", {});
    expect(failure(() => readAll(folder))).toMatch(/^DIR: contains no stack; /);
    write("manifest.json", { stacks: { a: {} } });
    expect(failure(() => readAll(folder))).toMatch(
      /^DIR\/manifest\.json: stacks\.a\.synthesizedStackPath: is missing; /,
    );
  });

  it.each([
    ['{\n  "a": 1,\n  "b" 2\n}', "line 3, column 7: expected ':', found a number"],
    ['{"a": [1, 2}', "line 1, column 12: expected ',' or the closing bracket, found '}'"],
    ['{"a": 1,}', "line 1, column 9: expected a name, found '}'"],
    ["{a: 1}", "line 1, column 2: expected a name or '}', found a text without quotes"],
    ['{"a": tru}', "line 1, column 7: expected a value, found a text without quotes"],
    ['{"a": 01}', "line 1, column 7: expected a value, found a number"],
    ["{}\r\n{", "line 2, column 1: expected the end, found '{'"],
    [
      '{"a": "b',
      "line 1, column 7: expected a value, found a text without a closing quote or with a character that JSON forbids",
    ],
    ["[1,]", "line 1, column 4: expected a value, found ']'"],
    ["<html>", "line 1, column 1: expected a value, found a character that JSON forbids here"],
  ])("broken JSON %j", (text, place) => {
    expect(failure(() => readFootprint(write("x.json", text)))).toBe(`DIR/x.json: ${place}; fix the JSON`);
  });

  it.each([{ name: "app", version: "1.0.0", dependencies: {} }, [], "text", null, { output: "cdktf.out" }])(
    "foreign JSON %j",
    (content) => {
      const message = failure(() => readFootprint(write("package.json", JSON.stringify(content))));
      expect(message).toMatch(
        /^DIR\/package\.json: not a Terraform document: .*; give Terraform JSON such as cdktf\.out\/stacks\/<id>\/cdk\.tf\.json, /,
      );
    },
  );

  it.each([
    ["bytes", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])],
    ["UTF-16 without its mark", Buffer.from("{}", "utf16le")],
    ["half a character of UTF-16", Buffer.from([0xfe, 0xff, 0, 0x7b, 0])],
  ])("%s", (what, bytes) => {
    const file = write("a.json", {});
    writeFileSync(file, bytes);
    expect(failure(() => readFootprint(file))).toMatch(
      what.startsWith("half")
        ? /^DIR\/a\.json: line 1, column 2: expected a name/
        : /^DIR\/a\.json: is not a text in UTF-8; save the file as UTF-8, or give another file$/,
    );
  });

  it.each([
    ["a lone byte", Buffer.from('{"a": "\xff"}', "latin1"), "line 1, column 8: byte 7"],
    [
      "one behind a replacement character",
      Buffer.concat([Buffer.from('{\n"\ufffd'), Buffer.from([0xc3])]),
      "line 2, column 3: byte 6",
    ],
    ["half a character at the end", Buffer.from([0x7b, 0xe2, 0x82]), "line 1, column 2: byte 1"],
  ])("bytes that are not UTF-8: %s", (_, bytes, place) => {
    const file = write("a.json", {});
    writeFileSync(file, bytes);
    expect(failure(() => readFootprint(file))).toBe(
      `DIR/a.json: ${place} is not valid UTF-8; save the file as UTF-8, or give another file`,
    );
  });

  it.each(["../../other/cdk.tf.json", "stacks/../../../x", "/etc/x", ".."])(
    "a manifest whose path leads out of its folder: %s",
    (path) => {
      write("manifest.json", { stacks: { a: { synthesizedStackPath: path } } });
      expect(failure(() => readAll(folder))).toBe(
        "DIR/manifest.json: stacks.a.synthesizedStackPath: leads out of the folder; run `cdktf synth` again",
      );
    },
  );

  it("a count above what Kubernetes can hold", () => {
    const resource = { kafka_topic: { T: { name: "t", partitions: 2 ** 31 } } };
    const message = "partitions: 2147483648 is not a whole number from 0 to 2147483647";
    expect(failure(() => toFootprint({ resource }))).toContain(message);
  });

  it.each(['{ "name": 1e400 }', '{ "name": "t", "config": { "retention.ms": 1e400 } }'])(
    "a number too large for its digits, in place of a text: %s",
    (topic) => {
      const file = write("x.tf.json", `{"resource": {"kafka_topic": {"T": ${topic}}}}`);
      expect(failure(() => readFootprint(file))).toMatch(
        / (?:too large to keep its digits; write it in quotes|Infinity is not a number; write a number)$/,
      );
    },
  );

  it("a name that would steer the terminal or turn the line around, without what does so", () => {
    const T = { name: "t", partitions: -1 };
    const resource = { kafka_topic: { "a\u001b]0;x\u0007\u202e\u2066b": T } };
    const message = failure(() => readFootprint(write("a.tf.json", { resource })));
    expect(message).toMatch(/^DIR\/a\.tf\.json: kafka_topic\.ab: partitions: -1 is not a whole number/);
  });

  it("a number that is none, by its name", () => {
    const document = { resource: { kafka_topic: { T: { name: "t", partitions: Number.NaN } } } };
    expect(failure(() => toFootprint(document))).toMatch(/partitions: NaN is not a number/);
  });

  it("a value that cannot be meant, with file and address", () => {
    const file = write("x.tf.json", { resource: { aws_db_instance: { D: { allocated_storage: "many" } } } });
    expect(failure(() => readFootprint(file))).toBe(
      "DIR/x.tf.json: aws_db_instance.D: allocated_storage: a text is not a number; write a number",
    );
  });

  it("a name that an object holds twice, of which a reader would drop one", () => {
    const text = '{"resource": {"kafka_topic": {}},\n "resource": {}}';
    expect(failure(() => readFootprint(write("x.tf.json", text)))).toBe(
      "DIR/x.tf.json: line 2, column 2: a name is twice in one object; put both into one, or into a list",
    );
  });

  it("a name that a plan holds twice, unless its value is the same", () => {
    const plan = (again: string) =>
      `{"format_version": "1.2", "planned_values": {"root_module": {"resources": [{"address": "aws_instance.a",
      "type": "aws_instance", "name": "a", "values": {"instance_type": "t3.micro", "instance_type": "${again}"}}]}}}`;
    expect(readFootprint(write("equal.json", plan("t3.micro"))).nodes).toHaveLength(1);
    expect(failure(() => readFootprint(write("other.json", plan("t3.small"))))).toContain("line 2, column");
  });

  describe("nesting without end", () => {
    const deep = '{"a":'.repeat(100_000) + 1 + "}".repeat(100_000);
    const resource = (type: string, body: string) => `{"resource": {"${type}": {"A": ${body}}}}`;

    it.each([
      ["in a manifest", resource("kubernetes_manifest", `{"manifest": ${deep}}`)],
      ["in a list", resource("kubernetes_manifest", `{"manifest": {"kind": "A", "a": [[${deep}]]}}`)],
      ["in a map of text", resource("kubernetes_config_map", `{"data": {"a": ${deep}}}`)],
      [
        "in an environment",
        resource("docker_service", `{"task_spec": {"container_spec": {"env": ${deep}}}}`),
      ],
      ["in what is repeated for", resource("aws_instance", `{"for_each": {"a": ${deep}}}`)],
      [
        "behind a reference",
        `{"locals": {"a": ${deep}}, ${resource("aws_instance", '{"count": "${local.a}"}').slice(1)}`,
      ],
      ["in a plan", `{"format_version": "1.2", "planned_values": ${deep}}`],
      ["in an object of Kubernetes", `{"apiVersion": "v1", "kind": "ConfigMap", "data": ${deep}}`],
    ])("%s", (_, text) => {
      expect(failure(() => readFootprint(write("x.json", text)))).toMatch(
        /^DIR\/x\.json: .*nested deeper than 100 levels/,
      );
    });

    it("is nothing to what does not look there", () => {
      expect(readFootprint(write("x.json", `{"terraform": ${deep}}`)).workloads).toEqual([]);
    });
  });
});
