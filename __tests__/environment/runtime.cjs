const Module = require("node:module");
const { join, sep } = require("node:path");
const { default: Runtime } = require("jest-runtime");

const ROOT = join(__dirname, "..", "..") + sep;
const TESTS = join(ROOT, "__tests__") + sep;
const PACKAGES = `${sep}node_modules${sep}`;

/** The runtime of the file under test: it transforms, and keeps Jest's cache of what is transformed. */
let current;
/** Where the source map of each loaded file is. */
const sourceMaps = new Map();

/**
 * Loads modules with Node's own `require`, once per worker, where the environment is `index.cjs`: see README.md. In any
 * other environment it is Jest's runtime.
 */
module.exports = class extends Runtime {
  #shares;
  #watches;

  constructor(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig) {
    super(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig);
    this.#shares = environment.sharesModules === true;
    this.#watches = globalConfig.watch || globalConfig.watchAll;
    if (!this.#shares) return;
    current = this;
    Module._extensions[".ts"] = load;
    environment.global.jest = this.jestGlobals.jestObjectFor(testPath);
  }

  requireModule(from, moduleName, ...options) {
    if (!this.#shares) return super.requireModule(from, moduleName, ...options);
    return Module.createRequire(from)(moduleName ?? from);
  }

  requireInternalModule(from, moduleName) {
    if (!this.#shares) return super.requireInternalModule(from, moduleName);
    // What collects the tests of a file begins anew with each file.
    if (moduleName === undefined) delete require.cache[from];
    return Module.createRequire(from)(moduleName ?? from);
  }

  isolateModules(body) {
    if (!this.#shares) return super.isolateModules(body);
    const loaded = { ...require.cache };
    forget(Object.keys(loaded));
    try {
      body();
    } finally {
      forget(Object.keys(require.cache));
      Object.assign(require.cache, loaded);
    }
  }

  getSourceMaps() {
    return this.#shares ? sourceMaps : super.getSourceMaps();
  }

  teardown() {
    super.teardown();
    if (!this.#shares) return;
    forget(Object.keys(require.cache).filter((path) => this.#isStale(path)));
  }

  /** Tests and their helpers are loaded for each file, and under `--watch` the sources too. */
  #isStale(path) {
    if (!path.startsWith(ROOT) || path.includes(PACKAGES)) return false;
    return this.#watches || (path.startsWith(TESTS) && !path.startsWith(__dirname));
  }
};

function load(module, filename) {
  const code = current.transformCache.transform(filename);
  const sourceMap = current.transformCache.getSourceMaps().get(filename);
  if (sourceMap !== undefined) sourceMaps.set(filename, sourceMap);
  module._compile(code, filename);
}

function forget(paths) {
  for (const path of paths) delete require.cache[path];
}
