# ---
# prefix: terraform-databricks
# title: Databricks catalog, schema and SQL warehouse
# description: A catalog with its place, schemas from a list, rights for a group, and a serverless warehouse that stops.
# needs: [terraform 1.11]
# placeholders: [analysts, "s3://shop-lake/unity"]
# verified: parsed
# verifiedNote: "Terraform and its providers are not on a package index: each block was held against the provider's schema."
# references:
#   - { name: "Terraform provider for Databricks: source", url: "https://github.com/databricks/terraform-provider-databricks", checked: 2026-11-22 }
# ---
# %% snippet
terraform {
  required_providers {
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.99"
    }
  }
}

# Host and credentials come from the environment or from a profile: none of them stands here.
provider "databricks" {}

resource "databricks_catalog" "shop" {
  name         = "shop"
  comment      = "Data of the shop"
  storage_root = "s3://shop-lake/unity"
}

resource "databricks_schema" "layers" {
  for_each = toset(["bronze", "silver", "gold"])

  catalog_name = databricks_catalog.shop.name
  name         = each.key
}

# Sets all rights on the schema: what is granted by hand is taken back. databricks_grant adds to it instead.
resource "databricks_grants" "gold" {
  schema = databricks_schema.layers["gold"].id

  grant {
    principal  = "analysts"
    privileges = ["USE_SCHEMA", "SELECT"]
  }
}

resource "databricks_grant" "catalog" {
  catalog    = databricks_catalog.shop.name
  principal  = "analysts"
  privileges = ["USE_CATALOG"]
}

resource "databricks_sql_endpoint" "reports" {
  name                      = "reports"
  cluster_size              = "2X-Small"
  warehouse_type            = "PRO"
  enable_serverless_compute = true
  auto_stop_mins            = 10
  max_num_clusters          = 2
}
