SHELL := /bin/bash
X = a

all: x y
	@aws s3 cp $(X) s3://$${B}/$@ \
	  --acl $(shell echo "a b") # c
	-for i in 1 2; do \
		aws s3 ls $$i; \
	done

ifdef Z
	aws s3 ls
endif
b: ; aws sts x
