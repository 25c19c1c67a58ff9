import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { OPTIONS, stacksOf } from "../../config/options";
import { type EveryStack, everyStack, resourcesOf } from "../helpers/every-stack";
import type { Json } from "../helpers/synth";

/** What holds for every document that Terraform is given, of every option, those that are added later included. */
const STACKS = everyStack();

/** A value somewhere in a document, with the keys that lead to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Keys whose value is a secret. */
const SECRET_KEY =
  /(^|_|\b)(password|passwd|secret|token|api_?key|app_key|private_key|access_key|connection_string)(_wo)?$/i;

/** Variables whose value is kept in the state, and why. */
const KEPT_SECRETS: Readonly<Record<string, string>> = {
  slack_webhook: "CloudAMQP's resource has no write-only argument; a synth says so",
};

/** What secrets look like, whatever they are called. */
const SECRET_FORMS = [
  /AKIA[0-9A-Z]{16}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /\bxox[abprs]-\w{10,}/,
  /\bgh[opsu]_\w{30,}/,
  /hooks\.slack\.com\/services\/T\w+/,
  /:\/\/[^/\s:@"$]+:[^/\s:@"$]+@/,
];

test.each(STACKS.map((stack) => [stack.id, stack] as const))("%s holds no secret value", (_, stack) => {
  const leaves = leavesOf(stack);
  const named = leaves.filter(({ path, value }) => isSecretKey(path) && isLiteral(value));
  expect(named.map(({ path }) => path.join("."))).toEqual([]);
  const formed = leaves.filter(({ value }) => SECRET_FORMS.some((form) => form.test(String(value))));
  expect(formed.map(({ path }) => path.join("."))).toEqual([]);
  expect(environmentSecrets(stack)).toEqual([]);
  const kept = stack.json.all("kubernetes_secret_v1").flatMap((it) => Object.keys(it));
  expect(kept.filter((key) => ["data", "string_data", "binary_data"].includes(key))).toEqual([]);
});

test.each(STACKS.map((stack) => [stack.id, stack] as const))(
  "%s takes its secrets as ephemeral values",
  (_, { json }) => {
    const variables = Object.entries(json.block("variable")) as [string, Json][];
    const secrets = variables.filter(([, variable]) => variable["sensitive"] === true);
    const kept = secrets.filter(([, it]) => it["ephemeral"] !== true || it["default"] !== undefined);
    expect(kept.filter(([name]) => KEPT_SECRETS[name] === undefined)).toEqual([]);
    const looksSecret = variables.filter(
      // The shop's are the ids of secrets that stand in the Swarm.
      ([name, { type }]) => SECRET_KEY.test(name) && type === "string",
    );
    expect(looksSecret.filter(([, { sensitive }]) => sensitive !== true).map(([name]) => name)).toEqual([]);
  },
);

test("every provider has one version and no range", () => {
  const providers = STACKS.flatMap(({ id, json }) => {
    const { required_providers } = json.block("terraform") as { required_providers?: Record<string, Json> };
    return Object.values(required_providers ?? {}).map(({ source, version }) => ({ id, source, version }));
  });
  expect(providers.filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  const bySource = new Map(providers.map(({ source, version }) => [source, version]));
  expect(providers.filter(({ source, version }) => bySource.get(source) !== version)).toEqual([]);
});

test("every image has a version, and no name that means another image tomorrow", () => {
  const images = STACKS.flatMap((stack) => [
    ...leavesOf(stack)
      .filter(({ path, value }) => path.at(-1) === "image" && typeof value === "string")
      // Docker's own id of an image that has a resource of its own.
      .filter(({ value }) => !/^\$\{docker_image\.[\w-]+\.image_id\}$/.test(String(value)))
      .map(({ value }) => ({ id: stack.id, image: String(value) })),
    ...stack.json.all("docker_image").map(({ name }) => ({ id: stack.id, image: String(name) })),
  ]);
  expect(images.length).toBeGreaterThan(20);
  expect(images.filter(({ image }) => !isPinned(image))).toEqual([]);
});

test("every chart has one version", () => {
  const loose = STACKS.flatMap(({ id, json }) =>
    json
      .all("helm_release")
      // One of the project's own stands in the stack's folder.
      .filter(({ chart }) => !String(chart).startsWith("./"))
      .filter(({ version }) => !/^v?\d+\.\d+\.\d+$/.test(String(version)))
      .map(({ name }) => `${id}: ${name}`),
  );
  expect(loose).toEqual([]);
});

test("every stack has a snapshot", () => {
  const folder = join(__dirname, "__snapshots__");
  const titles = readdirSync(folder)
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/^exports\[`(.+) \d+`\]/gm)])
    .map(([, title = ""]) => title);
  // Titles begin with the option's id; an option of two stacks has two.
  const missing = OPTIONS.filter(
    (option) =>
      titles.filter((title) => new RegExp(`^${option.id}(?![\\w-])`).test(title)).length <
      stacksOf(option).length,
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

function leavesOf({ json }: EveryStack): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (key !== "//") walk(inner, [...path, key]);
    } else if (path.at(-2) === "values" && typeof value === "string" && value.startsWith("{")) {
      walk(JSON.parse(value), path);
    } else leaves.push({ path, value });
  };
  for (const block of ["provider", "resource", "data", "locals", "output"]) walk(json.block(block), [block]);
  return leaves;
}

/** Under a reference to a secret, a key says where it is kept and not what it is. */
function isSecretKey(path: readonly string[]): boolean {
  return (
    SECRET_KEY.test(path.at(-1) ?? "") && !path.some((key) => /_ref$|Ref$|_from$|From$|_type$/.test(key))
  );
}

function isLiteral(value: unknown): boolean {
  return typeof value === "string" && value !== "" && !value.includes("${");
}

/** Environment variables of containers that are called like secrets and have their value in the document. */
function environmentSecrets(stack: EveryStack): readonly string[] {
  return resourcesOf(stack).flatMap(([address, resource]) => {
    const found: string[] = [];
    JSON.stringify(resource, (_, value: unknown) => {
      const { name, value: text } = (typeof value === "object" && value !== null ? value : {}) as Json;
      if (typeof name === "string" && SECRET_KEY.test(name) && isLiteral(text))
        found.push(`${address}: ${name}`);
      return value;
    });
    return found;
  });
}

/** A tag with a digit, a digest, or a tag that the deployer names. */
function isPinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return true;
  const tag = /:([^/:]+)$/.exec(image.replaceAll(/\$\{[^}]*\}/g, "VARIABLE"))?.[1];
  return tag !== undefined && (tag.includes("VARIABLE") || (/\d/.test(tag) && tag !== "latest"));
}
