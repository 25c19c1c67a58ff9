// Keeps the compiled code of a comparison of every option beside the bundle. Where that fails, the command compiles as
// it goes.
const { OPTIONS } = require("../dist/config/options.js");
const { keepCode } = require("./bundled");

// The environment that is chosen may be one that is refused.
delete process.env.ENVIRONMENT;
process.argv = [...process.argv.slice(0, 2), "compare", ...OPTIONS.map(({ id }) => id)];
process.stdout.write = () => true;
process.on("exit", () => {
  process.exitCode = 0;
  keepCode();
});
// In one thread, which then has loaded all that there is.
require("node:os").availableParallelism = () => 1;
require("./weighbridge");
