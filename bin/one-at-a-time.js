const { closeSync, openSync, readFileSync, rmSync, writeSync } = require("node:fs");

const PAUSE_MS = 50;

/** Does some work while no other process does any under the same lock, a file that is there for as long. */
module.exports = function oneAtATime(lock, work) {
  while (!taken(lock)) {
    if (isLeft(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
};

function taken(lock) {
  try {
    const file = openSync(lock, "wx");
    writeSync(file, `${process.pid}`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** True where the process that took it has ended without giving it back. One that takes it right now is alive. */
function isLeft(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    return owner > 0 && !isAlive(owner);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
