#!/bin/bash
args=(--instance-ids i-1 i-2)
args+=(--region eu-west-1)
if [ -n "$X" ]; then args+=(--max-items 5); fi
aws ec2 describe-instances "${args[@]}"
declare -a tags=("Key=a,Value=b" "Key=c,Value=d e")
aws ec2 create-tags --resources "${ids[@]}" --tags "${tags[@]}"
declare -A m=([a]=b)
aws ec2 create-tags --resources "${!m[@]}" --tags "Key=${m[a]},Value=${#tags[@]}"
aws "${cmd[@]}"
readarray -t lines < <(aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId' --output text)
local_opts=()
aws s3 ls ${local_opts[@]+"${local_opts[@]}"}
