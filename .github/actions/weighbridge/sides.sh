# Builds the sides that are not given, and reports the paths of both as outputs `base` and `head`.
set -euo pipefail

fail() {
  # An annotation is one line.
  echo "::error title=Weighbridge::${1//$'\n'/ }"
  exit 1
}

# Installs what is missing in a checkout, and builds its side.
build() {
  local side=$1 folder="$2/$WORKING_DIRECTORY"
  [ -d "$folder" ] || fail "the $side has no folder $WORKING_DIRECTORY"
  if [ -n "$INSTALL" ] && [ -f "$folder/package.json" ] && [ ! -d "$folder/node_modules" ]; then
    (cd "$folder" && bash -eo pipefail -c "$INSTALL") || fail "the $side cannot be installed: $INSTALL"
  fi
  (cd "$folder" && bash -eo pipefail -c "$COMMAND") || fail "the $side cannot be built: $COMMAND"
}

root=$(cd "${GITHUB_WORKSPACE:-.}" && pwd)
[ -d "$root/$WORKING_DIRECTORY" ] || fail "there is no folder $WORKING_DIRECTORY"
project=$(cd "$root/$WORKING_DIRECTORY" && pwd)

base=$BASE
if [ -z "$base" ]; then
  [ -n "$BASE_COMMIT" ] || fail "there is no base: run on pull_request, or give the input base"
  checkout="${RUNNER_TEMP:-/tmp}/weighbridge-base"
  rm -rf "$checkout"
  git -C "$root" worktree prune
  # A shallow checkout does not have the commit.
  git -C "$root" cat-file -e "$BASE_COMMIT^{commit}" 2>/dev/null ||
    git -C "$root" fetch --no-tags --depth=1 origin "$BASE_COMMIT" ||
    fail "the base $BASE_COMMIT cannot be fetched; check out with fetch-depth 0, or give the input base"
  git -C "$root" worktree add --force --detach "$checkout" "$BASE_COMMIT" || fail "the base $BASE_COMMIT cannot be checked out"
  build base "$checkout"
  base="$checkout/$WORKING_DIRECTORY/$OUTPUT"
elif [ "${base#/}" = "$base" ]; then
  base="$project/$base"
fi

head=$HEAD
if [ -z "$head" ]; then
  build head "$root"
  head="$project/$OUTPUT"
elif [ "${head#/}" = "$head" ]; then
  head="$project/$head"
fi

{
  echo "base=$base"
  echo "head=$head"
} >>"$GITHUB_OUTPUT"
