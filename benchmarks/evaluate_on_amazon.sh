#!/bin/sh
# Runs Amazon's NLU evaluation of each annotation set, and profiles its first utterances.
# Needs the ASK CLI, signed in (ask configure), and a skill whose model has been built.
# Usage: benchmarks/evaluate_on_amazon.sh amzn1.ask.skill.... [utterances to profile a set]
set -eu

skill=${1:?give the id of the skill, amzn1.ask.skill....}
profiled=${2:-20}
locale=en-US
cd "$(dirname "$0")/.."
out=build/evaluated
mkdir -p "$out"

# field NAME < JSON: the text of one key
field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

for set in build/annotations/"$locale"-*.json; do
	name=$(basename "$set" .json)
	id=$(ask smapi create-nlu-annotation-set -s "$skill" -l "$locale" --name "$name" | field id)
	ask smapi update-annotations-for-nlu-annotation-sets -s "$skill" --annotation-id "$id" \
		--content-type application/json \
		--update-nlu-annotation-set-annotations-request "file:$set"
	evaluation=$(ask smapi create-nlu-evaluations -s "$skill" -g development -l "$locale" \
		--source-annotation-id "$id" | field id)
	while [ "$(ask smapi get-nlu-evaluation -s "$skill" --evaluation-id "$evaluation" |
		field status)" = IN_PROGRESS ]; do
		sleep 10
	done
	ask smapi get-result-for-nlu-evaluations -s "$skill" --evaluation-id "$evaluation" \
		>"$out/$name.json"

	python3 -c 'import json, sys
for one in json.load(open(sys.argv[1]))["data"][: int(sys.argv[2])]:
    print(one["inputs"]["utterance"])' "$set" "$profiled" |
		while IFS= read -r said; do
			# Without an input of its own the command would read the rest of the list.
			ask smapi profile-nlu -s "$skill" -g development -l "$locale" -u "$said" </dev/null
		done >"$out/$name-profiled.json"
	echo "$out/$name.json"
done
