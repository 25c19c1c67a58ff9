import { shownImage } from "../images/reference";

/** Stands in place of a credential. */
const REDACTED = "***";

/** What every text with a credential contains; most texts end here. */
const SUSPECT =
  /[@=:]|bearer|authorization|AKIA|ASIA|gh[pousr]_|xox[a-z]-|eyJ|glpat-|AIza|[rs]k_|-----BEGIN/i;

/**
 * Credentials by the form in which they are written. Every repetition is bounded, or excludes what ends it: matching
 * takes linear time.
 */
const FORMS: readonly (readonly [form: RegExp, replacement: string])[] = [
  // `https://user:password@host`
  [/(:\/\/)[^\s/@]{1,500}@/g, `$1${REDACTED}@`],
  // `user:password@registry.example.com/app`, and neither `app:1.2@sha256:...` nor `mail:me@example.com`
  [/(?<=^|[\s"'(,=])[^\s/@:"'(,=]{1,200}:[^\s/@]{1,300}@(?=[\w.:-]{1,255}\/)/g, `${REDACTED}@`],
  // `Authorization: Basic dXNlcjpwYXNz`
  [/(authorization["']?\s{0,3}[=:]\s{0,3}["']?)(?:\w{1,20} )?[^\s"',;}]+/gi, `$1${REDACTED}`],
  [/(\bbearer\s{1,3})[\w.~+/=-]{6,}/gi, `$1${REDACTED}`],
  // `password=x`, `api_key: "x"`, `--token=x`; not the comparison `token_count == 3`
  [
    /((?:password|passwd|passphrase|pwd|secret(?!s\s{0,3}:)|token|api[-_]?key|access[-_]?key|private[-_]?key|signature|credentials?)[\w.-]{0,40}["']?\s{0,3}(?:=~|=(?!=)|:(?!\/\/))\s{0,3})(?:"[^"]*"|'[^']*'|[^\s"',;&})\]]+)/gi,
    `$1${REDACTED}`,
  ],
  // Keys and tokens with a form of their own.
  [/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, REDACTED],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|[rs]k_(?:live|test)_|AIza)[\w-]{10,}/g, REDACTED],
  [/\beyJ[\w-]{10,}\.[\w-]{4,}(?:\.[\w-]*)?/g, REDACTED],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,40}-----)?/g, REDACTED],
];

/** A text in which each credential is replaced by `***`. */
export function withoutCredentials(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return FORMS.reduce((left, [form, replacement]) => left.replace(form, replacement), text);
}

/** A value in whose texts each credential is replaced; the value itself if there is none. */
export function redacted<T>(value: T): T {
  if (typeof value === "string") return withoutCredentials(value) as T;
  if (Array.isArray(value)) {
    const items = value.map(redacted);
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const changed: [key: string, member: unknown][] = [];
  for (const [key, member] of Object.entries(value)) {
    const clean = redacted(key === "image" && typeof member === "string" ? shownImage(member) : member);
    if (clean !== member) changed.push([key, clean]);
  }
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
