/** For zsh 5 and later, after `compinit`; also as a file `_weighbridge` on `fpath`. */
export const ZSH = `#compdef weighbridge
_weighbridge() {
  local found line value help
  local -a lines values
  found="$(weighbridge __complete "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)" || return 1
  if [[ "$found" == ":files" ]]; then
    compset -P '*='
    _files
    return
  fi
  lines=("\${(@f)found}")
  for line in "\${lines[@]}"; do
    [[ -n "$line" ]] || continue
    value="\${line%% *}"
    [[ "$line" == *' '* ]] && help=":\${line#* }" || help=""
    values+=("\${value//:/\\:}$help")
  done
  _describe weighbridge values
}
if [[ "$funcstack[1]" == _weighbridge ]]; then
  _weighbridge "$@"
else
  compdef _weighbridge weighbridge
fi
`;
