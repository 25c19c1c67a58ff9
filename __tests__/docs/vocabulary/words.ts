/** A word or phrase that nobody should have to read here. */
export interface Word {
  /** Matched without regard to case, in text whose identifiers are split into words. */
  readonly not: string;
  readonly but: string;
  /**
   * Where it is refused. `text` is output, help and docs; keys of the JSON contract keep such words in code.
   * @default "everywhere"
   */
  readonly only?: "text";
}

/** Words that output, docs, errors, comments and identifiers do not use, and what they use instead. */
export const WORDS: readonly Word[] = [
  { not: "tells?|told|telling", but: "report, reported; undetermined" },
  { not: "mend(?:s|ed|ing)?", but: "fix" },
  { not: "weigh(?:s|ed|ing)?|weightless", but: "compare, assess, the footprint of" },
  { not: "candidates?", but: "option" },
  { not: "reserves? (?:the )?least|reserve (?:cpu|memory)", but: "lowest CPU request; CPU requests" },
  {
    not: "one of them stops|may stop with|stops? with what",
    but: "impact of one failure; failure dependencies",
  },
  { not: "may run a single pod|one copy of the data", but: "single replica (minReplicas 1); single copy" },
  {
    not: "roll-?back at most|way back to the version|version before",
    but: "maximum rollback time (s); rollback",
  },
  { not: "on trial", but: "canary" },
  { not: "ways? in from outside|ways? in(?= *(?:[,.;:)|]|$))|from outside", but: "entry points; internet" },
  { not: "who can reach what|what the policies allow", but: "network reachability; NetworkPolicy rules" },
  { not: "dns, asked by|name servers are asked|asks? (?:the )?name servers?", but: "DNS clients" },
  { not: "supply chains?", but: "runtimes and base images", only: "text" },
  { not: "alerts? that pages?", but: "paging alerts" },
  { not: "connections upstream", but: "upstream connections (quota 1000)", only: "text" },
  { not: "\\d+ a pod|usd a (?:month|hour|day)|a hour", but: "58 per pod; USD/month; per hour" },
  { not: "review['’]s prices|two books", but: "estimate from the review; price sources" },
  { not: "unpriced", but: "not priced", only: "text" },
  { not: "not known|resources unread", but: "unresolved values; unsupported resource types" },
  { not: "(?:its|their|the) insides", but: "contents not rendered" },
  { not: "which option wins each line|wins? the line", but: "best per metric" },
  { not: "at the ends(?! of)", but: "low/high bound" },
  {
    not: "ceilings?(?: and|,) (?:against )?floors?|(?:over|under) by",
    but: "checks budgets (min/max); exceeds the limit by",
  },
  {
    not: "keeps? the weight|the weight of an option|drifted|drifts|footprint locks?",
    but: "snapshot; changed",
  },
  { not: "to the test", but: "verifies claims" },
  { not: "departures?|departs from", but: "deviation" },
  { not: "synthesi[sz]e first|those (?:that )?there are", but: "run `cdktf synth` first; available: ..." },
  { not: "understood|hearsay|aloud|say\\.ts", but: "supported; reported" },
  { not: "stands?(?![- ]ins?\\b| for\\b)|stood|standing", but: "is, is in, contains" },
  {
    not: "(?:tests?|code|docs?) holds?|holds? (?:it|them|options?) against|held against|holds? the two equal",
    but: "checks, passes",
  },
];
