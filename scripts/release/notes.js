/**
 * The next semantic version from conventional commits. Before 1.0.0 a breaking change raises the minor version.
 *
 * @param {string} version the last one: `0.1.0`
 * @param {readonly string[]} messages whole commit messages since then
 * @returns {string | undefined} undefined where no commit changes the package for its users
 */
function nextVersion(version, messages) {
  const [major, minor, patch] = version.split(".").map(Number);
  const kinds = messages.map(kindOf);
  if (kinds.includes("breaking")) return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (kinds.includes("feat")) return `${major}.${minor + 1}.0`;
  return kinds.includes("fix") ? `${major}.${minor}.${patch + 1}` : undefined;
}

/** @returns {"breaking" | "feat" | "fix" | undefined} */
function kindOf(message) {
  const [, type, mark] = /^(\w+)(?:\([^)]*\))?(!?):/.exec(message) ?? [];
  if (mark === "!" || /^BREAKING[ -]CHANGE: /m.test(message)) return "breaking";
  if (type === "perf") return "fix";
  return type === "feat" || type === "fix" ? type : undefined;
}

const UNRELEASED = "## [Unreleased]\n";

/**
 * Moves what is unreleased in a changelog beneath a version.
 * @throws Error where nothing is listed there
 */
function released(changelog, version, date) {
  const start = changelog.indexOf(UNRELEASED);
  if (start === -1 || notesOf(changelog, "Unreleased") === "")
    throw new Error("CHANGELOG.md: nothing is listed under Unreleased; add a line for what users notice");
  const head = changelog.slice(0, start + UNRELEASED.length);
  return `${head}\n## [${version}] - ${date}\n${changelog.slice(start + UNRELEASED.length)}`;
}

/** The section of a version: what a release page shows. */
function notesOf(changelog, version) {
  const sections = changelog.split(/^(?=## \[)/m);
  const section = sections.find((text) => text.startsWith(`## [${version}]`)) ?? "";
  return section.slice(section.indexOf("\n") + 1).trim();
}

module.exports = { nextVersion, notesOf, released };
