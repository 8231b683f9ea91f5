$tags = "Key=a,Value=b"
aws ec2 create-tags --resources $id --tags $tags
aws ec2 create-tags `
  --resources i-1 `
  --tags 'Key=a,Value=b' "Key=c,Value=$($x.Value)"
$params = @('ec2', 'describe-instances')
& aws @params
aws @params
& 'C:\Program Files\Amazon\AWSCLIV2\aws.exe' s3 ls
$out = aws ec2 describe-instances --query 'x' --output json | ConvertFrom-Json
if (aws s3 ls) { aws s3 ls }
aws ec2 create-tags --resources i-1 --tags '[{\"Key\":\"a\",\"Value\":\"b\"}]'
aws s3 ls; Write-Host "aws ec2 bogus"
# aws ec2 bogus
<# aws ec2 bogus #>
$x = @"
aws ec2 bogus
"@
function f { param($p) aws s3 cp $p s3://b/ }
foreach ($r in $regions) { aws --region $r ec2 describe-vpcs }
Get-Content ids | ForEach-Object { aws ec2 terminate-instances --instance-ids $_ }
Start-Process aws -ArgumentList "s3 ls"
aws ec2 create-tags --resources i-1 --tags "Key=a,Value=`"b, c`""
aws ec2 describe-instances --filters "Name=tag:a,Values=b" --max-items 5 2>$null
