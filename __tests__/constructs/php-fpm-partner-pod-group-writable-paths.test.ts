import { Lazy } from "cdktf";
import type { WritablePath } from "../../constructs/core";
import { pod, refused } from "../helpers/partner-pod-group";
import { at, listAt, tryAt } from "../helpers/synth";

/** `<path> <size>` of each empty folder of the application. */
function folders(writablePaths?: readonly WritablePath[]): string[] {
  const spec = pod({ writablePaths });
  const sizes = new Map(
    listAt(spec, "volume").map((volume) => [at(volume, "name"), tryAt(volume, "empty_dir.size_limit")]),
  );
  return listAt(spec, "container.0.volume_mount").flatMap((mount) => {
    const size = sizes.get(at(mount, "name"));
    return size === undefined ? [] : [`${at(mount, "mount_path")} ${size}`];
  });
}

test("only /tmp may be written to, so that nothing of the image is hidden", () => {
  expect(folders()).toEqual(["/tmp 64Mi"]);
});

test("others are added to it, and it may have another size", () => {
  const log = { path: "/var/www/html/var/log", sizeMi: 16 };
  expect(folders([log])).toEqual(["/tmp 64Mi", "/var/www/html/var/log 16Mi"]);
  expect(folders([log, { path: "/tmp", sizeMi: 256 }])).toEqual(["/var/www/html/var/log 16Mi", "/tmp 256Mi"]);
});

test("a path may be a token", () => {
  expect(folders([{ path: Lazy.stringValue({ produce: () => "/late" }) }])).toContain("/late 64Mi");
});

test.each([
  ["/var/www/html", "/var/www/html/public/index.php"],
  ["/", "/var/www/html/public/index.php"],
  ["/usr/local/etc/php-fpm.d/", "/usr/local/etc/php-fpm.d/zzz-partner.conf"],
  ["/usr/local/etc/php", "/usr/local/etc/php/conf.d/zzz-partner.ini"],
  ["/etc/nginx/nginx.conf", "/etc/nginx/nginx.conf"],
])("fails when %s would hide %s", (path, hidden) => {
  expect(refused({ writablePaths: [{ path: "/data" }, { path }] })).toEqual({
    code: "Conflict",
    message:
      `Stack/Partner: 'writablePaths[1].path' must not hide ${hidden}, got "${path}"; ` +
      "name a folder that does not contain it",
  });
});

test("a folder whose name only begins like another's hides nothing", () => {
  expect(folders([{ path: "/var/www/html/public/index" }])).toHaveLength(2);
});

test.each([[[{ path: "/data" }, { path: "/data" }]], [[{ path: "/data" }, { path: "/data/log" }]]])(
  "fails when one path is in another: %j",
  (writablePaths) => {
    expect(refused({ writablePaths })).toMatchObject({ code: "Conflict" });
  },
);

test.each([
  [{ path: "data" }, "BadName", /^Stack\/Partner: 'writablePaths\[0\]\.path' must be an absolute path/],
  [
    { path: "/data", sizeMi: 0 },
    "OutOfRange",
    /^Stack\/Partner: 'writablePaths\[0\]\.sizeMi' must be at least 1, got 0/,
  ],
])("fails with %j", (path, code, message) => {
  expect(refused({ writablePaths: [path] })).toEqual({ code, message: expect.stringMatching(message) });
});
