import { kindOf } from "../../../errors/received";
import { distinct, sortedBy } from "../../order";
import type { Cursor } from "../terraform/cursor";
import { own } from "../text/value";

/** A label selector. With neither labels nor expressions it selects everything. */
export interface Selector {
  readonly labels: readonly (readonly [string, string])[];
  readonly expressions: readonly Expression[];
}

interface Expression {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

type Operator = (typeof OPERATORS)[number];

const OPERATORS = ["In", "NotIn", "Exists", "DoesNotExist"] as const;

/** Labels of a thing that may be selected. */
export type Labels = Readonly<Record<string, string>>;

/**
 * Reads `matchLabels` and `matchExpressions`, sorted: their order means nothing, and a selector is part of names.
 * @throws InputError for an operator that Kubernetes does not know.
 */
export function selector(body: Cursor): Selector {
  const expressions = body.items("matchExpressions").map((each) => ({
    key: each.text("key") ?? each.refuse("has no key", "name a label"),
    operator: operator(each),
    values: distinct(each.texts("values")),
  }));
  return {
    labels: sortedBy(Object.entries(body.map("matchLabels")), ([key]) => key),
    expressions: sortedBy(expressions, describeExpression),
  };
}

/** True when a selector has no condition. */
export function selectsAll({ labels, expressions }: Selector): boolean {
  return labels.length === 0 && expressions.length === 0;
}

/** True when labels meet every condition. */
export function selects({ labels, expressions }: Selector, of: Labels): boolean {
  return (
    labels.every(([key, value]) => own(of, key) === value) && expressions.every((each) => holds(each, of))
  );
}

/** Conditions in words: `app=frontend3, tier in (a, b), !canary`. */
export function describe({ labels, expressions }: Selector): string {
  return [...labels.map(([key, value]) => `${key}=${value}`), ...expressions.map(describeExpression)].join(
    ", ",
  );
}

/** Where what has no namespace lands. */
const USUAL = "default";

/** Things of one namespace. */
interface Indexed<T> {
  readonly all: T[];
  readonly byLabel: Map<string, T[]>;
}

/** Finds things by namespace and labels without looking at each of them. */
export class LabelIndex<T> {
  private readonly namespaces = new Map<string | undefined, Indexed<T>>();

  public constructor(
    items: readonly T[],
    private readonly labelsOf: (item: T) => Labels,
    namespaceOf: (item: T) => string | undefined,
  ) {
    for (const item of items) {
      const { all, byLabel } = this.namespace(namespaceOf(item));
      all.push(item);
      for (const [key, value] of Object.entries(labelsOf(item))) push(byLabel, bucket(key, value), item);
    }
  }

  /**
   * What a selector may pick, a list for each namespace that fits, in the order in which they were given: that of the
   * selector's own namespace, where nothing is set being `default`; else of what is rendered without a namespace;
   * else, for a selector without one, of every namespace.
   */
  public fitting(namespace: string | undefined, wanted: Selector): readonly (readonly T[])[] {
    const same = this.select(namespace, wanted);
    const usual = namespace === undefined || namespace === USUAL;
    const own = usual ? [...same, ...this.select(namespace === USUAL ? undefined : USUAL, wanted)] : same;
    if (own.length > 0) return [own];
    const others = namespace === undefined ? [...this.namespaces.keys()] : [undefined];
    return others.map((each) => this.select(each, wanted)).filter((found) => found.length > 0);
  }

  private select(namespace: string | undefined, wanted: Selector): readonly T[] {
    const found = this.namespaces.get(namespace);
    if (found === undefined) return [];
    if (selectsAll(wanted)) return found.all;
    const buckets = wanted.labels.map(([key, value]) => found.byLabel.get(bucket(key, value)) ?? []);
    const fewest = buckets.reduce((least, each) => (each.length < least.length ? each : least), found.all);
    return fewest.filter((item) => selects(wanted, this.labelsOf(item)));
  }

  private namespace(name: string | undefined): Indexed<T> {
    const known = this.namespaces.get(name);
    if (known !== undefined) return known;
    const added = { all: [], byLabel: new Map<string, T[]>() };
    this.namespaces.set(name, added);
    return added;
  }
}

function operator(body: Cursor): Operator {
  const text = body.text("operator");
  const known = OPERATORS.find((each) => each === text);
  return (
    known ?? body.at("operator").refuse(`${kindOf(text)} is not an operator`, `use ${OPERATORS.join(", ")}`)
  );
}

function holds({ key, operator: test, values }: Expression, labels: Labels): boolean {
  const value = own(labels, key);
  if (test === "Exists") return value !== undefined;
  if (test === "DoesNotExist") return value === undefined;
  const listed = typeof value === "string" && values.includes(value);
  return test === "In" ? listed : !listed;
}

function describeExpression({ key, operator: test, values }: Expression): string {
  if (test === "Exists") return key;
  if (test === "DoesNotExist") return `!${key}`;
  return `${key} ${test === "In" ? "in" : "not in"} (${values.join(", ")})`;
}

/** Two labels may share a bucket: what is taken from it is looked at again. */
function bucket(key: string, value: string): string {
  return `${key}=${value}`;
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}
