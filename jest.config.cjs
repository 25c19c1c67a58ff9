// `.ci/run` sets TEST_RUNS, and with it also runs the tests that start processes or build, which take a second each.
const isDeep = process.env.TEST_RUNS !== undefined;

module.exports = {
  testEnvironment: "<rootDir>/__tests__/environment/index.cjs",
  runtime: "<rootDir>/__tests__/environment/runtime.cjs",
  maxWorkers: 2,
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: isDeep ? ["/node_modules/"] : ["/node_modules/", "\\.slow\\.test\\.ts$"],
  moduleNameMapper: {
    "^(\\.{1,2}/.*)\\.js$": "$1",
    "^weighbridge/(constructs/[^/]+|network|footprint)$": "<rootDir>/$1",
  },
  transform: { "^.+\\.ts$": "@swc/jest" },
  snapshotFormat: { escapeString: false, printBasicPrototype: false },
};
