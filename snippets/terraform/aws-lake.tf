# ---
# prefix: terraform-aws-lake
# title: Bucket and catalog for a data lake
# description: A private, versioned bucket that forgets old versions and failed uploads, and a Glue database over it.
# needs: [terraform 1.11]
# placeholders: [shop-lake, eu-central-1]
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

provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "lake" {
  bucket = "shop-lake"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket                  = aws_s3_bucket.lake.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "lake" {
  bucket = aws_s3_bucket.lake.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "lake" {
  # Versions must be on before rules about them.
  bucket = aws_s3_bucket_versioning.lake.bucket

  rule {
    id     = "forget"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    # Parts of uploads that never ended are billed and seen nowhere.
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

resource "aws_glue_catalog_database" "silver" {
  name         = "silver"
  location_uri = "s3://${aws_s3_bucket.lake.bucket}/silver/"
}

output "lake_arn" {
  description = "For the policies of those who read it"
  value       = aws_s3_bucket.lake.arn
}
