import type { Format } from "../format";

/** GitHub's Markdown, for a comment on a pull request. */
export const markdown: Format = {
  name: "markdown",
  renderers: {
    diff: (diff, layout) =>
      (require("../diff/markdown") as typeof import("../diff/markdown")).renderDiffMarkdown(diff, layout),
    compare: (comparison, layout) =>
      (require("./index") as typeof import("./index")).renderMarkdown(comparison, layout),
    sensitivity: (result) =>
      (require("../sensitivity/text") as typeof import("../sensitivity/text")).renderSensitivityMarkdown(
        result,
      ),
  },
};
