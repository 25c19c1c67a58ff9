import { execFile, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { tryFindInCache, tryFindOnPath } from "./cache";
import { providersOf, synthesise } from "./document";
import { inputsFor } from "./inputs";
import { close, LOOPBACK, listen, portOf } from "./loopback";
import { describeWhen, required } from "./requirement";
import { removeFolder, temporaryFolder } from "./temporary-folder";
import { Terraform, terraformRequirements } from "./terraform";

const scratch = temporaryFolder("critter-vm");
afterAll(() => removeFolder(scratch));

const stack = synthesise("critter-vm", join(scratch, "cdktf.out"));
const [machine] = Object.values(stack.document.resource["azurerm_linux_virtual_machine"] ?? {}) as {
  readonly custom_data: string;
}[];
const cloudConfig = Buffer.from(machine?.custom_data ?? "", "base64").toString();
const files = new Map(
  (parse(cloudConfig) as { write_files: { path: string; content: string }[] }).write_files.map(
    ({ path, content }) => [path, content],
  ),
);
const PROJECT = "/opt/critter-supply";

function fileOf(path: string): string {
  const content = files.get(path);
  if (content === undefined) throw new Error(`cloud-init writes no ${path}`);
  return content;
}

/** Writes a file where a program may judge it; its output is the failure's message. */
function judge(
  content: string,
  program: string,
  args: (path: string) => readonly string[],
  env = {},
): string {
  const path = join(scratch, "judged");
  writeFileSync(path, content);
  const run = spawnSync(program, args(path), { encoding: "utf8", env: { ...process.env, ...env } });
  const output = `${run.stdout}${run.stderr}`;
  expect({ status: run.status, output }).toEqual({ status: 0, output: expect.anything() });
  return output;
}

// Not skipped with the rest, so that the folder is removed in any case.
test("critter-vm is synthesised with start-up data that can be read", () => {
  expect(cloudConfig).toMatch(/^#cloud-config\n/);
});

const CLOUD_INIT = tryFindInCache("cloud-init", "usr", "bin", "cloud-init");
describeWhen([required("cloud-init", CLOUD_INIT)], "its start-up data", () => {
  test("is a configuration that cloud-init's own schema takes", () => {
    const env = { PYTHONPATH: join(dirname(CLOUD_INIT ?? ""), "..", "lib", "python3", "dist-packages") };
    const args = (path: string) => [CLOUD_INIT ?? "", "schema", "--config-file", path];
    expect(judge(cloudConfig, "/usr/bin/python3", args, env)).toContain("Valid cloud-config");
  });
});

const GENERATOR = "/lib/systemd/system-generators/systemd-fstab-generator";
const SYSTEMD = [
  required("systemd-fstab-generator", existsSync(GENERATOR) ? GENERATOR : undefined),
  required("systemd-analyze", tryFindOnPath("systemd-analyze")),
];
describeWhen(SYSTEMD, "its units", () => {
  const units = join(scratch, "units");
  const device = "dev-disk-azure-scsi1-lun10";
  const unit = (name: string) => readFileSync(join(units, name), "utf8");

  beforeAll(() => {
    mkdirSync(units);
    const table = join(scratch, "fstab");
    writeFileSync(table, fileOf("/etc/fstab"));
    const env = { ...process.env, SYSTEMD_FSTAB: table };
    expect(spawnSync(GENERATOR, [units, units, units], { env }).status).toBe(0);
  });

  test("mount the disk when it comes, after a file system was made where there is none", () => {
    expect(unit("srv.mount")).toContain(`What=/dev/disk/azure/scsi1/lun10\nWhere=/srv\nType=ext4`);
    expect(unit(`srv.mount.requires/systemd-makefs@${device}.service`)).toContain("systemd-makefs ext4");
    expect(unit(`${device}.device.d/50-device-timeout.conf`)).toContain("JobRunningTimeoutSec=15min");
  });

  test("are what systemd takes, and Docker waits for the mount", () => {
    const folder = join(units, "docker.service.d");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "10-data-disk.conf"),
      fileOf("/etc/systemd/system/docker.service.d/10-data-disk.conf"),
    );
    writeFileSync(join(units, "docker.service"), "[Service]\nExecStart=/bin/true\n");
    const service = fileOf("/etc/systemd/system/critter-supply.service")
      .replaceAll(`${PROJECT}/prepare`, "/bin/true")
      .replaceAll("/usr/bin/docker", "/bin/true");
    writeFileSync(join(units, "critter-supply.service"), service);
    const run = spawnSync("systemd-analyze", ["verify", join(units, "critter-supply.service")], {
      encoding: "utf8",
      env: { ...process.env, SYSTEMD_UNIT_PATH: `${units}:` },
    });
    const complaints = run.stderr.split("\n").filter((line) => /critter-supply|docker\.service/.test(line));
    expect({ status: run.status, complaints }).toEqual({ status: 0, complaints: [] });
  });
});

const programs = ["curl", "jq", "base64"].map((name) => required(name, tryFindOnPath(name)));
describeWhen(programs, "what runs before its containers", () => {
  const secrets = [...fileOf(`${PROJECT}/prepare`).matchAll(/^for name in (.+); do$/gm)].flatMap(
    ([, names = ""]) => names.split(" "),
  );
  const secretValue = (name: string) => `${name}: "quoted" and\na second line`;
  let server: Server;
  let run: { readonly stdout: string; readonly stderr: string };
  const path = (name: string) => join(scratch, "run", name);

  /** The machine's metadata and the vault, of which each asks for what the real ones ask for. */
  async function answer(): Promise<Server> {
    const fake = await listen(
      createServer((request, response) => {
        const { pathname, searchParams } = new URL(request.url ?? "", "http://fake");
        const metadata = request.headers["metadata"] === "true";
        const secret = /^\/secrets\/([\w-]+)$/.exec(pathname)?.[1];
        const settings = {
          vault: `http://${LOOPBACK}:${portOf(fake)}/`,
          client_id: "the-identity",
          image_tag: "4f2c1d9",
          payment_provider_url: "https://payments.example.com",
          registry_username: "puller",
        };
        if (metadata && pathname === "/metadata/instance/compute/userData")
          return response.end(Buffer.from(JSON.stringify(settings)).toString("base64"));
        const asked = searchParams.get("resource") === "https://vault.azure.net";
        if (metadata && pathname === "/metadata/identity/oauth2/token" && asked)
          return response.end(JSON.stringify({ access_token: `for ${searchParams.get("client_id")}` }));
        if (secret !== undefined && request.headers.authorization === "Bearer for the-identity")
          return response.end(JSON.stringify({ value: secretValue(secret) }));
        return response.writeHead(403).end();
      }),
    );
    return fake;
  }

  beforeAll(async () => {
    server = await answer();
    const bin = join(scratch, "bin");
    mkdirSync(bin);
    mkdirSync(path("project"), { recursive: true });
    const docker = `#!/bin/sh\necho "$@" > ${path("docker.args")}\ncat > ${path("docker.password")}\n`;
    writeFileSync(join(bin, "docker"), docker);
    chmodSync(join(bin, "docker"), 0o755);
    const script = fileOf(`${PROJECT}/prepare`)
      .replaceAll("http://169.254.169.254", `http://${LOOPBACK}:${portOf(server)}`)
      .replaceAll("/run/critter-supply/secrets", path("secrets"))
      .replaceAll(PROJECT, path("project"));
    const env = { ...process.env, PATH: `${bin}:${process.env["PATH"]}`, no_proxy: LOOPBACK };
    // Not at once: the server answers in this same process.
    run = await promisify(execFile)("sh", ["-c", script], { env });
  });
  afterAll(() => close(server));

  test("writes each secret to a file that containers can read, byte for byte", () => {
    expect(secrets).toHaveLength(6);
    for (const name of secrets) {
      expect(readFileSync(path(`secrets/${name}`), "utf8")).toBe(secretValue(name));
      expect((statSync(path(`secrets/${name}`)).mode & 0o777).toString(8)).toBe("444");
    }
    expect((statSync(path("secrets")).mode & 0o777).toString(8)).toBe("700");
  });

  test("gives Compose the version, and Docker the registry's password on its input alone", () => {
    expect(readFileSync(path("project/.env"), "utf8")).toBe(
      "IMAGE_TAG=4f2c1d9\nPAYMENT_PROVIDER_URL=https://payments.example.com\n",
    );
    expect(readFileSync(path("docker.args"), "utf8")).toBe(
      "login --username puller --password-stdin ghcr.io\n",
    );
    expect(readFileSync(path("docker.password"), "utf8")).toBe(secretValue("registry-password"));
  });

  test("prints no secret", () => {
    expect(run).toEqual({ stdout: "", stderr: "" });
  });
});

describeWhen(terraformRequirements(Object.values(providersOf(stack))), "its resources", () => {
  test("are valid for the real provider", async () => {
    const guid = "00000000-0000-0000-0000-000000000000";
    const secretInputs = Object.keys(stack.document.variable ?? {}).map((name) => [name, "sandbox"]);
    const inputs = inputsFor(stack.document, {
      ...Object.fromEntries(secretInputs),
      azure_subscription_id: guid,
      azure_tenant_id: guid,
    });
    const terraform = new Terraform(stack.folder, inputs);
    await terraform.init();
    await terraform.validate();
  });
});
