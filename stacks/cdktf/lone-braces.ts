type ForString = (text: string, includeEscapes?: boolean, warn?: boolean) => unknown;

/** Where cdktf keeps what splits a text at its tokens. */
interface TokenStringModule {
  TokenString: { forString: ForString };
}

/** Modules whose function is replaced already. */
const replaced = new WeakSet<TokenStringModule>();

/**
 * cdktf searches the rest of a text again from each closing brace on. Texts without an expression are not searched. The
 * output is the same.
 */
export function ignoreLoneBraces(): void {
  const module = require("cdktf/lib/tokens/private/encoding") as TokenStringModule;
  if (replaced.has(module)) return;
  replaced.add(module);
  module.TokenString.forString = ignoringLoneBraces(module.TokenString.forString);
}

/**
 * `forString`, limited to places where an expression begins: from each brace on, cdktf searches the whole rest of
 * a text for the next, which takes longer than all else for a dashboard.
 */
export function ignoringLoneBraces(forString: ForString): ForString {
  return (text, includeEscapes, warn) => forString(text, includeEscapes && EXPRESSION.test(text), warn);
}

/** The begin of an expression of Terraform that is no token. */
const EXPRESSION = /\$\{(?!TfToken\[)/;
