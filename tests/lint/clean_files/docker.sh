#!/bin/sh
docker run --rm -it -v ~/.aws:/root/.aws -e AWS_PROFILE amazon/aws-cli s3 ls
docker run --rm amazon/aws-cli:2.15.0 ec2 describe-instances --instance-ids i-1
docker run --rm --entrypoint sh amazon/aws-cli -c 'aws s3 ls'
docker run public.ecr.aws/aws-cli/aws-cli sts get-caller-identity
podman run --network=host docker.io/amazon/aws-cli:latest s3 ls
docker pull amazon/aws-cli
docker run --entrypoint "" amazon/aws-cli aws s3 ls
docker run --rm --entrypoint /bin/bash amazon/aws-cli
docker exec -it c aws s3 ls
docker compose run --rm awscli s3 ls
docker run --rm myorg/aws-cli-tool ec2 bogus
