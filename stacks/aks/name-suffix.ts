import type { OptionStack } from "../stack";

/** What makes the names unique in the whole of Azure. */
export function nameSuffix(stack: OptionStack): string {
  const suffix = stack.input(
    "name_suffix",
    "string",
    "Makes names unique in the whole of Azure, for example x7k2",
  );
  suffix.addValidation({
    condition: '${can(regex("^[a-z0-9]{3,8}$", var.name_suffix))}',
    errorMessage: "name_suffix must be 3 to 8 lower-case letters and digits.",
  });
  return suffix.stringValue;
}
