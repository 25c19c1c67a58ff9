/** A call in AWS' Query protocol: a form, whose lists are numbered fields (`SubnetIds.SubnetIdentifier.1`). */
export class Query {
  private readonly fields: readonly (readonly [string, string])[];

  public constructor(form: string) {
    this.fields = [...new URLSearchParams(form)];
  }

  /** @throws Error when the call has no such field */
  public text(name: string): string {
    const value = this.tryText(name);
    if (value === undefined) throw new Error(`the call has no ${name}`);
    return value;
  }

  public tryText(name: string): string | undefined {
    return this.fields.find(([field]) => field === name)?.[1];
  }

  public tryNumber(name: string): number | undefined {
    const value = this.tryText(name);
    return value === undefined ? undefined : Number(value);
  }

  public tryBoolean(name: string): boolean | undefined {
    const value = this.tryText(name);
    return value === undefined ? undefined : value === "true";
  }

  public list(name: string): string[] {
    const item = new RegExp(`^${name}\\.\\w+\\.\\d+$`);
    return this.fields.filter(([field]) => item.test(field)).map(([, value]) => value);
  }

  /** A list of objects of texts, e.g. of tags. */
  public records(name: string): Record<string, string>[] {
    const part = new RegExp(`^${name}\\.\\w+\\.(\\d+)\\.(\\w+)$`);
    const records = new Map<string, Record<string, string>>();
    for (const [field, value] of this.fields) {
      const [, index, key] = part.exec(field) ?? [];
      if (index === undefined || key === undefined) continue;
      records.set(index, { ...records.get(index), [key]: value });
    }
    return [...records.values()];
  }
}
