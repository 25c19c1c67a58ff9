/** Terraform type of an address: `aws_lambda_function` of `module.a["x"].aws_lambda_function.f[0]`. */
export function typeOf(address: string): string {
  const [first = "", ...parts] = address.replace(/\[[^\]]*\]/g, "").split(".");
  let rest = [first, ...parts];
  while (rest[0] === "module" && rest.length > 2) rest = rest.slice(2);
  return rest[0] ?? "";
}

/** True for an address that stands for several. */
export function isPattern(address: string): boolean {
  return address.includes("*");
}

/** Whether a pattern means an address; `*` is any text. */
export function matcher(pattern: string): (address: string) => boolean {
  const parts = pattern.split("*");
  const [first = "", ...others] = parts;
  const last = others.pop() ?? "";
  return (address) => {
    if (!address.startsWith(first) || !address.endsWith(last)) return false;
    if (address.length < first.length + last.length) return false;
    let at = first.length;
    for (const part of others) {
      const found = address.indexOf(part, at);
      if (found < 0 || found + part.length > address.length - last.length) return false;
      at = found + part.length;
    }
    return true;
  };
}

/** Patterns with fewer stars first, longer ones before shorter: the first that matches is the most exact. */
export function byExactness(left: string, right: string): number {
  const stars = (text: string) => text.split("*").length;
  return stars(left) - stars(right) || right.length - left.length || (left < right ? -1 : 1);
}
