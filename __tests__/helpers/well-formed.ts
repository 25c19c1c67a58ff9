/** What is wrong with a document, one line a thing; nothing where it is well formed. */
export type Problems = readonly string[];

const TOKEN =
  /<!--[\s\S]*?-->|<!DOCTYPE html>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>|[^<]+|</g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const VOID = new Set(["meta", "br", "hr", "img", "input", "link", "wbr"]);
/** Whatever stands in these is no markup. */
const RAW = /<(style|script)>[\s\S]*?<\/\1>/g;

/**
 * Checks what a browser would fix without a message: every element closed in order, attributes quoted and given once,
 * no stray `<` or `&`, ids unique, every reference to an id led somewhere.
 */
export function problemsOf(html: string): Problems {
  const problems: string[] = [];
  const open: string[] = [];
  const ids: string[] = [];
  const references: string[] = [];
  for (const [token, closing, name, attributes = "", selfClosing] of html
    .replace(RAW, "<$1></$1>")
    .matchAll(TOKEN)) {
    if (name === undefined) {
      if (token === "<" || /&(?!(?:amp|lt|gt|quot|nbsp|#39);)/.test(token))
        problems.push(`stray ${token.slice(0, 60)}`);
    } else if (closing === "/") {
      const last = open.pop();
      if (last !== name) problems.push(`</${name}> closes <${last}>`);
    } else {
      const given = [...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => ({ key, value }));
      if (new Set(given.map(({ key }) => key)).size < given.length) problems.push(`twice in ${token}`);
      for (const { key, value } of given) {
        if (key === "id") ids.push(value);
        if (key === "aria-labelledby") references.push(...value.split(" "));
        if (key === "href") references.push(value.replace(/^#/, ""));
      }
      if (!VOID.has(name) && selfClosing !== "/") open.push(name);
    }
  }
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const lost = references.filter((reference) => !ids.includes(reference));
  return [
    ...problems,
    ...open.map((name) => `<${name}> is not closed`),
    ...twice.map((id) => `id ${id} is there twice`),
    ...lost.map((reference) => `nothing has the id ${reference}`),
  ];
}
