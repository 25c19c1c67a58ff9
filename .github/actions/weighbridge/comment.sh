# Writes a file as a comment on the pull request. The comment that starts with the file's first line, its marker, is
# updated. Without the permission to comment, the summary of the job is what is left.
set -euo pipefail

file=$1
notice() { echo "::notice title=Weighbridge::$1; the result is in the summary of the job"; }

if [ -z "${PULL_REQUEST:-}" ]; then
  notice "this is no pull request"
  exit 0
fi
if [ -z "${TOKEN:-}" ]; then
  notice "there is no token to comment with"
  exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Not on the command line, which other processes can read.
(
  umask 077
  printf 'Authorization: Bearer %s\n' "$TOKEN" >"$scratch/headers"
)
api="${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY/issues"

# Prints the status; the answer is in $scratch/answer.
request() {
  curl --silent --show-error --max-time 60 --header "@$scratch/headers" --header "Accept: application/vnd.github+json" \
    --output "$scratch/answer" --write-out '%{http_code}' "$@" || true
}

# Ends where an answer is no success: commenting never fails the job.
require() {
  case $1 in
    2*) ;;
    401 | 403 | 404)
      notice "the token may not $2 (HTTP $1)"
      exit 0
      ;;
    *)
      echo "::warning title=Weighbridge::the comment cannot be written (HTTP ${1:-none}); the result is in the summary of the job"
      exit 0
      ;;
  esac
}

# Prints the id of the comment that has the marker, or `none`, and the number of comments of the page.
found() {
  node -e '
    const { readFileSync } = require("node:fs");
    const comments = JSON.parse(readFileSync(process.argv[1], "utf8"));
    const marker = readFileSync(process.argv[2], "utf8").split("\n")[0];
    const own = comments.find(({ body }) => (body ?? "").split(/\r?\n/)[0] === marker);
    console.log(`${own?.id ?? "none"} ${comments.length}`);
  ' "$scratch/answer" "$file"
}

id=none
for page in $(seq 1 30); do
  status=$(request "$api/$PULL_REQUEST/comments?per_page=100&page=$page")
  require "$status" "read comments"
  read -r id amount <<<"$(found)"
  if [ "$id" != none ] || [ "$amount" -lt 100 ]; then break; fi
done

node -e '
  const { readFileSync } = require("node:fs");
  console.log(JSON.stringify({ body: readFileSync(process.argv[1], "utf8") }));
' "$file" >"$scratch/body"

if [ "$id" != none ]; then
  status=$(request --request PATCH --data-binary "@$scratch/body" "$api/comments/$id")
else
  status=$(request --request POST --data-binary "@$scratch/body" "$api/$PULL_REQUEST/comments")
fi
require "$status" "comment"
