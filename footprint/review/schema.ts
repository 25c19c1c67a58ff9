import { REVIEW_SHAPE } from "./file";
import { expressionShape } from "./file/expression";

/** JSON Schema of `weighbridge.yaml`, made of the declarations that read it. */
export function reviewSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://unpkg.com/weighbridge/schema/review.json",
    title: "weighbridge.yaml",
    description: "A review: what is compared, and what its document says of it.",
    ...REVIEW_SHAPE.schema,
    definitions: {
      Expression: {
        description: "How a claim is computed: a number, or a map with the key of one kind of expression.",
        ...expressionShape.schema,
      },
    },
  };
}
