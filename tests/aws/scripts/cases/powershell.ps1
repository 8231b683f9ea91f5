# aws comment
$tags = 'Key=a,Value=b'
aws ec2 create-tags `
  --resources i-1 --tags "Key=Name,Value=$name" 'it''s' Key=a,Value=b | ConvertFrom-Json
if ($x) { & aws s3 ls s3://$bucket/x $env:FOO (Get-Item x) }
aws iam put-role-policy --policy-document @"
{"a": "$b"}
"@
& "C:\Program Files\Amazon\aws.exe" s3 ls @args
aws s3 ls "`$x`tb" > out.txt
