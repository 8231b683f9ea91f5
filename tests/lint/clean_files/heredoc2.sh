#!/bin/bash
ssh host <<'EOF'
aws s3 ls
aws ec2 describe-instances --filters Name=tag:a,Values=b
EOF
aws iam create-role --role-name r --assume-role-policy-document file:///dev/stdin <<< '{}'
aws s3 cp - s3://b/k <<-EOF
	text
	EOF
