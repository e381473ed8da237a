# Storage and warehouses for the day when one machine is too small. Take what you use.
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
    snowflake = {
      source  = "snowflakedb/snowflake"
      version = "~> 2.0"
    }
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.0"
    }
  }
}

variable "lake_name" {
  description = "Name of the buckets; they are unique in the world"
  type        = string
}

variable "project" {
  description = "Google Cloud project of the BigQuery dataset"
  type        = string
}

# Amazon: the lake.
resource "aws_s3_bucket" "lake" {
  bucket = var.lake_name
}

resource "aws_s3_bucket_public_access_block" "lake" {
  bucket                  = aws_s3_bucket.lake.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_glue_catalog_database" "orders" {
  name = "orders"
}

# Google: a bucket and the warehouse over it.
resource "google_storage_bucket" "lake" {
  name                        = var.lake_name
  project                     = var.project
  location                    = "EU"
  uniform_bucket_level_access = true
}

resource "google_bigquery_dataset" "orders" {
  dataset_id = "orders"
  project    = var.project
  location   = "EU"
}

# Snowflake: a warehouse that stops after a minute without work.
resource "snowflake_warehouse" "transforming" {
  name                = "TRANSFORMING"
  warehouse_size      = "XSMALL"
  auto_suspend        = 60
  auto_resume         = "true"
  initially_suspended = true
}

resource "snowflake_database" "analytics" {
  name = "ANALYTICS"
}

# Databricks: the schema and the volume that databricks.yml names.
resource "databricks_schema" "orders" {
  catalog_name = "main"
  name         = "orders"
}

resource "databricks_volume" "lake" {
  name         = "lake"
  catalog_name = databricks_schema.orders.catalog_name
  schema_name  = databricks_schema.orders.name
  volume_type  = "MANAGED"
}

output "lake" {
  value = "s3://${aws_s3_bucket.lake.bucket}"
}
