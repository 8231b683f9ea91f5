#!/usr/bin/env bash
# Fuzz another program from a shell loop: does the AWS CLI take every text that is valid, and no broken one?
# It needs no network: --generate-cli-skeleton output checks what it is given and prints a made-up answer.
#
#     examples/fuzz_aws_cli.sh [HOW_MANY] [SEED]
set -u
number=${1:-20} seed=${2:-1}
schema=$(dirname "$0")/filters.schema.json
export AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none

takes() {
    aws ec2 describe-instances --generate-cli-skeleton output --filters "$1" </dev/null >/dev/null 2>&1
}

refused=0 taken=0
while IFS= read -r text; do
    takes "$text" || { refused=$((refused + 1)); printf 'valid, and refused: %s\n' "$text"; }
done < <(shorthand fuzz -s "$schema" -n "$number" --seed "$seed")
while IFS= read -r text; do
    takes "$text" && { taken=$((taken + 1)); printf 'broken, and taken: %s\n' "$text"; }
done < <(shorthand fuzz -s "$schema" -n "$number" --seed "$seed" --broken)
echo "$number valid texts, $refused refused; $number broken texts, $taken taken"
[ $((refused + taken)) = 0 ]
