#!/bin/bash
aws ec2 describe-instances --instance-ids ${ID:?no id} ${IDS[*]}
aws ec2 describe-instances --filters Name=tag:a,Values=${A:-b},${C}
aws ec2 create-tags --resources i-{1,2} --tags Key=a,Value=b
aws ec2 describe-instances --max-results ${N:-10}
aws ec2 describe-instances --max-results $((N * 2))
aws ec2 run-instances --image-id ami-1 --count "$COUNT" --block-device-mappings "[{\"DeviceName\":\"/dev/sda1\",\"Ebs\":{\"VolumeSize\":${SIZE},\"DeleteOnTermination\":true}}]"
aws $OP describe-instances
aws ec2 $OP --foo
aws ec2 describe-$THING --foo
aws ec2 describe-instances --$NAME x
aws ec2 create-tags --resources i-1 --tags $TAGS
aws ec2 create-tags --resources i-1 $TAGS
aws ec2 create-tags "$@"
aws "$@"
aws ec2 create-tags --resources i-1 --tags Key=$K,$REST
aws ec2 create-tags --resources i-1 --tags "$(printf 'Key=%s,Value=%s ' a b)"
aws s3api put-object --bucket b --key k --body <(echo a)
aws ec2 create-tags --resources `cat ids` --tags Key=`date`,Value=b
TAGS='Key=a,Value=b'
aws ec2 create-tags --resources i-1 --tags $TAGS "${TAGS}"
OPTS="--resources i-1 --tags Key=a,Value=b"
aws ec2 create-tags $OPTS
X=--tags
aws ec2 create-tags --resources i-1 $X Key=a
