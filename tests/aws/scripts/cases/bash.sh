#!/bin/bash
set -e
# aws in a comment
aws ec2 create-tags --resources "$ID" i-1 \
  --tags Key=Name,Value="my server" 'Key=a,Value=b c' Key=d,Value={e,f}
if ! aws s3 ls s3://bucket >/dev/null 2>&1; then
  sudo -u deploy aws s3 mb s3://bucket && echo done
fi
for id in $(aws ec2 describe-instances --query 'Reservations[].Instances[].InstanceId' --output text); do
  aws ec2 stop-instances --instance-ids "$id" | jq .
done
args=(--region us-east-1 --output "json")
TAGS='Key=a,Value=b'
aws ec2 run-instances "${args[@]}" --tag-specifications "ResourceType=instance,Tags=[{$TAGS}]" $TAGS
deploy() {
  local stack=web
  aws cloudformation deploy --stack-name "$stack" --parameter-overrides "A=$1" $EXTRA &
}
case $1 in
  a) aws sts get-caller-identity ;;
esac
aws iam put-role-policy --policy-document "$(cat <<'JSON'
{"Version": "2012-10-17"}
JSON
)"
aws lambda invoke --cli-input-json file:///dev/stdin out.json <<EOF
{"FunctionName": "$NAME"}
EOF
xargs -n 1 aws s3 rm < list
find . | xargs -I {} aws s3 cp {} s3://b/
echo "aws s3 ls in a string" 'aws s3 ls'
AWS_PROFILE=x aws $'s3\tls' $"x" ~/a *.txt `aws sts x`
command -v aws
$AWS s3 ls
docker run --rm -it -v ~/.aws:/root/.aws amazon/aws-cli s3 ls
