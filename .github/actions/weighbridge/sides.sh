# Builds the sides that are not given, and reports the paths of both as outputs `base` and `head`.
set -euo pipefail

fail() {
  echo "::error title=Weighbridge::$1"
  exit 1
}

# Runs in a checkout: installs what is missing, and builds.
build() {
  cd "$1/$WORKING_DIRECTORY" || return 1
  if [ -n "$INSTALL" ] && [ -f package.json ] && [ ! -d node_modules ]; then
    bash -eo pipefail -c "$INSTALL" || return 1
  fi
  bash -eo pipefail -c "$COMMAND"
}

root=$(cd "${GITHUB_WORKSPACE:-.}" && pwd)
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
    fail "the base $BASE_COMMIT cannot be fetched"
  git -C "$root" worktree add --force --detach "$checkout" "$BASE_COMMIT" || fail "the base $BASE_COMMIT cannot be checked out"
  (build "$checkout") || fail "the base cannot be built: $COMMAND"
  base="$checkout/$WORKING_DIRECTORY/$OUTPUT"
elif [ "${base#/}" = "$base" ]; then
  base="$project/$base"
fi

head=$HEAD
if [ -z "$head" ]; then
  (build "$root") || fail "the head cannot be built: $COMMAND"
  head="$project/$OUTPUT"
elif [ "${head#/}" = "$head" ]; then
  head="$project/$head"
fi

{
  echo "base=$base"
  echo "head=$head"
} >>"$GITHUB_OUTPUT"
