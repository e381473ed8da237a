# ---
# prefix: terraform-backend
# title: State in S3, providers pinned
# description: Keeps the state in a bucket with a lock file, pins Terraform and its provider, and tags all that is made.
# needs: [terraform 1.11]
# placeholders: [shop-terraform-state, pipelines/terraform.tfstate, eu-central-1, data-platform]
# verified: parsed
# verifiedNote: "Terraform is not on a package index: the file was parsed, and its references were followed."
# references:
#   - { name: "Terraform: S3 backend", url: "https://github.com/hashicorp/terraform/blob/main/internal/backend/remote-state/s3/backend.go", checked: 2026-11-22 }
# ---
# %% snippet
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  backend "s3" {
    bucket = "shop-terraform-state"
    key    = "pipelines/terraform.tfstate"
    region = "eu-central-1"
    # The lock is an object beside the state; a DynamoDB table is no longer needed.
    use_lockfile = true
    encrypt      = true
  }
}

variable "environment" {
  description = "Where this is deployed"
  type        = string

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "The environment is dev or prod."
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      environment = var.environment
      owner       = "data-platform"
    }
  }
}
