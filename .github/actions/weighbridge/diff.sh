# Compares both sides, writes the summary of the job and the comment, and fails where a limit is exceeded.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
cd "${GITHUB_WORKSPACE:-.}/$WORKING_DIRECTORY"
markdown="${RUNNER_TEMP:-/tmp}/weighbridge${MARKER:+-${MARKER//[^A-Za-z0-9.-]/-}}.md"

arguments=()
[ -z "$BUDGET" ] || arguments+=(--budget "$BUDGET")
[ "$STRICT" != true ] || arguments+=(--strict)
[ -z "$MARKER" ] || arguments+=(--marker "$MARKER")
# Words are separated by spaces; nothing in them is a pattern.
set -f
# shellcheck disable=SC2206
arguments+=($ARGUMENTS)
# shellcheck disable=SC2206
words=($OPTIONS)
# shellcheck disable=SC2206
weighbridge=($WEIGHBRIDGE)
set +f

code=0
"${weighbridge[@]}" diff "$BASE" "$HEAD" ${words[@]+"${words[@]}"} --format markdown --out "$markdown" \
  ${arguments[@]+"${arguments[@]}"} || code=$?
if [ "$code" -gt 1 ] || [ ! -s "$markdown" ]; then
  echo "::error title=Weighbridge::the sides cannot be compared; see the lines above"
  exit "$((code > 1 ? code : 2))"
fi

cat "$markdown" >>"$GITHUB_STEP_SUMMARY"
exceeded=$([ "$code" -eq 1 ] && echo true || echo false)
{
  echo "markdown=$markdown"
  echo "exceeded=$exceeded"
} >>"$GITHUB_OUTPUT"

bash "$here/comment.sh" "$markdown"
[ "$exceeded" = false ] || echo "::error title=Weighbridge::a limit of the budget is exceeded; see the summary of the job"
exit "$code"
