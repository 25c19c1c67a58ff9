import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { problemsOf, type Wanted } from "../../peers/problems";
import { temporaryFolder } from "../helpers/folder";

const REQUIREMENTS = {
  engines: { node: ">=20" },
  peerDependencies: {
    "@cdktf/provider-aws": "^20.1.0",
    "@cdktf/provider-helm": "^12.1.2",
    cdktf: "^0.21.0",
    constructs: "^10.4.2",
  },
};
const ALL = Object.keys(REQUIREMENTS.peerDependencies);

/** A project that has this package beside the given ones: paths below `node_modules`, with their versions. */
function project(installed: Readonly<Record<string, string>>): {
  readonly from: string;
  readonly user: string;
} {
  const root = temporaryFolder();
  for (const [path, version] of Object.entries({ weighbridge: "0.1.0", ...installed })) {
    const folder = join(root, "node_modules", path);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  }
  return { from: join(root, "node_modules/weighbridge/index.js"), user: join(root, "main.js") };
}

const GOOD = {
  "@cdktf/provider-aws": "20.9.1",
  "@cdktf/provider-helm": "12.1.2",
  cdktf: "0.21.0",
  constructs: "10.8.1",
};

function problems(installed: Readonly<Record<string, string>>, more: Partial<Wanted> = {}, node = "22.4.0") {
  const { from, user } = project(installed);
  return problemsOf({ packages: ALL, from, user, ...more }, REQUIREMENTS, node);
}

test("nothing is wrong with supported peers, each there once", () => {
  expect(problems(GOOD)).toEqual([]);
});

test("what is not needed may be missing", () => {
  expect(problems({}, { packages: [] })).toEqual([]);
});

test.each<[string, Readonly<Record<string, string>>, string[]]>([
  [
    "a missing provider",
    { cdktf: "0.21.0", constructs: "10.4.2", "@cdktf/provider-helm": "12.1.2" },
    ["@cdktf/provider-aws is not installed; run npm install @cdktf/provider-aws@20"],
  ],
  [
    "everything is missing",
    {},
    [
      "@cdktf/provider-aws, @cdktf/provider-helm, cdktf, constructs are not installed; " +
        "run npm install @cdktf/provider-aws@20 @cdktf/provider-helm@12 cdktf@0.21 constructs@10",
    ],
  ],
  [
    "unsupported versions",
    { ...GOOD, cdktf: "0.20.12", "@cdktf/provider-aws": "19.65.1" },
    [
      "@cdktf/provider-aws 19.65.1 is installed, supported is ^20.1.0; run npm install @cdktf/provider-aws@20",
      "cdktf 0.20.12 is installed, supported is ^0.21.0; run npm install cdktf@0.21",
    ],
  ],
])("%s", (_, installed, expected) => {
  expect(problems(installed)).toEqual(expected);
});

test.each([
  ["of this package", "weighbridge/node_modules/constructs"],
  ["of cdktf", "cdktf/node_modules/constructs"],
  ["of a provider", "@cdktf/provider-aws/node_modules/constructs"],
])("a second copy of constructs, %s, is found", (_, path) => {
  const [problem, ...rest] = problems({ ...GOOD, [path]: "10.4.2" });
  expect(rest).toEqual([]);
  expect(problem).toMatch(
    /^2 copies of constructs are installed, .*10\.\d\.\d in .*constructs and .*; keep one: /,
  );
  expect(problem).toContain(`10.4.2 in `);
  expect(problem).toContain(join("node_modules", path));
});

test("a second copy of cdktf is found", () => {
  expect(problems({ ...GOOD, "@cdktf/provider-aws/node_modules/cdktf": "0.21.0" })).toEqual([
    expect.stringMatching(/^2 copies of cdktf are installed, /),
  ]);
});

test("an old Node is one more line", () => {
  expect(problems({ ...GOOD, cdktf: "0.20.0" }, {}, "18.20.1")).toEqual([
    "Node 18.20.1 is not supported; install Node 20 or newer",
    expect.stringMatching(/^cdktf 0\.20\.0 is installed/),
  ]);
});
