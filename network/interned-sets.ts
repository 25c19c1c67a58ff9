import {
  ALL_CONNECTIONS,
  type ConnectionSet,
  connectionText,
  difference,
  intersection,
  NO_CONNECTIONS,
  PROTOCOLS,
  union,
} from "./connection-set";

/** Number of the empty set. */
export const NONE = 0;
/** Number of the full set. */
export const ALL = 1;

type Operation = (left: ConnectionSet, right: ConnectionSet) => ConnectionSet;

/**
 * Connection sets by number: equal sets have one number, and each operation on two sets is computed once. A cluster
 * has millions of pairs and few different sets.
 */
export class InternedSets {
  private readonly sets: ConnectionSet[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly unions: Map<number, number>[] = [];
  private readonly intersections: Map<number, number>[] = [];
  private readonly differences: Map<number, number>[] = [];

  public constructor() {
    this.number(NO_CONNECTIONS);
    this.number(ALL_CONNECTIONS);
  }

  public number(set: ConnectionSet): number {
    const { maybe } = set;
    const texts = PROTOCOLS.map((protocol) => set[protocol].join());
    const others = maybe === undefined ? [] : PROTOCOLS.map((protocol) => maybe[protocol].join());
    const key = [...texts, ...others].join(";");
    const found = this.numbers.get(key);
    if (found !== undefined) return found;
    const number = this.sets.push(set) - 1;
    this.numbers.set(key, number);
    this.texts.push(connectionText(set));
    return number;
  }

  public set(number: number): ConnectionSet {
    return this.sets[number] as ConnectionSet;
  }

  public text(number: number): string {
    return this.texts[number] as string;
  }

  public union(left: number, right: number): number {
    if (left === right || right === NONE || left === ALL) return left;
    if (left === NONE || right === ALL) return right;
    return this.computed(this.unions, union, left, right);
  }

  public intersection(left: number, right: number): number {
    if (left === right || right === ALL || left === NONE) return left;
    if (left === ALL || right === NONE) return right;
    return this.computed(this.intersections, intersection, left, right);
  }

  public difference(left: number, right: number): number {
    if (right === NONE || left === NONE) return left;
    if (left === right || right === ALL) return NONE;
    return this.computed(this.differences, difference, left, right);
  }

  private computed(memory: Map<number, number>[], operation: Operation, left: number, right: number): number {
    let row = memory[left];
    if (row === undefined) {
      row = new Map();
      memory[left] = row;
    }
    let result = row.get(right);
    if (result === undefined) {
      result = this.number(operation(this.set(left), this.set(right)));
      row.set(right, result);
    }
    return result;
  }
}
