#!/bin/sh
aws ec2 describe-instances --query x --output text | xargs aws ec2 terminate-instances --instance-ids
cat ids | xargs -n1 -I{} aws ec2 create-tags --resources {} --tags Key=a,Value=b
cat ids | xargs -P 4 -L 1 sh -c 'aws ec2 stop-instances --instance-ids "$0"'
find . -name '*.json' -exec aws s3 cp {} s3://b/ \;
echo a | xargs -I % aws ec2 create-tags --resources % --tags 'Key=n,Value=%'
parallel aws s3 rm s3://b/{} ::: a b c
while read -r id; do aws ec2 delete-snapshot --snapshot-id "$id"; done < ids
xargs -0 aws s3api delete-object --bucket b --key < keys
