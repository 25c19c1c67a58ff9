// The second thread of a command: see cli/footprints.ts.
require("./bundled").load("worker.js");
