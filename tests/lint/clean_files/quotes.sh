#!/bin/bash
aws ec2 create-tags --resources i-1 --tags Key=a,Value='b c'
aws ec2 create-tags --resources i-1 --tags "Key=a,Value='b, c'" Key=c,Value=\"x,y\"
aws ec2 create-tags --resources i-1 --tags $'Key=a,Value=b\tc'
aws ec2 create-tags --resources i-1 --tags 'Key=a,Value="it'"'"'s"'
aws ec2 create-tags --resources i-1 --tags "[{\"Key\":\"a\",\"Value\":\"$V\"}]"
aws ec2 create-tags --resources i-1 --tags '[{"Key":"a","Value":"'"$V"'"}]'
aws ec2 create-tags --resources i-1 --tags '[{"Key":"a","Value":"'$V'"}]'
aws dynamodb put-item --table-name ttt --item '{"a": {"S": "'"$(date)"'"}, "n": {"N": "'$N'"}}'
aws dynamodb put-item --table-name ttt --item "{\"a\": {\"S\": \"${X//\"/\\\"}\"}}"
aws sns publish --topic-arn arn:aws:sns:us-east-1:123456789012:t --message "Hello, world={a}"
aws sns publish --topic-arn "$T" --message "$(jq -n --arg a "$b" '{a: $a}')" --message-attributes '{"k": {"DataType": "String", "StringValue": "v"}}'
aws ssm send-command --instance-ids i-1 --document-name AWS-RunShellScript --parameters 'commands=["echo a","echo b"]'
aws ssm send-command --targets Key=tag:a,Values=b --document-name AWS-RunShellScript --parameters commands="$CMD"
aws ssm put-parameter --name /a --value "a b c" --type SecureString --overwrite
aws lambda invoke --function-name f --payload '{"a":1}' --cli-binary-format raw-in-base64-out out.json
aws ec2 describe-instances --filters "Name=tag:Name,Values=a*" Name=instance-state-name,Values=running,stopped --query 'Reservations[*].Instances[*].[InstanceId,Tags[?Key==`Name`].Value|[0]]' --output table
aws ec2 describe-images --owners self amazon --filters 'Name=name,Values=amzn2-ami-hvm-*-x86_64-gp2' 'Name=state,Values=available' --query 'reverse(sort_by(Images, &CreationDate))[:1].ImageId' --output text
aws ec2 authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 22 --cidr 0.0.0.0/0
aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions IpProtocol=tcp,FromPort=22,ToPort=22,IpRanges='[{CidrIp=0.0.0.0/0,Description="a, b"}]'
aws ec2 authorize-security-group-ingress --group-id sg-1 --ip-permissions IpProtocol=icmp,FromPort=3,ToPort=4,IpRanges='[{CidrIp=10.0.0.0/8}]'
aws elbv2 create-listener --load-balancer-arn $LB --protocol HTTP --port 80 --default-actions Type=forward,TargetGroupArn=$TG
aws route53 change-resource-record-sets --hosted-zone-id Z --change-batch '{"Changes":[{"Action":"UPSERT","ResourceRecordSet":{"Name":"'$D'","Type":"A","TTL":60,"ResourceRecords":[{"Value":"'$IP'"}]}}]}'
aws cloudwatch put-metric-alarm --alarm-name n --metric-name m --namespace AWS/EC2 --statistic Average --period 300 --threshold 70 --comparison-operator GreaterThanThreshold --dimensions Name=InstanceId,Value=i-1 --evaluation-periods 2 --alarm-actions arn:aws:sns:us-east-1:1:t
aws cloudformation deploy --template-file t.yml --stack-name s --parameter-overrides A=b C="d e" --capabilities CAPABILITY_IAM CAPABILITY_NAMED_IAM --no-fail-on-empty-changeset --tags a=b
aws cloudformation create-stack --stack-name s --template-url https://s3.amazonaws.com/b/t.yml --parameters ParameterKey=A,ParameterValue=b ParameterKey=C,ParameterValue=\"a,b\" ParameterKey=D,UsePreviousValue=true
aws ecs run-task --cluster c --task-definition t --network-configuration "awsvpcConfiguration={subnets=[$S],securityGroups=[$G],assignPublicIp=ENABLED}" --overrides '{"containerOverrides":[{"name":"a","command":["b"]}]}'
aws s3api put-bucket-versioning --bucket b --versioning-configuration Status=Enabled
aws s3api create-bucket --bucket b --create-bucket-configuration LocationConstraint=eu-west-1
aws kms encrypt --key-id k --plaintext fileb://<(echo -n x) --query CiphertextBlob --output text
aws ec2 run-instances --user-data file://x.sh --image-id ami-1
aws emr create-cluster --release-label emr-6.0.0 --instance-groups InstanceGroupType=MASTER,InstanceCount=1,InstanceType=m4.large --applications Name=Spark Name=Hive --steps Type=Spark,Name=x,ActionOnFailure=CONTINUE,Args=[--class,org.x,s3://b/x.jar] --use-default-roles
aws autoscaling create-auto-scaling-group --auto-scaling-group-name g --min-size 1 --max-size 2 --tags ResourceId=g,ResourceType=auto-scaling-group,Key=a,Value=b,PropagateAtLaunch=true --launch-template "LaunchTemplateId=lt-1,Version=\$Latest" --vpc-zone-identifier "subnet-1,subnet-2"
