/**
 * The few styles that the renderers use; picocolors' fit, as they are or switched off. Yellow, cyan and blue are not
 * among them: each is hard to read on either a light or a dark terminal.
 */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  green(text: string): string;
  red(text: string): string;
  magenta(text: string): string;
}

/** How a text is laid out for a terminal. */
export interface LayoutOptions {
  /**
   * Columns that no line exceeds.
   * @default 80
   */
  readonly width?: number;
  /**
   * Colours, for example picocolors.
   * @default - none
   */
  readonly paint?: Paint;
}

/** No colour: for files, pipes and tests. */
export const plain: Paint = { bold: same, dim: same, green: same, red: same, magenta: same };

function same(text: string): string {
  return text;
}
