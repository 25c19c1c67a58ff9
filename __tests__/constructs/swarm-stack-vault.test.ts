import { TerraformVariable, Token } from "cdktf";
import type { SwarmSecret, VaultSecret } from "../../constructs/swarm-stack";
import { dockerStack, SERVICE, swarm } from "../helpers/swarm";
import { at, refusal, synth, warnings } from "../helpers/synth";

const SECRET: VaultSecret = {
  name: "database-url",
  vault: { path: "ecommerce", field: "database_url", version: 3, id: "abc123" },
};

function withSecret(secret: SwarmSecret, scope = dockerStack()) {
  return swarm({ secrets: [secret], services: [{ ...SERVICE, secrets: [{ secret: secret.name }] }] }, scope);
}

function vault(parts: Partial<VaultSecret["vault"]>): VaultSecret {
  return { ...SECRET, vault: { ...SECRET.vault, ...parts } };
}

test("a secret from Vault is named by its version, mounted by id and name, and nothing of Terraform's", () => {
  const json = synth(withSecret(SECRET));
  expect(at(json.only("docker_service"), "task_spec.container_spec.secrets")).toEqual([
    { secret_id: "abc123", secret_name: "shop_database-url_v3", file_name: "database-url" },
  ]);
  expect(json.types).not.toContain("docker_secret");
  expect(warnings(withSecret(SECRET))).toEqual([]);
});

test("the command that copies it is given, for that version and that name", () => {
  const command = (secret: VaultSecret) => withSecret(secret).vaultCommands.get("database-url");
  expect(command(SECRET)).toBe(
    "vault kv get -mount=secret -version=3 -field=database_url ecommerce | " +
      "docker secret create shop_database-url_v3 -",
  );
  expect(command(vault({ mount: "kv/shop", path: "prod/api" }))).toContain(
    "-mount=kv/shop -version=3 -field=database_url prod/api |",
  );
});

test("other secrets have no command", () => {
  const external = { name: "key", external: { id: "1", name: "key_v1" } };
  expect([...withSecret(external).vaultCommands]).toEqual([]);
});

test("a token as version is part of name and command", () => {
  const stack = dockerStack();
  const version = new TerraformVariable(stack, "version", { type: "number" }).numberValue;
  const built = withSecret(vault({ version }), stack);
  stack.addOverride("locals", { command: built.vaultCommands.get("database-url") });
  const json = synth(built);
  const name = at(json.only("docker_service"), "task_spec.container_spec.secrets.0.secret_name");
  expect(name).toBe("shop_database-url_v${var.version}");
  expect(json.block("locals")["command"]).toBe(
    "vault kv get -mount=secret -version=${var.version} -field=database_url ecommerce | " +
      "docker secret create shop_database-url_v${var.version} -",
  );
});

describe("fails when", () => {
  test.each([
    ["mount", "a b", "._/-"],
    ["path", "$(reboot)", "._/-"],
    ["field", "a/b", "._-"],
    ["path", "-x", "._/-"],
  ] as const)("the %s is %j, which a shell would not take as it is", (key, value, others) => {
    expect(refusal(() => withSecret(vault({ [key]: value })))).toEqual({
      code: "BadName",
      message:
        `Stack/Swarm: 'secrets[0].vault.${key}' must be letters, digits and '${others}', and start with a letter or digit, ` +
        `got "${value}"; rename it: it becomes part of a command`,
    });
  });
});

test("accepts tokens as names", () => {
  const token = Token.asString({ late: true });
  expect(() => withSecret(vault({ mount: token, path: token, field: token, id: token }))).not.toThrow();
});

describe("an image", () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const image = (name: string, requireDigests?: boolean) =>
    swarm({
      services: [{ ...SERVICE, image: name }],
      ...(requireDigests !== undefined && { requireDigests }),
    });

  test("needs a digest, unless digests are not required", () => {
    expect(() => swarm({ requireDigests: undefined })).toThrow("'services[0].image' must have a digest");
    expect(refusal(() => image("nginx:1.28", true))).toEqual({
      code: "BadName",
      message:
        "Stack/Swarm: 'services[0].image' must have a digest, got \"nginx:1.28\"; " +
        "write nginx:1.28@sha256:<64 hex digits>, or in a sandbox set 'requireDigests' to false",
    });
    expect(() => image("nginx:1.28@sha256:abc", true)).toThrow("must have a digest");
    expect(() => image(`nginx:1.28@${digest}`, true)).not.toThrow();
    expect(() => image("nginx:1.28", false)).not.toThrow();
  });

  test("that is a token passes", () => {
    expect(() => image(`registry/app:${Token.asString({ late: true })}`, true)).not.toThrow();
  });
});
