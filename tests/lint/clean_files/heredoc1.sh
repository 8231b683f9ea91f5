#!/bin/bash
cat <<EOF > x.json
{"a": "aws ec2 create-tag --foo"}
aws ec2 create-tag --nope
EOF
aws ec2 create-tags --resources i-1 --tags "$(cat <<'JSON'
[{"Key": "a", "Value": "b"}]
JSON
)"
aws cloudformation create-stack --stack-name s --template-body "$(cat <<EOF
Resources: {}
EOF
)"
