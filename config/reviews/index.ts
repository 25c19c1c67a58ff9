import type { Review } from "../model/review";
import { INSIDE_F3 } from "./000-inside-f3";
import { PARTNER_API } from "./001-partner-api";
import { CRITTER_SUPPLY } from "./002-critter-supply";
import { SHOP } from "./003-shop";
import { LARAVEL_ON_KUBERNETES } from "./004-laravel";

/** The built-in reviews, one line a review. */
export const REVIEWS: readonly Review[] = [
  INSIDE_F3,
  PARTNER_API,
  CRITTER_SUPPLY,
  SHOP,
  LARAVEL_ON_KUBERNETES,
];
