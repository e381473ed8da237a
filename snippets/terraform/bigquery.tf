# ---
# prefix: terraform-bigquery
# title: BigQuery dataset, table and reader
# description: A dataset with a partitioned, protected table, and the right of a service account to read it.
# needs: [terraform 1.11]
# placeholders: [shop-analytics, customer_id, ordered_at]
# verified: parsed
# verifiedNote: "Terraform and its providers are not on a package index: each block was held against the provider's schema."
# references:
#   - { name: "Terraform provider for Google: source", url: "https://github.com/hashicorp/terraform-provider-google", checked: 2026-11-22 }
# ---
# %% snippet
terraform {
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 7.0"
    }
  }
}

provider "google" {
  project = "shop-analytics"
}

resource "google_bigquery_dataset" "shop" {
  dataset_id  = "shop"
  location    = "EU"
  description = "Cleaned data of the shop"

  # Does not throw away tables that something else has made.
  delete_contents_on_destroy = false
}

resource "google_bigquery_table" "orders" {
  dataset_id          = google_bigquery_dataset.shop.dataset_id
  table_id            = "orders"
  deletion_protection = true
  clustering          = ["customer_id"]

  # A query without a filter on the partition fails instead of reading all.
  require_partition_filter = true

  time_partitioning {
    type  = "DAY"
    field = "ordered_at"
  }

  schema = jsonencode([
    { name = "order_id", type = "INTEGER", mode = "REQUIRED" },
    { name = "customer_id", type = "INTEGER", mode = "REQUIRED" },
    { name = "amount", type = "NUMERIC", mode = "NULLABLE" },
    { name = "ordered_at", type = "TIMESTAMP", mode = "REQUIRED" },
  ])
}

resource "google_service_account" "dashboard" {
  account_id   = "dashboard"
  display_name = "Reads the shop's tables"
}

# _member adds one; _policy and _binding would take the rights away from everyone else.
resource "google_bigquery_dataset_iam_member" "dashboard" {
  dataset_id = google_bigquery_dataset.shop.dataset_id
  role       = "roles/bigquery.dataViewer"
  member     = google_service_account.dashboard.member
}
