#!/bin/bash
aws s3 ls
