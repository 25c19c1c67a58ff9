import { DefaultTokenResolver, StringConcat, Tokenization } from "cdktf";
import type { IConstruct } from "constructs";

/** An id derived from the name, so that the order does not matter; a reference becomes its Terraform text. */
export function stableId(scope: IConstruct, name: string): string {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return String(Tokenization.resolve(name, { scope, resolver }));
}
