import type { Actions } from "./actions";
import type { Query } from "./query";

/** Tags of everything, by the ARN of what carries them. */
export class Tags {
  private readonly byArn = new Map<string, Map<string, string>>();

  /** Keeps the tags that a call brings. */
  public addFrom(query: Query, arn: string): void {
    const tags = this.byArn.get(arn) ?? new Map<string, string>();
    for (const { Key, Value } of query.records("Tags")) if (Key !== undefined) tags.set(Key, Value ?? "");
    this.byArn.set(arn, tags);
  }

  public actions(): Actions {
    const list = (arn: string) => ({
      TagList: [...(this.byArn.get(arn) ?? [])].map(([Key, Value]) => ({ Key, Value })),
    });
    return {
      ListTagsForResource: (query) => list(query.text("ResourceName")),
      AddTagsToResource: (query) => {
        this.addFrom(query, query.text("ResourceName"));
        return list(query.text("ResourceName"));
      },
      RemoveTagsFromResource: (query) => {
        for (const key of query.list("TagKeys")) this.byArn.get(query.text("ResourceName"))?.delete(key);
        return list(query.text("ResourceName"));
      },
    };
  }
}
