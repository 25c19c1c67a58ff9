import { TerraformVariable } from "cdktf";
import { fpmConfiguration } from "../../constructs/php-fpm-partner-pod-group/fpm-configuration";
import fc, { runs } from "../helpers/fast-check";
import { build, fpm, mounted, nginx, type Props, RESOURCES, refused } from "../helpers/partner-pod-group";
import { freshStack, synth } from "../helpers/synth";

describe("the worker pool", () => {
  test.each([
    [30, 11],
    [40, 8],
    [50, 7],
  ])("with workers of %d Mi in 512 Mi is %d", (workerMi, workers) => {
    expect(build({ workerMi }).maxChildren).toBe(workers);
    expect(fpm({ workerMi })).toContain(`pm.max_children = ${workers}`);
  });

  test("takes workers to be of 40 Mi", () => {
    expect(build().maxChildren).toBe(8);
  });

  test("grows with the limit and shrinks with the reserve", () => {
    expect(build({ resources: { ...RESOURCES, memoryLimitMi: 1024 } }).maxChildren).toBe(21);
    expect(build({ reserveMi: 193 }).maxChildren).toBe(7);
    expect(build({ reserveMi: 192 }).maxChildren).toBe(8);
    expect(build({ reserveMi: 128 }).maxChildren).toBe(9);
  });

  test("grows where OPcache shrinks, which is a part of the reserve", () => {
    expect(build({ opcache: { memoryMi: 88 } }).maxChildren).toBe(9);
    expect(build({ opcache: { memoryMi: 256 } }).maxChildren).toBe(5);
    expect(build({ opcache: { memoryMi: 64 }, reserveMi: 64 }).maxChildren).toBe(11);
  });

  test("fails when the reserve is smaller than OPcache", () => {
    expect(refused({ reserveMi: 127 })).toEqual({
      code: "NotEnoughMemory",
      message:
        "Stack/Partner: 'reserveMi' must be at least 'opcache.memoryMi' (128), got 127; " +
        "raise it, or lower 'opcache.memoryMi'",
    });
  });

  test("may be smaller than what fits, or exactly that", () => {
    expect(build({ maxChildren: 1 }).maxChildren).toBe(1);
    expect(build({ maxChildren: 8 }).maxChildren).toBe(8);
  });

  test("fails with 40 workers, and states the required limit", () => {
    expect(refused({ maxChildren: 40 })).toEqual({
      code: "NotEnoughMemory",
      message:
        "Stack/Partner: 'maxChildren' must be at most 8 (512 Mi less 160 Mi reserve, 40 Mi per worker), got 40; " +
        "set a memory limit of at least 1760 Mi for the workers, or lower 'maxChildren'",
    });
    expect(build({ maxChildren: 40, resources: { ...RESOURCES, memoryLimitMi: 1760 } }).maxChildren).toBe(40);
  });

  test("fails when not one worker fits", () => {
    expect(refused({ workerMi: 353 })).toEqual({
      code: "NotEnoughMemory",
      message:
        "Stack/Partner: 'maxChildren' must be at most 0 (512 Mi less 160 Mi reserve, 353 Mi per worker), got 1; " +
        "set a memory limit of at least 513 Mi for the workers, or lower 'maxChildren'",
    });
    expect(refused({ reserveMi: 600 }).message).toContain("must be at most 0 (");
    expect(build({ workerMi: 352 }).maxChildren).toBe(1);
  });

  test.each<[string, Props]>([
    ["workerMi", { workerMi: 0 }],
    ["reserveMi", { reserveMi: -1 }],
    ["maxChildren", { maxChildren: 0 }],
  ])("fails when '%s' is below its least", (prop, props) => {
    const { code, message } = refused(props);
    expect(code).toBe("OutOfRange");
    expect(message).toMatch(new RegExp(`^Stack/Partner: '${prop}' must be at least (0|1|16), got `));
  });

  test.each(["workerMi", "reserveMi", "maxChildren", "maxRequests", "requestTimeoutSeconds"])(
    "fails when '%s' is a token, since it is written into a file",
    (prop) => {
      const { numberValue } = new TerraformVariable(freshStack(), "size", {});
      expect(refused({ [prop]: numberValue })).toEqual({
        code: "Unknown",
        message: `Stack/Partner: '${prop}' must be known at synth, got a token; give it as a literal`,
      });
    },
  );
});

describe("the pool file", () => {
  test("starts every worker at once, and has no spares to keep", () => {
    expect(fpm()).toContain("pm = static");
    expect(fpm().join("\n")).not.toMatch(/spare|start_servers/);
  });

  test("keeps spares where workers come and go", () => {
    expect(fpm({ processManager: "dynamic" })).toEqual(
      expect.arrayContaining([
        "pm = dynamic",
        "pm.max_children = 8",
        "pm.start_servers = 4",
        "pm.min_spare_servers = 2",
        "pm.max_spare_servers = 6",
      ]),
    );
  });

  test("keeps to FPM's rules for spares, whatever the size of the pool", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (maxChildren) => {
        const text = fpmConfiguration({
          maxChildren,
          workerMi: 40,
          processManager: "dynamic",
          maxRequests: 1000,
          requestTimeoutSeconds: 30,
        });
        const value = (key: string) => Number(new RegExp(`^pm\\.${key} = (\\d+)$`, "m").exec(text)?.[1]);
        const [min, start, max] = ["min_spare_servers", "start_servers", "max_spare_servers"].map(value);
        expect(min).toBeGreaterThanOrEqual(1);
        expect(start).toBeGreaterThanOrEqual(min ?? Number.NaN);
        expect(max).toBeGreaterThanOrEqual(start ?? Number.NaN);
        expect(maxChildren).toBeGreaterThanOrEqual(max ?? Number.NaN);
      }),
      runs(40),
    );
  });

  test("replaces a worker after its requests and ends a request after its time", () => {
    expect(fpm()).toEqual(
      expect.arrayContaining(["pm.max_requests = 1000", "request_terminate_timeout = 30s"]),
    );
    expect(fpm({ maxRequests: 50, requestTimeoutSeconds: 5 })).toEqual(
      expect.arrayContaining(["pm.max_requests = 50", "request_terminate_timeout = 5s"]),
    );
  });

  test("sets nothing of OPcache, which takes its memory before a pool is read", () => {
    expect(fpm().join("\n")).not.toContain("opcache");
  });

  test.each<[Props, string]>([
    [{ maxRequests: 0 }, "'maxRequests' must be at least 1, got 0; set 'maxRequests' within the bounds"],
    [
      { requestTimeoutSeconds: 301 },
      "'requestTimeoutSeconds' must be from 1 to 300, got 301; set 'requestTimeoutSeconds' within the bounds",
    ],
  ])("fails with %j", (props, message) => {
    expect(refused(props)).toEqual({ code: "OutOfRange", message: `Stack/Partner: ${message}` });
  });
});

describe("OPcache's settings", () => {
  const ini = (props: Props = {}) => mounted(synth(build(props))).opcache.split("\n");

  test("are PHP's own sizes, a framework's number of files, and no look at the files", () => {
    expect(ini()).toEqual(
      expect.arrayContaining([
        "opcache.memory_consumption = 128",
        "opcache.interned_strings_buffer = 8",
        "opcache.max_accelerated_files = 20000",
        "opcache.validate_timestamps = 0",
      ]),
    );
  });

  test("are those that are given, up to what fits", () => {
    expect(ini({ opcache: { memoryMi: 200, internedStringsMi: 100, maxFiles: 1_000_000 } })).toEqual(
      expect.arrayContaining([
        "opcache.memory_consumption = 200",
        "opcache.interned_strings_buffer = 100",
        "opcache.max_accelerated_files = 1000000",
      ]),
    );
  });

  test("keep half of a small memory for scripts", () => {
    expect(ini({ opcache: { memoryMi: 9 } })).toContain("opcache.interned_strings_buffer = 4");
  });

  const half = "leave half of 'opcache.memoryMi' for scripts";
  const files = "PHP accepts no others, and at most 5000 per MiB of 'opcache.memoryMi'";
  test.each<[NonNullable<Props["opcache"]>, string]>([
    [
      { memoryMi: 7 },
      "'opcache.memoryMi' must be at least 8, got 7; set 'opcache.memoryMi' within the bounds",
    ],
    [{ internedStringsMi: 0 }, `'opcache.internedStringsMi' must be from 1 to 64, got 0; ${half}`],
    [{ internedStringsMi: 65 }, `'opcache.internedStringsMi' must be from 1 to 64, got 65; ${half}`],
    [{ maxFiles: 199 }, `'opcache.maxFiles' must be from 200 to 640000, got 199; ${files}`],
    [{ maxFiles: 640_001 }, `'opcache.maxFiles' must be from 200 to 640000, got 640001; ${files}`],
  ])("fail with %j", (settings, message) => {
    expect(refused({ opcache: settings })).toEqual({
      code: "OutOfRange",
      message: `Stack/Partner: ${message}`,
    });
  });

  test.each(["memoryMi", "internedStringsMi", "maxFiles"])("fail when '%s' is a token", (prop) => {
    const { numberValue } = new TerraformVariable(freshStack(), "size", {});
    expect(refused({ opcache: { [prop]: numberValue } })).toEqual({
      code: "Unknown",
      message: `Stack/Partner: 'opcache.${prop}' must be known at synth, got a token; give it as a literal`,
    });
  });
});

describe("the nginx configuration", () => {
  const locations = (props: Props = {}) => nginx(props).filter((line) => line.startsWith("location"));

  test("passes every path to PHP by default", () => {
    expect(locations()).toEqual(["location = /ping {", "location / {"]);
    expect(nginx().join(" ")).toContain("location / { fastcgi_pass 127.0.0.1:9000; }");
  });

  test("passes only the given prefixes, each once", () => {
    expect(nginx({ pathPrefixes: ["/api/"] }).join(" ")).toContain("location / { return 404; }");
    expect(locations({ pathPrefixes: ["/api/", "/api/"] })).toEqual([
      "location = /ping {",
      "location /api/ {",
      "location / {",
    ]);
  });

  test("has no fallback where everything is passed", () => {
    expect(locations({ pathPrefixes: ["/"] })).toEqual(["location = /ping {", "location / {"]);
    expect(nginx({ pathPrefixes: ["/"] })).not.toContain("return 404;");
  });

  test("runs one front controller and waits a second longer than FPM", () => {
    expect(nginx()).toEqual(
      expect.arrayContaining([
        "set $fastcgi_file /var/www/html/public/index.php;",
        "fastcgi_read_timeout 31s;",
      ]),
    );
    expect(nginx({ frontController: "/app/index.php", requestTimeoutSeconds: 5 })).toEqual(
      expect.arrayContaining(["set $fastcgi_file /app/index.php;", "fastcgi_read_timeout 6s;"]),
    );
  });

  test.each<[string, Props, string]>([
    ["pathPrefixes[1]", { pathPrefixes: ["/a", "b"] }, "b"],
    ["pathPrefixes[0]", { pathPrefixes: ["/a;b"] }, "/a;b"],
    ["pathPrefixes[0]", { pathPrefixes: ["/a b"] }, "/a b"],
    ["frontController", { frontController: "index.php" }, "index.php"],
    ["fpmConfigPath", { fpmConfigPath: "pool.conf" }, "pool.conf"],
    ["phpIniPath", { phpIniPath: "z.ini" }, "z.ini"],
  ])("fails when %s would break the file", (prop, props, got) => {
    expect(refused(props)).toEqual({
      code: "BadName",
      message:
        `Stack/Partner: '${prop}' must be an absolute path without spaces and without ; { } " ' $ # \\, ` +
        `got "${got}"; start it with '/' and omit these characters`,
    });
  });
});
