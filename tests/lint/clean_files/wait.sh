aws ec2 wait instance-running --instance-ids i-1
aws ec2 wait instance-running --instance-ids $(aws ec2 run-instances --image-id ami-1 --query 'Instances[0].InstanceId' --output text)
aws logs filter-log-events --log-group-name g --start-time $(( $(date +%s) * 1000 )) --filter-pattern '{ $.a = "b" }'
aws logs put-metric-filter --log-group-name g --filter-name f --filter-pattern '[ip, user]' --metric-transformations metricName=m,metricNamespace=n,metricValue=1
aws cloudwatch get-metric-statistics --namespace AWS/EC2 --metric-name CPUUtilization --start-time 2020-01-01T00:00:00Z --end-time "$(date -u +%FT%TZ)" --period 300 --statistics Average Maximum --dimensions Name=InstanceId,Value=i-1
aws events put-targets --rule r --targets "Id"="1","Arn"="arn:aws:lambda:x"
aws events put-rule --name r --schedule-expression "rate(5 minutes)" --event-pattern '{"source":["aws.ec2"]}'
aws lambda add-permission --function-name f --statement-id s --action lambda:InvokeFunction --principal events.amazonaws.com
aws lambda update-function-configuration --function-name f --environment "Variables={A=b,C=d}"
aws lambda create-function --function-name f --runtime python3.12 --role arn:aws:iam::123456789012:role/r --handler a.b --zip-file fileb://f.zip --environment Variables={A=b} --timeout 30
aws dynamodb create-table --table-name ttt --attribute-definitions AttributeName=a,AttributeType=S --key-schema AttributeName=a,KeyType=HASH --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1
aws dynamodb query --table-name ttt --key-condition-expression 'a = :v' --expression-attribute-values '{":v":{"S":"b"}}' --no-scan-index-forward
aws rds modify-db-instance --db-instance-identifier d --apply-immediately --no-multi-az
aws cognito-idp admin-create-user --user-pool-id us-east-1_x --username u --user-attributes Name=email,Value=a@b.c
aws secretsmanager get-secret-value --secret-id s --query SecretString --output text | jq -r .x
aws eks update-kubeconfig --name c --alias a
aws codebuild start-build --project-name p --environment-variables-override name=A,value=b,type=PLAINTEXT
aws apigateway put-integration --rest-api-id a --resource-id b --http-method GET --type AWS_PROXY --integration-http-method POST --uri arn:x
aws apigateway update-stage --rest-api-id a --stage-name s --patch-operations op=replace,path=/x,value=true
aws iam put-role-policy --role-name r --policy-name p --policy-document '{"Version":"2012-10-17","Statement":[]}'
aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::123456789012:user/u --action-names s3:GetObject
aws organizations list-accounts --query 'Accounts[].Id' --output text
aws s3api put-bucket-policy --bucket b --policy "$(cat p.json)"
aws s3api put-bucket-tagging --bucket b --tagging 'TagSet=[{Key=a,Value=b},{Key=c,Value=d}]'
aws s3api put-bucket-lifecycle-configuration --bucket b --lifecycle-configuration '{"Rules":[{"ID":"a","Status":"Enabled","Prefix":"","Expiration":{"Days":1}}]}'
aws s3api complete-multipart-upload --bucket b --key k --upload-id u --multipart-upload 'Parts=[{ETag=a,PartNumber=1}]'
aws ec2 create-launch-template --launch-template-name n --launch-template-data '{"ImageId":"ami-1"}'
aws ec2 modify-instance-attribute --instance-id i-1 --no-source-dest-check
aws ec2 modify-instance-attribute --instance-id i-1 --groups sg-1 sg-2
aws ec2 modify-vpc-attribute --vpc-id v --enable-dns-hostnames '{"Value":true}'
aws ec2 modify-vpc-attribute --vpc-id v --enable-dns-hostnames
aws ec2 describe-spot-price-history --instance-types t3.micro --product-descriptions "Linux/UNIX" --start-time $(date +%s)
