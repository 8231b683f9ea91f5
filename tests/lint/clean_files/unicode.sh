aws ec2 create-tags --resources i-1 --tags "Key=名前,Value=日本"
aws sns publish --topic-arn t --message "héllo – world"
