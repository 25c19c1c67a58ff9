import { Fault } from "./fault";

/** Things of one kind by name, which AWS compares without regard to case. */
export class Shelf<T> {
  private readonly things = new Map<string, T>();

  /** @param notFound AWS' code of the fault that a name of nothing is answered with */
  public constructor(
    private readonly notFound: string,
    private readonly alreadyExists: string,
  ) {}

  /** @throws Fault when the name is taken */
  public add(name: string, thing: T): T {
    if (this.things.has(name.toLowerCase()))
      throw new Fault(400, this.alreadyExists, `${name} already exists`);
    return this.set(name, thing);
  }

  public set(name: string, thing: T): T {
    this.things.set(name.toLowerCase(), thing);
    return thing;
  }

  /** @throws Fault when there is none */
  public find(name: string): T {
    const thing = this.things.get(name.toLowerCase());
    if (thing === undefined) throw new Fault(404, this.notFound, `${name} not found`);
    return thing;
  }

  /** The one of that name, or all. */
  public select(name: string | undefined): T[] {
    return name === undefined ? [...this.things.values()] : [this.find(name)];
  }

  /** @throws Fault when there is none */
  public remove(name: string): T {
    const thing = this.find(name);
    this.things.delete(name.toLowerCase());
    return thing;
  }
}
