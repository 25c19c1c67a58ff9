import { printableJson } from "../../../errors/printable";
import type { CheckedLimit } from "../../budget";
import { diffFigureOf } from "../../diff/figures";
import type { ClaimChange, OneSided, OptionDiff, SideDiff } from "../../diff/model";
import { checkedLimit } from "../json/budget";
import { sentenceOf } from "./sentence";

/**
 * A diff for programs: a contract, whose version rises when a member changes its meaning or goes.
 *
 * `null` is what a side does not have or does not record; a difference is `null` where a side is undetermined.
 *
 * @param budget checked limits; no member `budget` without it
 */
export function renderDiffJson(diff: SideDiff, budget?: readonly CheckedLimit[]): string {
  const { base, head, at, options, added, removed, claims } = diff;
  const document = {
    schemaVersion: 1,
    base,
    head,
    at,
    options: options.map((option) => optionOf(option, diff)),
    added: added.map(oneSided),
    removed: removed.map(oneSided),
    claims: claims?.map(claimOf) ?? null,
    budget: budget?.map(checkedLimit),
  };
  return `${printableJson(document)}\n`;
}

function optionOf(option: OptionDiff, diff: SideDiff) {
  const { id, figures, lists, resources, network } = option;
  const summary = sentenceOf(option, diff);
  return {
    id,
    isChanged: summary !== undefined,
    summary: summary ?? null,
    figures: figures.map(({ key, group, unset, points, isChanged }) => ({
      key,
      group,
      unit: diffFigureOf(key).unit.name,
      isChanged,
      unset: { was: unset.was ?? null, is: unset.is ?? null },
      points: points.map(({ point, was, is, difference, resolvedDifference }) => ({
        point,
        was: was ?? null,
        is: is ?? null,
        difference: difference ?? null,
        resolvedDifference: resolvedDifference ?? null,
      })),
    })),
    lists,
    resources: resources ?? null,
    network: network ?? null,
  };
}

function oneSided({ id, figures }: OneSided) {
  return { id, figures: Object.fromEntries([...figures].map(([path, figure]) => [path, figure ?? null])) };
}

function claimOf({ kind, was, is }: ClaimChange) {
  const claim = is ?? was;
  const side = (each: ClaimChange["is"]) =>
    each === undefined ? null : { verdict: each.verdict, computed: each.computed ?? null };
  return {
    kind,
    review: claim?.review,
    id: claim?.id,
    option: claim?.option ?? null,
    claimed: claim?.claimed,
    unit: claim?.unit,
    words: claim?.source.words,
    was: side(was),
    is: side(is),
  };
}
