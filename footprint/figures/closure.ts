/** Numbers below a bound: few of them as they are, many as bits. */
export class Reach {
  private few: Set<number> | undefined = new Set();
  private bits: Uint32Array | undefined;

  /** @param bound of the numbers that are kept; others are left out */
  public constructor(private readonly bound: number) {}

  public add(value: number): void {
    if (value >= this.bound) return;
    if (this.bits !== undefined) {
      this.bits[value >>> 5] = (this.bits[value >>> 5] ?? 0) | (1 << (value & 31));
      return;
    }
    this.few?.add(value);
    if ((this.few?.size ?? 0) > this.bound >>> 6) this.toBits();
  }

  public addAll(other: Reach): void {
    if (other.few !== undefined) for (const value of other.few) this.add(value);
    if (other.bits === undefined) return;
    if (this.bits === undefined) this.toBits();
    const { bits } = this;
    if (bits === undefined) return;
    for (let word = 0; word < bits.length; word += 1)
      bits[word] = (bits[word] ?? 0) | (other.bits[word] ?? 0);
  }

  public has(value: number): boolean {
    if (this.few !== undefined) return this.few.has(value);
    return (((this.bits?.[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  /** The lowest numbers from one number up to another, at most so many, and how many there are in all. */
  public between(
    from: number,
    to: number,
    most: number,
  ): { readonly first: number[]; readonly total: number } {
    const first: number[] = [];
    let total = 0;
    const found = (value: number) => {
      total += 1;
      if (first.length < most) first.push(value);
    };
    if (this.few !== undefined) {
      for (const value of [...this.few].sort((a, b) => a - b)) if (value >= from && value < to) found(value);
      return { first, total };
    }
    const { bits = new Uint32Array() } = this;
    for (let word = from >>> 5; word < (to + 31) >>> 5; word += 1) {
      const here = bits[word] ?? 0;
      const start = word << 5;
      if (here === 0) continue;
      if (first.length >= most && start >= from && start + 32 <= to) total += ones(here);
      else
        for (let bit = 0; bit < 32; bit += 1)
          if (((here >>> bit) & 1) === 1 && start + bit >= from && start + bit < to) found(start + bit);
    }
    return { first, total };
  }

  private toBits(): void {
    const { few = new Set<number>() } = this;
    this.bits = new Uint32Array((this.bound + 31) >>> 5);
    this.few = undefined;
    for (const value of few) this.add(value);
  }
}

function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * Everything that each node of a graph leads to, itself included. Nodes of a cycle share one set, and no set is kept
 * longer than others need it.
 * @param next by node, the nodes that it leads to
 * @param bound of the nodes that are in the sets
 * @param visit called once for each node
 * @see https://en.wikipedia.org/wiki/Tarjan%27s_strongly_connected_components_algorithm
 */
export function forEachReach(
  next: readonly (readonly number[])[],
  bound: number,
  visit: (node: number, reach: Reach) => void,
): void {
  const users = new Int32Array(next.length);
  for (const targets of next) for (const target of targets) users[target] = (users[target] ?? 0) + 1;
  const reaches = new Map<number, { readonly reach: Reach; users: number }>();
  const partOf = new Int32Array(next.length).fill(-1);
  forEachComponent(next, (members, component) => {
    const reach = new Reach(bound);
    let left = 0;
    for (const member of members) {
      partOf[member] = component;
      left += users[member] ?? 0;
      reach.add(member);
    }
    for (const member of members)
      for (const target of next[member] ?? []) {
        const part = partOf[target] ?? -1;
        if (part === component) {
          left -= 1;
          continue;
        }
        const known = reaches.get(part);
        if (known === undefined) continue;
        reach.addAll(known.reach);
        known.users -= 1;
        if (known.users === 0) reaches.delete(part);
      }
    if (left > 0) reaches.set(component, { reach, users: left });
    for (const member of members) visit(member, reach);
  });
}

/** Strongly connected components, each after those that it leads to. No recursion: a chain may be long. */
function forEachComponent(
  next: readonly (readonly number[])[],
  visit: (members: readonly number[], component: number) => void,
): void {
  const order = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  const isOpen = new Uint8Array(next.length);
  const open: number[] = [];
  let count = 0;
  let components = 0;
  const enter = (node: number) => {
    order[node] = low[node] = count;
    count += 1;
    open.push(node);
    isOpen[node] = 1;
    return { node, at: 0 };
  };
  const close = (node: number) => {
    const members: number[] = [];
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      isOpen[member] = 0;
      members.push(member);
      if (member === node) break;
    }
    visit(members, components);
    components += 1;
  };
  for (let start = 0; start < next.length; start += 1) {
    if (order[start] !== -1) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const target = next[node]?.[top.at];
      top.at += 1;
      if (target === undefined) {
        path.pop();
        const above = path.at(-1)?.node;
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
        if (low[node] === order[node]) close(node);
      } else if (order[target] === -1) path.push(enter(target));
      else if (isOpen[target] === 1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
    }
  }
}
