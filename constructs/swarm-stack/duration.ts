/**
 * A duration in Go's notation, `90` seconds as `1m30s`: the provider reads it back in this form, and any other form
 * would differ in every plan.
 */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${seconds % 60}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`.replace(/m0s$/, "m").replace(/h0m$/, "h");
  return minutes > 0 ? `${minutes}m${rest}`.replace(/m0s$/, "m") : rest;
}
