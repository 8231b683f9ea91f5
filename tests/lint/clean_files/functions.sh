#!/usr/bin/env bash
set -euo pipefail
aws() { command aws --profile "$PROFILE" "$@"; }
run() { "$@"; }
run aws s3 ls
function tag { aws ec2 create-tags --resources "$1" --tags "Key=$2,Value=$3"; }
tag i-1 Name "a, b"
retry 5 aws ecs wait services-stable --cluster c --services s
aws_cmd="aws --region us-east-1"
$aws_cmd ec2 describe-vpcs
eval "aws ec2 describe-vpcs"
awscli ec2 bogus
aws-vault exec p -- aws s3 ls
alias ll='aws s3 ls'
trap 'aws ec2 terminate-instances --instance-ids "$ID"' EXIT
