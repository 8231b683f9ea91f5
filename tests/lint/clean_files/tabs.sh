	if true; then
		aws ec2 create-tags --resources i-1 \
			--tags	Key=a,Value=b
	fi
