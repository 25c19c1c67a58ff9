import { Argument } from "commander";
import { BASH } from "../completion/scripts/bash";
import { FISH } from "../completion/scripts/fish";
import { ZSH } from "../completion/scripts/zsh";
import { print } from "../output";
import type { Command } from "./command";

const SCRIPTS = new Map([
  ["bash", BASH],
  ["zsh", ZSH],
  ["fish", FISH],
]);

/** `weighbridge completion`: the script that asks the command itself for what can be typed. */
export const completion: Command = {
  name: "completion",
  summary: "prints the script that completes commands, flags and option ids in a shell",
  examples: [
    { words: "completion bash > ~/.local/share/bash-completion/completions/weighbridge", does: "bash" },
    { words: "completion zsh >> ~/.zshrc", does: "zsh, after compinit" },
    { words: "completion fish > ~/.config/fish/completions/weighbridge.fish", does: "fish" },
  ],
  firstWords: [...SCRIPTS.keys()],
  define: (parser) => parser.addArgument(new Argument("<shell>", "shell").choices([...SCRIPTS.keys()])),

  async run([shell = ""]) {
    await print(SCRIPTS.get(shell) ?? "");
    return 0;
  },
};
