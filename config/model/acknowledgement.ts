/** A finding of a rule that the owner of an option accepts. */
export interface Acknowledgement {
  /** Id of the rule: `WB035`. */
  readonly rule: string;
  /** `Deployment/shop/web` or the address of a Terraform resource; `*` stands for any characters. */
  readonly resource: string;
  /** Why it is accepted. */
  readonly reason: string;
  /**
   * Last day on which it is accepted, `YYYY-MM-DD`.
   * @default - it does not end
   */
  readonly until?: string;
  /**
   * Ids of the options that it is for.
   * @default - every option of the review
   */
  readonly options?: readonly string[];
}
