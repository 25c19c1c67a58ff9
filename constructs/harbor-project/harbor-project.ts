import { Construct } from "constructs";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireReference } from "../core/validate";
import { HarborProjectResource } from "./bindings/harbor-project";
import { HarborRobotAccount } from "./bindings/harbor-robot-account";

/** Properties for `HarborProject`. */
export interface HarborProjectProps {
  /** Name, the first part of every image in it: lower-case letters and digits, parted by one of `.`, `_`, `-`. */
  readonly name: string;
  /** Accounts of machines, at least one. People get in by Harbor's own accounts. */
  readonly robots: readonly HarborRobot[];
  /**
   * Whether anybody may pull, without an account.
   * @default false
   */
  readonly public?: boolean;
  /**
   * Severity of a known vulnerability from which on an image is not given out. A node that is replaced then cannot
   * pull what runs on the others, so it is a choice.
   * @default - every image is scanned, and given out
   */
  readonly blockFrom?: "critical" | "high" | "medium" | "low";
  /**
   * Room for all images together, in GiB (2^30 bytes).
   * @default - no limit
   */
  readonly storageGiB?: number;
  /**
   * Makes Terraform refuse any plan that would delete the project. A sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
}

/** A machine's account in one project. */
export interface HarborRobot {
  /** Name within the project: lower-case letters and digits, parted by one of `.`, `_`, `-`. */
  readonly name: string;
  /** `pull` for what runs images, `push` for what builds them, which pulls too. */
  readonly may: "pull" | "push";
  /**
   * Its secret; an ephemeral value, since it goes into a write-only argument. Harbor wants 8 to 128 characters, with
   * an upper-case letter, a lower-case one and a digit.
   */
  readonly secret: string;
  /**
   * Raise it when the secret changes.
   * @default 1
   */
  readonly secretVersion?: number;
  /**
   * Days from its creation until Harbor lets it in no longer.
   * @default - it does not end: on that day no node could pull
   */
  readonly lifetimeDays?: number;
}

const NAME = /^[a-z0-9]+([._-][a-z0-9]+)*$/;

/**
 * A project of a Harbor registry, and the accounts of the machines that pull from it and push to it. Expects a `harbor`
 * provider in scope. It must be there before the first image is pushed, so it belongs to a stack of its own.
 * @see https://goharbor.io/docs/main/working-with-projects/project-configuration/create-robot-accounts/
 */
export class HarborProject extends Construct {
  /** Name by reference: what uses it comes after it. */
  public readonly projectName: string;
  /** What each robot logs in as, by its name; known after apply. */
  public readonly logins: ReadonlyMap<string, string>;

  /** @throws ValidationError `BadName`, `Conflict`, `Missing`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: HarborProjectProps) {
    super(scope, id);
    const { name, robots, blockFrom, storageGiB } = props;
    this.requireName("name", name);
    requireInteger(this, "storageGiB", storageGiB, { min: 1, fix: "leave it out for no limit" });
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
      requireInteger(this, `${prop}.lifetimeDays`, lifetimeDays, { min: 1, fix: "leave it out for no end" });
    });
  }

  /** The construct's id is made of it, so it cannot be a token. */
  private requireRobotName(prop: string, name: string): void {
    if (isToken(name)) {
      const fix = "give it as a literal";
      refuse(this, { code: "NotKnown", prop, must: "be known at synth", got: name, fix });
    }
    this.requireName(prop, name);
  }

  private requireName(prop: string, name: string): void {
    if (isToken(name) || (NAME.test(name) && name.length <= 255)) return;
    const must =
      "be lower-case letters and digits, parted by one of '.', '_' and '-', at most 255 characters";
    refuse(this, { code: "BadName", prop, must, got: name, fix: "rename it" });
  }
}
