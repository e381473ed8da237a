# ---
# prefix: terraform-snowflake
# title: Snowflake warehouse, database and role
# description: A small warehouse that sleeps, a database with a schema, and a role with the rights to read what is there and what comes.
# needs: [terraform 1.11]
# placeholders: [TRANSFORMING, SHOP, MART, ANALYST]
# verified: parsed
# verifiedNote: "Terraform and its providers are not on a package index: each block was held against the provider's schema."
# references:
#   - { name: "Terraform provider for Snowflake: source", url: "https://github.com/snowflakedb/terraform-provider-snowflake", checked: 2026-11-22 }
# ---
# %% snippet
terraform {
  required_providers {
    snowflake = {
      source  = "snowflakedb/snowflake"
      version = "~> 2.0"
    }
  }
}

# Account, user and key come from the environment: SNOWFLAKE_ORGANIZATION_NAME, SNOWFLAKE_ACCOUNT_NAME and so on.
provider "snowflake" {
  role = "SYSADMIN"
}

resource "snowflake_warehouse" "transforming" {
  name                                = "TRANSFORMING"
  warehouse_size                      = "XSMALL"
  auto_suspend                        = 60
  auto_resume                         = true
  initially_suspended                 = true
  statement_timeout_in_seconds        = 3600
  statement_queued_timeout_in_seconds = 600
}

resource "snowflake_database" "shop" {
  name                        = "SHOP"
  data_retention_time_in_days = 7
}

resource "snowflake_schema" "mart" {
  database            = snowflake_database.shop.name
  name                = "MART"
  with_managed_access = true
}

resource "snowflake_account_role" "analyst" {
  name = "ANALYST"
}

resource "snowflake_grant_privileges_to_account_role" "database" {
  account_role_name = snowflake_account_role.analyst.name
  privileges        = ["USAGE"]

  on_account_object {
    object_type = "DATABASE"
    object_name = snowflake_database.shop.name
  }
}

resource "snowflake_grant_privileges_to_account_role" "schema" {
  account_role_name = snowflake_account_role.analyst.name
  privileges        = ["USAGE"]

  on_schema {
    schema_name = snowflake_schema.mart.fully_qualified_name
  }
}

# Tables that are made later, too.
resource "snowflake_grant_privileges_to_account_role" "future_tables" {
  account_role_name = snowflake_account_role.analyst.name
  privileges        = ["SELECT"]

  on_schema_object {
    future {
      object_type_plural = "TABLES"
      in_schema          = snowflake_schema.mart.fully_qualified_name
    }
  }
}
