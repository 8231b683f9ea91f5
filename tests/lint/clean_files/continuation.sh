#!/bin/bash
aws ec2 run-instances \
  --image-id ami-1 \
  --count 1:2 \
  --instance-type t3.micro `# a comment` \
  --block-device-mappings 'DeviceName=/dev/sda1,Ebs={VolumeSize=20}' \
  $( [ -n "$KEY" ] && echo --key-name "$KEY" ) \
  ${SUBNET:+--subnet-id "$SUBNET"} \
  "${EXTRA[@]}"
aws ec2 create-tags --resources i-1 \
	--tags Key=a,Value=b \
	       Key=c,Value=d
# aws ec2 bogus --nope \
aws s3 ls # aws ec2 bogus
