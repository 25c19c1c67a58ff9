import { paint, width } from "../../cli/output";

const NAMES = ["COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"] as const;
const before = NAMES.map((name) => [name, process.env[name]] as const);
const isTerminal = process.stdout.isTTY;

afterEach(() => {
  for (const [name, value] of before)
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  process.stdout.isTTY = isTerminal;
});

function set(environment: Partial<Record<(typeof NAMES)[number], string>>): void {
  for (const name of NAMES) delete process.env[name];
  Object.assign(process.env, environment);
}

test.each([
  [{}, false, false],
  [{}, true, true],
  [{ TERM: "dumb" }, true, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, false],
])("with %j, a terminal %p: colour %p", (environment, terminal, expected) => {
  set(environment);
  process.stdout.isTTY = terminal;
  expect(paint().bold("x") !== "x").toBe(expected);
});

test.each([
  ["60", 60],
  ["200", 200],
  ["5", 20],
])("COLUMNS=%s gives %i columns", (columns, expected) => {
  set({ COLUMNS: columns });
  expect(width()).toBe(expected);
});
