import { TerraformVariable } from "cdktf";
import type { TokenKeyring } from "../../constructs/dotnet-gateway";
import { ACTIVATED, ADDED, ONE_KEY, REMOVED } from "../../docs/examples/dotnet-gateway";
import { gateway } from "../helpers/gateway";
import { at, freshStack, type Json, listAt, nameOf, refusal, synth, tryAt } from "../helpers/synth";

/** What a deployment makes of a keyring: all but the keyring is left out. */
function deployed(keyring: TokenKeyring, secretsRevision?: number) {
  const json = synth(gateway({ keyring, secretsRevision, secrets: ["api-keys"] }));
  const version = (name: string) => {
    const [secret] = json.ids("aws_secretsmanager_secret").filter((id) => id.includes(name));
    const found = json
      .all("aws_secretsmanager_secret_version")
      .find((each) => String(at(each, "secret_id")).includes(String(secret)));
    return { text: String(at(found, "secret_string_wo")), number: at(found, "secret_string_wo_version") };
  };
  const keyringVersion = version("booking-token-keyring");
  return {
    activeKid: /"activeKid" = "([^"]*)"/.exec(keyringVersion.text)?.[1],
    keys: [...keyringVersion.text.matchAll(/"kid" = "([^"]*)", "key" = var\.(\w+)/g)].map((key) =>
      key.slice(1),
    ),
    variables: Object.keys(json.block("variable")),
    version: keyringVersion.number,
    otherVersion: version("api-keys").number,
    rest: without(json.text),
  };
}

/** The document without what a rotation may change. */
function without(text: string): unknown {
  const document = JSON.parse(text) as { variable?: Json; resource: Record<string, Json> };
  return { ...document.resource, aws_secretsmanager_secret_version: undefined };
}

const K1 = ["k1", "gateway_booking_token_key_k1"];
const K2 = ["k2", "gateway_booking_token_key_k2"];

describe("a rotation", () => {
  const [before, added, activated, removed] = [ONE_KEY, ADDED, ACTIVATED, REMOVED].map((ring) =>
    deployed(ring),
  );

  test("adds a key, and nothing is sealed with it", () => {
    expect(before).toMatchObject({ activeKid: "k1", keys: [K1] });
    expect(added).toMatchObject({ activeKid: "k1", keys: [K1, K2] });
    expect(added?.variables).toEqual(expect.arrayContaining([...(before?.variables ?? []), K2[1]]));
    expect(added?.variables).toHaveLength(3);
  });

  test("makes it active, with the same keys", () => {
    expect(activated).toMatchObject({ activeKid: "k2", keys: [K1, K2], variables: added?.variables });
  });

  test("removes the old key, which is then asked for no more", () => {
    expect(removed).toMatchObject({ activeKid: "k2", keys: [K2] });
    expect(removed?.variables.sort()).toEqual(["gateway_api_keys", K2[1]]);
  });

  test("writes the keyring in each step, no other secret, and changes no other resource", () => {
    const steps = [before, added, activated, removed];
    expect(new Set(steps.map((step) => step?.version)).size).toBe(4);
    expect(steps.map((step) => step?.otherVersion)).toEqual([1, 1, 1, 1]);
    for (const step of steps) expect(step?.rest).toEqual(before?.rest);
  });

  test("writes nothing where nothing changed", () => {
    expect(deployed(ONE_KEY).version).toBe(before?.version);
  });
});

test("'secretsRevision' writes every value again", () => {
  const [one, two] = [deployed(ONE_KEY), deployed(ONE_KEY, 2)];
  expect(two.otherVersion).toBe(2);
  expect(two.version).not.toBe(one.version);
  expect(refusal(() => gateway({ secretsRevision: 0 }))).toEqual({
    code: "OutOfRange",
    message:
      "Stack/Gateway/Secrets: 'secretsRevision' must be at least 1, got 0; set 'secretsRevision' within the bounds",
  });
});

describe("the life of a token", () => {
  const secret = (keyring: TokenKeyring) =>
    synth(gateway({ keyring })).named("aws_secretsmanager_secret", "shop-1/gateway/booking-token-keyring");
  const environment = (keyring: TokenKeyring) => {
    const deployment = synth(gateway({ keyring })).only("kubernetes_deployment_v1");
    const variables = listAt(deployment, "spec.template.spec.container.0.env");
    return Object.fromEntries(variables.map((variable) => [nameOf(variable), at(variable, "value")]));
  };
  const RING = { activeKid: "k1", kids: ["k1"] };

  test("is passed to the application, and is in the description of the secret", () => {
    expect(environment({ ...RING, tokenTtlSeconds: 1800 })).toMatchObject({
      BookingToken__TtlSeconds: "1800",
    });
    expect(secret({ ...RING, tokenTtlSeconds: 1800 })).toMatchObject({
      description: "A key remains 1980 s after the activation of another one.",
    });
    expect(secret({ ...RING, tokenTtlSeconds: 1800, overlapSeconds: 3600 })).toMatchObject({
      description: "A key remains 3600 s after the activation of another one.",
    });
  });

  test("is the application's own where none is given", () => {
    expect(environment(RING)).not.toHaveProperty("BookingToken__TtlSeconds");
    expect(tryAt(secret(RING), "description")).toBeUndefined();
  });

  test("cannot be set past the check of the overlap", () => {
    const set = { environment: { BookingToken__TtlSeconds: "9000" } };
    expect(() => gateway({ ...set, keyring: RING })).not.toThrow();
    expect(refusal(() => gateway({ ...set, keyring: { ...RING, tokenTtlSeconds: 1800 } }))).toEqual({
      code: "Conflict",
      message:
        "Stack/Gateway: 'environment.BookingToken__TtlSeconds' must be omitted, got \"9000\"; " +
        "set 'keyring.tokenTtlSeconds'",
    });
  });
});

test.each<[string, TokenKeyring, string, string]>([
  [
    "an unknown key is made active",
    { activeKid: "k2", kids: ["k1"] },
    "Missing",
    "'keyring.activeKid' must be one of the keyring's keys (k1), got \"k2\"; " +
      "add a key before you activate it, and activate another one before you remove it",
  ],
  [
    "the active key is removed",
    { activeKid: "k1", kids: ["k2"] },
    "Missing",
    "'keyring.activeKid' must be one of the keyring's keys (k2), got \"k1\"; " +
      "add a key before you activate it, and activate another one before you remove it",
  ],
  [
    "a key is repeated",
    { activeKid: "k1", kids: ["k1", "k1"] },
    "Conflict",
    "'keyring.kids[1]' must be another, got \"k1\"; name each key once",
  ],
  [
    "a token outlives its key",
    { ...ONE_KEY, overlapSeconds: 1979 },
    "OutOfRange",
    "'keyring.overlapSeconds' must be at least 1980, got 1979; " +
      "a token outlives its key by 1800 s ('keyring.tokenTtlSeconds'), and pods read the file within 180 s",
  ],
  [
    "an overlap has nothing to be compared with",
    { activeKid: "k1", kids: ["k1"], overlapSeconds: 3600 },
    "Missing",
    "'keyring.tokenTtlSeconds' must be given where 'keyring.overlapSeconds' is, got undefined; " +
      "give the lifetime of a token, or omit both",
  ],
  [
    "the life of a token is none",
    { ...ONE_KEY, tokenTtlSeconds: 0 },
    "OutOfRange",
    "'keyring.tokenTtlSeconds' must be from 1 to 2592000, got 0; set 'keyring.tokenTtlSeconds' within the bounds",
  ],
])("fails when %s", (_, keyring, code, message) => {
  expect(refusal(() => gateway({ keyring }))).toEqual({ code, message: `Stack/Gateway/Secrets: ${message}` });
});

test("fails when the life of a token is a token of Terraform's, since it is compared", () => {
  const { numberValue } = new TerraformVariable(freshStack(), "ttl", {});
  expect(refusal(() => gateway({ keyring: { ...ONE_KEY, tokenTtlSeconds: numberValue } })).code).toBe(
    "Unknown",
  );
});
