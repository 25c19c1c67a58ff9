const { rmSync } = require("node:fs");
const { join } = require("node:path");

/** Before all tests: forgets the record of the run before. */
module.exports = async () => rmSync(join(__dirname, "..", "..", ".cache", "checked.jsonl"), { force: true });
