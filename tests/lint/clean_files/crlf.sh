#!/bin/bash
aws ec2 create-tags --resources i-1 \
  --tags Key=a,Value=b
aws s3 ls
