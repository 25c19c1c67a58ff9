import { TerraformVariable } from "cdktf";
import {
  HarborProject,
  type HarborProjectProps,
  HarborProvider,
  type HarborProviderConfig,
  type HarborRobot,
} from "../../constructs/harbor-project";
import { shopImages } from "../../docs/examples/harbor-project";
import { freshStack, type Json, refusal, synth, warnings } from "../helpers/synth";

const ROBOT: HarborRobot = { name: "swarm", may: "pull", secret: "${var.secret}" };

function project(props: Partial<HarborProjectProps> = {}): HarborProject {
  const stack = freshStack();
  new HarborProvider(stack, "Harbor", { url: "https://harbor.test" });
  return new HarborProject(stack, "Images", { name: "ecommerce", robots: [ROBOT], ...props });
}

function resource(props: Partial<HarborProjectProps> = {}): Json {
  return synth(project(props)).only("harbor_project");
}

function robot(props: Partial<HarborRobot> = {}): Json {
  return synth(project({ robots: [{ ...ROBOT, ...props }] })).only("harbor_robot_account");
}

function refused(props: Partial<HarborProjectProps>) {
  return refusal(() => project(props));
}

describe("a project", () => {
  test("is private, scanned, without a limit, and not deleted by a plan", () => {
    expect(resource()).toEqual({
      name: "ecommerce",
      public: false,
      vulnerability_scanning: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("can be public, limited, strict, and thrown away", () => {
    const props = { public: true, blockFrom: "critical", storageGiB: 50, preventDestroy: false } as const;
    expect(resource(props)).toMatchObject({
      public: true,
      deployment_security: "critical",
      storage_quota: 50,
      lifecycle: { prevent_destroy: false },
    });
  });
});

describe("a robot", () => {
  test("pulls from its project and from no other, with a secret that is in no state", () => {
    expect(robot()).toEqual({
      name: "swarm",
      description: "Pulls images",
      level: "project",
      permissions: [
        {
          kind: "project",
          namespace: expect.stringMatching(/^\$\{harbor_project\.Images_\w+\.name\}$/),
          access: [{ action: "pull", resource: "repository" }],
        },
      ],
      secret_wo: "${var.secret}",
      secret_wo_version: 1,
    });
  });

  test("pushes, expires, and gets a new secret", () => {
    expect(robot({ may: "push", lifetimeDays: 30, secretVersion: 2 })).toMatchObject({
      permissions: [
        {
          access: [
            { action: "pull", resource: "repository" },
            { action: "push", resource: "repository" },
          ],
        },
      ],
      duration: 30,
      secret_wo_version: 2,
    });
  });

  test("logs in as what Harbor calls it", () => {
    expect([...project().logins.keys()]).toEqual(["swarm"]);
  });
});

test("the provider verifies certificates, unlike its default", () => {
  const provider = (config: Partial<HarborProviderConfig>) => {
    const stack = freshStack();
    new HarborProvider(stack, "Harbor", { url: "https://harbor.test", ...config });
    return synth(stack).block("provider")["harbor"];
  };
  expect(provider({})).toEqual([{ url: "https://harbor.test", insecure: false }]);
  expect(provider({ insecure: true, username: "admin", password: "${var.p}" })).toEqual([
    { url: "https://harbor.test", insecure: true, username: "admin", password: "${var.p}" },
  ]);
});

describe("fails when", () => {
  const name =
    "be lower-case letters and digits, separated by one of '.', '_' and '-', at most 255 characters";

  test.each(["Shop", "shop--1", "-shop", "a".repeat(256), ""])("the project is named %j", (given) => {
    expect(refused({ name: given }).message).toBe(
      `Stack/Images: 'name' must ${name}, got "${given}"; rename it`,
    );
  });

  test("there is no robot", () => {
    expect(refused({ robots: [] }).message).toBe(
      `Stack/Images: 'robots' must name at least one, got "none"; add one that may "pull" for the nodes`,
    );
  });

  test("two robots share a name", () => {
    expect(refused({ robots: [ROBOT, ROBOT] }).message).toBe(
      "Stack/Images: 'robots[1].name' must be given once, got \"swarm\"; keep one of the two",
    );
  });

  test("a robot's name is a token, or none that Harbor takes", () => {
    const token = new TerraformVariable(freshStack(), "late", {}).stringValue;
    expect(refused({ robots: [{ ...ROBOT, name: token }] }).message).toBe(
      "Stack/Images: 'robots[0].name' must be known at synth, got a token; give it as a literal",
    );
    expect(refused({ robots: [{ ...ROBOT, name: "Swarm" }] }).message).toBe(
      `Stack/Images: 'robots[0].name' must ${name}, got "Swarm"; rename it`,
    );
  });

  test("the secret is a literal, and does not show it", () => {
    expect(refused({ robots: [{ ...ROBOT, secret: "Harbor12345" }] }).message).toBe(
      "Stack/Images: 'robots[0].secret' must be a reference, got \"a literal\"; " +
        "give a sensitive variable, so that the value is not in the code",
    );
  });
});

test("accepts tokens as names", () => {
  const token = new TerraformVariable(freshStack(), "late", {}).stringValue;
  expect(() => project({ name: token })).not.toThrow();
});

test("keeps its logical ids", () => {
  const json = synth(project());
  expect(json.ids("harbor_project")).toEqual(["Images_2D38C313"]);
  expect(json.ids("harbor_robot_account")).toEqual(["Images_Robot-swarm_BCAE074D"]);
});

test("the guide's example synthesises without a warning", () => {
  const stack = freshStack();
  new HarborProvider(stack, "Harbor", { url: "https://harbor.test" });
  const images = shopImages(stack);
  expect(synth(images).block("resource")).toMatchSnapshot();
  expect(warnings(stack)).toEqual([]);
});
