#!/bin/bash
sudo -u deploy AWS_PROFILE=x aws s3 ls
env -i A=b aws s3 ls
time aws s3 ls
nohup aws s3 sync . s3://b &
command aws s3 ls
exec aws s3 ls
/usr/local/bin/aws s3 ls
aws2 s3 ls
! aws s3 ls && echo no || aws s3 ls
if ! aws s3api head-bucket --bucket b 2>/dev/null; then aws s3 mb s3://b; fi
A=$(aws sts get-caller-identity --query Account --output text) || exit 1
timeout 30 aws s3 ls
stdbuf -oL aws logs tail g --follow
nice -n 10 aws s3 ls
{ aws s3 ls; aws s3 ls; } > out 2>&1
(cd x && aws s3 ls)
[[ $(aws s3 ls) == *x* ]]
until aws s3 ls; do sleep 1; done
case $(aws s3 ls) in a) aws s3 ls ;; *) ;; esac
for r in $(aws ec2 describe-regions --query 'Regions[].RegionName' --output text); do aws --region "$r" ec2 describe-vpcs; done
watch -n 5 "aws ecs list-tasks --cluster c"
which aws
type aws
man aws
aws --version
aws help
aws ec2 help
aws configure set region us-east-1
aws configure set default.s3.max_concurrent_requests 20
aws configure list-profiles
aws sso login --profile p
aws s3 sync . s3://b --exclude '*' --include '*.txt' --exclude 'a/*' --delete
aws s3 cp --recursive a s3://b --metadata-directive REPLACE --metadata a=b,c=d
aws s3 presign s3://b/k --expires-in 60
