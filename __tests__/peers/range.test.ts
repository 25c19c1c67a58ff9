import { isInRange, majorOf } from "../../peers/range";
import { textOf } from "../helpers/repository";

test.each<[string, string, boolean]>([
  ["20.1.0", "^20.1.0", true],
  ["20.1.1", "^20.1.0", true],
  ["20.2.0", "^20.1.1", true],
  ["20.0.9", "^20.1.0", false],
  ["19.9.9", "^20.1.0", false],
  ["21.0.0", "^20.1.0", false],
  ["21.22.1", "^20.1.0 || ^21.0.0", true],
  ["0.21.4", "^0.21.0", true],
  ["0.22.0", "^0.21.0", false],
  ["1.21.0", "^0.21.0", false],
  ["10.10.0", "^10.4.2", true],
  ["10.5.0-rc.1", "^10.4.2", true],
])("%s in %s: %s", (version, range, isIn) => {
  expect(isInRange(version, range)).toBe(isIn);
});

test("every range of package.json is of the form that is read here", () => {
  const { peerDependencies, engines } = JSON.parse(textOf("package.json")) as {
    peerDependencies: Readonly<Record<string, string>>;
    engines: { node: string };
  };
  for (const range of Object.values(peerDependencies))
    expect(range).toMatch(/^\^\d+\.\d+\.\d+(?: \|\| \^\d+\.\d+\.\d+)*$/);
  expect(engines.node).toMatch(/^>=\d+$/);
});

test("what to install is the major version, or below 1.0 the minor", () => {
  expect([majorOf("^20.1.0 || ^21.0.0"), majorOf("^0.21.0 || ^0.24.0")]).toEqual(["20", "0.21"]);
});
