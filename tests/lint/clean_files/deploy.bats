@test "x" {
  run aws s3 ls
  [ "$status" -eq 0 ]
}
