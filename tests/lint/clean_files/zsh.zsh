aws ec2 describe-instances ${=opts} $^ids
print -l ${(f)"$(aws s3 ls)"}
aws s3 ls s3://b/**/*(.)
