import { type Fault, type Origin, type Path, shown } from "./faults";

/** Collects what is wrong with one object. */
export interface Recorder {
  readonly origin: Origin;
  /** The object, for example `NetworkPolicy shop/db`. */
  readonly object: string;
  readonly faults: Fault[];
}

type Json = Readonly<Record<string, unknown>>;

/** True for a map, and neither a list nor null. */
export function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A value of an object and its place. Readers return undefined, or nothing, for a value of the wrong type and record
 * the fault: one run reports all of them.
 */
export class Field {
  public constructor(
    public readonly value: unknown,
    private readonly recorder: Recorder,
    public readonly path: Path = [],
  ) {}

  /** Null is absent, as to the API server. */
  public get present(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  public at(key: string): Field {
    const inner = isMap(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new Field(inner, this.recorder, [...this.path, key]);
  }

  /** Keys with a value; a fault where this is no map. */
  public keys(): string[] {
    if (!this.present) return [];
    if (!isMap(this.value)) {
      this.fault(`must be a map, got ${shown(this.value)}`, "write its fields below it");
      return [];
    }
    const map = this.value;
    return Object.keys(map).filter((key) => map[key] !== undefined && map[key] !== null);
  }

  /** Items of a list; none where it is absent. */
  public items(): Field[] {
    if (!this.present) return [];
    if (Array.isArray(this.value))
      return this.value.map((item, index) => new Field(item, this.recorder, [...this.path, index]));
    this.fault(`must be a list, got ${shown(this.value)}`, "start each item with '- '");
    return [];
  }

  public text(): string | undefined {
    if (!this.present || typeof this.value === "string") return this.value as string | undefined;
    this.fault(`must be text, got ${shown(this.value)}`, "put it in quotes");
    return undefined;
  }

  public oneOf<T extends string>(values: readonly T[]): T | undefined {
    const text = this.text();
    if (text === undefined || (values as readonly string[]).includes(text)) return text as T | undefined;
    this.fault(`must be ${listed(values)}, got ${shown(text)}`, `write one of them`);
    return undefined;
  }

  public integer(low: number, high: number): number | undefined {
    if (!this.present) return undefined;
    const number = this.value;
    if (typeof number === "number" && Number.isInteger(number) && low <= number && number <= high)
      return number;
    this.fault(
      `must be a whole number from ${low} to ${high}, got ${shown(number)}`,
      "write a number in that range",
    );
    return undefined;
  }

  /** Texts by name, such as labels. */
  public texts(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of this.keys()) {
      const text = this.at(key).text();
      if (text !== undefined) found[key] = text;
    }
    return found;
  }

  public requirePresent(what: string): boolean {
    if (!this.present) this.fault("is missing", `write ${what}`);
    return this.present;
  }

  public fault(problem: string, fix: string): void {
    const { origin, object, faults } = this.recorder;
    faults.push({ origin, object, path: this.path, problem, fix });
  }
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join() : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
