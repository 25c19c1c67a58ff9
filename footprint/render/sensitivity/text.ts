import type { Sensitivity } from "../../sensitivity";
import { layTitle } from "../grid";
import { escapeMarkdown } from "../markdown/escape";
import { type LayoutOptions, plain } from "../paint";
import { wrap } from "../text";
import { type Line, outline } from "./outline";

/** For a terminal. */
export function renderSensitivity(
  result: Sensitivity,
  { width = 80, paint = plain }: LayoutOptions = {},
): string {
  const lay = (line: Line, indent: number): string[] => [
    ...wrap(line.text, Math.max(1, width - indent), 2).map((text) => " ".repeat(indent) + text),
    ...(line.children ?? []).flatMap((child) => lay(child, indent + 2)),
  ];
  const decisions = outline(result).map(({ title, sections }) => [
    ...layTitle(title, width, paint),
    ...sections.flatMap((section) => [
      "",
      ...wrap(section.title, width, 2).map((text) => paint.bold(text)),
      ...section.lines.flatMap((line) => lay(line, 0)),
    ]),
  ]);
  return `${decisions.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** For a comment on a pull request. */
export function renderSensitivityMarkdown(result: Sensitivity): string {
  const item = (line: Line, indent: number): string[] => [
    `${" ".repeat(indent)}- ${escapeMarkdown(line.text)}`,
    ...(line.children ?? []).flatMap((child) => item(child, indent + 2)),
  ];
  const lines = outline(result).flatMap(({ title, sections }) => [
    `### ${escapeMarkdown(title)}`,
    "",
    ...sections.flatMap((section) => [
      `**${escapeMarkdown(section.title)}**`,
      "",
      ...section.lines.flatMap((line) => item(line, 0)),
      "",
    ]),
  ]);
  return `${lines.join("\n").trimEnd()}\n`;
}
