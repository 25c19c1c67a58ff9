/** How a member of a block is written in the document. */
export interface Name {
  readonly written: string;
  /**
   * Members of the block there.
   * @default - it is no block, or its members are called as the reader calls them
   */
  readonly inside?: Names;
}

/**
 * How the members of a block are written, by what a reader calls them: one reader then serves both Terraform's
 * resources and Kubernetes' own objects. A member that is not among them is not there for the reader.
 */
export type Names = ReadonlyMap<string, Name>;
