# ---
# prefix: terraform-emr-serverless
# title: EMR Serverless for Spark, with its role
# description: An application that starts with a job and stops when idle, with a ceiling on its size, and the role that jobs take.
# needs: [terraform 1.11]
# placeholders: [shop-spark, shop-lake, emr-spark-8.2.0]
# verified: parsed
# verifiedNote: "Terraform and its providers are not on a package index: each block was held against the provider's schema."
# ---
# %% snippet
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_emrserverless_application" "spark" {
  name          = "shop-spark"
  type          = "SPARK"
  release_label = "emr-spark-8.2.0"
  architecture  = "ARM64"

  # What all jobs together may take: the ceiling on the bill.
  maximum_capacity {
    cpu    = "64 vCPU"
    memory = "256 GB"
  }

  auto_start_configuration {
    enabled = true
  }

  auto_stop_configuration {
    enabled              = true
    idle_timeout_minutes = 5
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["emr-serverless.amazonaws.com"]
    }

    # Only this application may take the role.
    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = [aws_emrserverless_application.spark.arn]
    }
  }
}

data "aws_iam_policy_document" "lake" {
  statement {
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::shop-lake"]
  }

  statement {
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["arn:aws:s3:::shop-lake/*"]
  }
}

resource "aws_iam_role" "job" {
  name               = "spark-job"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "lake" {
  name   = "lake"
  role   = aws_iam_role.job.id
  policy = data.aws_iam_policy_document.lake.json
}
