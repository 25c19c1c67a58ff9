/** No price, sum or figure of a month is larger: what is, was mistyped, and sums of it would overflow. */
export const MOST = 1e12;
