import { type Html, html } from "./markup";

/** What a report was made of, and with: who has it can make it again. */
export interface Provenance {
  /** Version of Weighbridge. */
  readonly version: string;
  /**
   * ISO date that the caller gives.
   * @default - no date, so that the same input gives the same bytes on every day
   */
  readonly date?: string;
  /**
   * Commit of the repository that the inputs are in.
   * @default - they are in none
   */
  readonly commit?: string;
  /** What was read, each with its SHA-256 in hexadecimal digits. */
  readonly inputs: readonly { readonly name: string; readonly sha256: string }[];
  /** Command that makes it again. */
  readonly command: string;
}

/** The foot of a report. */
export function footer(provenance: Provenance | undefined): Html {
  if (provenance === undefined) return html`<p>Computed from the options' Terraform by Weighbridge.</p>`;
  const { version, date, commit, inputs, command } = provenance;
  const made = [`Weighbridge ${version}`, date, commit === undefined ? undefined : `commit ${commit}`];
  return html`<p>${made.filter((part) => part !== undefined).join(", ")}. Made again by <code>${command}</code></p>
<details><summary>Inputs and their SHA-256 digests (${inputs.length})</summary><ul class="inputs">${inputs.map(
    ({ name, sha256 }) => html`<li>${name} <code>${sha256}</code></li>
`,
  )}</ul></details>`;
}
