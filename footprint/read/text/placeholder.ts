import type { Syntax } from "../terraform/template";

/**
 * Placeholders that other tools fill in before kubectl reads a file: `${NAME}` and `$NAME` of envsubst, `$(NAME)`,
 * `{{ name }}`, `#{NAME}#`, `<name>`, `__NAME__`, `@NAME@`, `%NAME%`.
 */
const PLACEHOLDER =
  /\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\}|\[\[.*\]\]|#\{[^}]*\}|^\$[A-Za-z_]\w*|^<[^<>]+>$|^__\w+__$|^@[\w.-]+@$|^%\w+%$/;

/** How a value is left open in a file of Kubernetes objects. */
export const PLACEHOLDERS: Syntax = {
  isUnresolved: (text) => PLACEHOLDER.test(text),
  why: () => "a placeholder that another tool fills in: give the file as it is applied",
};
