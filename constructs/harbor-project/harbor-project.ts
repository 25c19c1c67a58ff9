import { Construct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireReference } from "../core/validate";
import { HarborProjectResource } from "./bindings/harbor-project";
import { HarborRobotAccount } from "./bindings/harbor-robot-account";

/** Properties for `HarborProject`. */
export interface HarborProjectProps {
  /**
   * Name, the first part of every image reference: lower-case letters and digits, separated by one of `.`, `_`, `-`.
   */
  readonly name: string;
  /** Robot accounts, at least one. Users sign in with Harbor's own accounts. */
  readonly robots: readonly HarborRobot[];
  /**
   * Whether anybody may pull without an account.
   * @default false
   */
  readonly public?: boolean;
  /**
   * Severity of a vulnerability from which Harbor refuses to serve an image. A replaced node then cannot pull an image
   * that other nodes run.
   * @default - images are scanned, and always served
   */
  readonly blockFrom?: "critical" | "high" | "medium" | "low";
  /**
   * Storage quota, in GiB (2^30 bytes).
   * @default - no limit
   */
  readonly storageGiB?: number;
  /**
   * Sets `prevent_destroy`: Terraform refuses a plan that deletes the project. A sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** A robot account of one project. */
export interface HarborRobot {
  /** Name within the project: lower-case letters and digits, separated by one of `.`, `_`, `-`. */
  readonly name: string;
  /** `pull` for nodes, `push` for builds, which may pull too. */
  readonly may: "pull" | "push";
  /**
   * Its secret; an ephemeral value, since the argument is write-only. Harbor requires 8 to 128 characters with an
   * upper-case letter, a lower-case letter and a digit.
   */
  readonly secret: string;
  /**
   * Raise it when the secret changes.
   * @default 1
   */
  readonly secretVersion?: number;
  /**
   * Days from its creation to its expiry.
   * @default - it does not expire: after the expiry no node could pull
   */
  readonly lifetimeDays?: number;
}

const NAME = /^[a-z0-9]+([._-][a-z0-9]+)*$/;

/**
 * A project of a Harbor registry, and the robot accounts that pull from it and push to it. Expects a `harbor` provider
 * in scope. It must exist before the first image is pushed, so it belongs to a stack of its own.
 * @see https://goharbor.io/docs/main/working-with-projects/project-configuration/create-robot-accounts/
 */
export class HarborProject extends Construct {
  /** Name of the project; a token, so that resources which use it depend on it. */
  public readonly projectName: string;
  /** Login name of each robot, by its name; known after apply. */
  public readonly logins: ReadonlyMap<string, string>;

  /** @throws ValidationError `BadName`, `Conflict`, `Missing`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: HarborProjectProps) {
    super(scope, id);
    const { name, robots, blockFrom, storageGiB } = props;
    this.requireName("name", name);
    requireInteger(this, "storageGiB", storageGiB, { min: 1, fix: "omit it for no limit" });
    this.requireRobots(robots);
    const project = new HarborProjectResource(this, "Resource", {
      name,
      public: props.public ?? false,
      vulnerabilityScanning: true,
      ...(blockFrom !== undefined && { deploymentSecurity: blockFrom }),
      ...(storageGiB !== undefined && { storageQuota: storageGiB }),
      lifecycle: { preventDestroy: props.preventDestroy ?? true },
    });
    this.projectName = project.name;
    this.logins = new Map(robots.map((robot) => [robot.name, this.defineRobot(robot)]));
  }

  private defineRobot({ name, may, secret, secretVersion = 1, lifetimeDays }: HarborRobot): string {
    const account = new HarborRobotAccount(this, `Robot-${name}`, {
      name,
      description: may === "push" ? "Pushes and pulls images" : "Pulls images",
      project: this.projectName,
      actions: may === "push" ? ["pull", "push"] : ["pull"],
      secretWo: secret,
      secretWoVersion: secretVersion,
      ...(lifetimeDays !== undefined && { duration: lifetimeDays }),
    });
    return account.fullName;
  }

  private requireRobots(robots: readonly HarborRobot[]): void {
    if (robots.length === 0) {
      const fix = 'add one that may "pull" for the nodes';
      refuse(this, { code: "Missing", prop: "robots", must: "name at least one", got: "none", fix });
    }
    robots.forEach(({ name, secret, secretVersion, lifetimeDays }, index) => {
      const prop = `robots[${index}]`;
      this.requireRobotName(`${prop}.name`, name);
      if (robots.findIndex((other) => other.name === name) !== index) {
        const fix = "keep one of the two";
        refuse(this, { code: "Conflict", prop: `${prop}.name`, must: "be given once", got: name, fix });
      }
      requireReference(this, `${prop}.secret`, secret);
      requireInteger(this, `${prop}.secretVersion`, secretVersion, { min: 1 });
      requireInteger(this, `${prop}.lifetimeDays`, lifetimeDays, { min: 1, fix: "omit it for no expiry" });
    });
  }

  /** The id of a construct is derived from it, so it cannot be a token. */
  private requireRobotName(prop: string, name: string): void {
    if (isToken(name)) {
      const fix = "give it as a literal";
      refuse(this, { code: "Unknown", prop, must: "be known at synth", got: name, fix });
    }
    this.requireName(prop, name);
  }

  private requireName(prop: string, name: string): void {
    if (isToken(name) || (NAME.test(name) && name.length <= 255)) return;
    const must =
      "be lower-case letters and digits, separated by one of '.', '_' and '-', at most 255 characters";
    refuse(this, { code: "BadName", prop, must, got: name, fix: "rename it" });
  }
}
