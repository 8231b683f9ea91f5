aws s3 ls before
if aws s3 ls inside; then
fi fi )
aws s3 ls "after
