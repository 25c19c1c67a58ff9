/**
 * For bash 3.2 and later. The words are cut out of the line: bash would split them at `=`, `:` and `@`, and wants no more
 * than what follows the last of these.
 */
export const BASH = `# bash completion of weighbridge
_weighbridge() {
  local line="\${COMP_LINE:0:COMP_POINT}" found value current kept
  local -a words
  read -ra words <<<"$line"
  [[ "$line" == *[[:space:]] ]] && words+=("")
  current="\${words[\${#words[@]}-1]}"
  kept="\${current%"\${current##*[=:@]}"}"
  [[ "$COMP_WORDBREAKS" == *=* ]] || kept=""
  COMPREPLY=()
  found="$(weighbridge __complete "\${words[@]:1}" 2>/dev/null)" || return
  if [[ "$found" == ":files" ]]; then
    current="\${current##*=}"
    compopt -o filenames 2>/dev/null
    while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
    return
  fi
  while read -r value _; do
    [[ -n "$value" ]] && COMPREPLY+=("\${value#"$kept"}")
  done <<<"$found"
}
complete -F _weighbridge weighbridge
`;
