const { ModuleMocker } = require("jest-mock");

/**
 * A Jest environment in the main context of the worker, so that packages and sources are loaded once per worker: see
 * README.md. After each file, everything that it left in the globals and in `process` is put back.
 */
module.exports = class {
  global = globalThis;
  /** Marks the environment for `runtime.cjs`. */
  sharesModules = true;
  moduleMocker = new ModuleMocker(globalThis);
  /** Tests read no clock. */
  fakeTimers = null;
  fakeTimersModern = null;

  #globals = Object.getOwnPropertyDescriptors(globalThis);
  #process = Object.getOwnPropertyDescriptors(process);
  #env = { ...process.env };
  #cwd = process.cwd();

  async setup() {}

  async teardown() {
    restore(globalThis, this.#globals);
    // Who is called as tests run: a list that grows with each file.
    delete globalThis[Symbol.for("EVENT_HANDLERS")];
    restore(process, this.#process);
    process.chdir(this.#cwd);
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
  }

  /** Never used: nothing is compiled in a context of its own. */
  getVmContext() {
    return null;
  }
};

/** Puts back what was replaced. What was added stays: cdktf keeps its tokens in a global. */
function restore(target, before) {
  for (const key of Reflect.ownKeys(before)) {
    if (Object.getOwnPropertyDescriptor(target, key)?.value === before[key].value) continue;
    Object.defineProperty(target, key, before[key]);
  }
}
