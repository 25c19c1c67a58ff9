import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { tryFindInCache, tryFindOnPath } from "../cache";
import type { Requirement } from "../requirement";
import versions from "../versions.json";

const JAVAC = tryFindOnPath("javac");
const JAVA = tryFindOnPath("java");
const JARS = join(tryFindInCache(`kafka-${versions.kafka}`) ?? "", "*");
const SOURCE = join(__dirname, "Client.java");
const QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=off";
const TIMEOUT_MS = 60_000;

/** What `KafkaClient` needs on this machine, besides what the brokers need. */
export const KAFKA_CLIENT_REQUIREMENTS: readonly Requirement[] = [
  { name: "javac", missing: JAVAC === undefined ? "not on the PATH" : undefined },
];

/** What a client receives when the brokers do not allow it. */
export const DENIED = "denied";

/** Somebody who works with topics: by name and password, or without, which is allowed everything. */
export class KafkaClient {
  private readonly who: readonly string[];

  /** @param classes folder that `compileKafkaClient` filled */
  public constructor(
    private readonly classes: string,
    servers: readonly string[],
    user: { readonly name: string; readonly password: string } = { name: "-", password: "-" },
  ) {
    this.who = [servers.join(","), user.name, user.password];
  }

  /** @param topics number of partitions by name */
  public create(topics: Readonly<Record<string, number>>): void {
    this.run("create", ...Object.entries(topics).map(([name, partitions]) => `${name}:${partitions}`));
  }

  public topics(): string[] {
    return this.run("topics");
  }

  /** Writes records with the ids `first` to `first + count - 1`; gives those that the brokers confirmed, or `denied`. */
  public produce(topic: string, first: number, count: number): string[] {
    return this.run("produce", topic, String(first), String(count));
  }

  /** Reads on to what is the end now; gives the ids, or `denied`. */
  public consume(topic: string, group: string): string[] {
    return this.run("consume", topic, group);
  }

  private run(command: string, ...args: readonly string[]): string[] {
    if (JAVA === undefined) throw new Error("java is not on the PATH");
    const classpath = [JARS, this.classes].join(":");
    const output = execFileSync(JAVA, [QUIET, "-cp", classpath, "Client", command, ...this.who, ...args], {
      encoding: "utf8",
      timeout: TIMEOUT_MS,
    });
    return output.split("\n").filter((line) => line !== "");
  }
}

/** Compiles the client into a folder. */
export function compileKafkaClient(folder: string): void {
  if (JAVAC === undefined) throw new Error("javac is not on the PATH");
  execFileSync(JAVAC, ["-cp", JARS, "-d", folder, SOURCE], { stdio: "pipe" });
}
