import type { Html } from "./markup";

/** A chapter of the report. */
export interface Part {
  /** Anchor, unique in the report. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says how to read it. */
  readonly lead: string;
  readonly body: Html;
}
