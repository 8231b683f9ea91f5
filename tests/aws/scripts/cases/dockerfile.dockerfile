FROM x
RUN apt-get update && \
  # comment
  aws s3 cp a \

  b
CMD ["aws", "s3", "l\"s it's", "$X"]
RUN <<EOF
aws s3 ls
EOF
RUN --mount=type=x,y=z aws foo
HEALTHCHECK --interval=5s CMD aws sts z
RUN cat <<E >x
aws no
E
ENTRYPOINT aws s3 $X
