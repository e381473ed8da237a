import { itRecognises, itStaysFast, itSurvivesFuzzing, type FileKind } from './mentions';

const file: FileKind = { key: 'terraform', path: 'main.tf' };

const sample = `terraform {
  required_providers {
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.0"
    }
  }
}
resource "aws_s3_bucket" "raw" {
  bucket = "\${var.prefix}-raw" # the landing zone
}
resource "aws_iam_policy" "read" {
  policy = <<EOT
    { "Resource": "\${aws_s3_bucket.raw.arn}/*" }
  EOT
}
output "arn" { value = data.aws_s3_bucket.raw.arn }
`;

describe('Terraform', () => {
  describe('providers', () => {
    itRecognises(file, [
      [
        'a source',
        'terraform {\n  required_providers {\n    d = {\n      source = "⟦databricks/data‸bricks⟧"\n    }\n  }\n}',
        'databricks',
      ],
      ['on one line', 'terraform {\n  required_providers {\n    aws = { source = "⟦hashicorp/a‸ws⟧" }\n  }\n}', 'aws'],
      [
        'with its registry',
        'terraform {\n  required_providers {\n    aws = {\n      source = "⟦registry.terraform.io/hashicorp/a‸ws⟧"\n    }\n  }\n}',
        'aws',
      ],
      [
        'in another case',
        'terraform {\n  required_providers {\n    s = {\n      source = "⟦Snowflakedb/snow‸flake⟧"\n    }\n  }\n}',
        'snowflake',
      ],
      ['a module', 'module "x" {\n  source = "databricks/data‸bricks"\n}'],
      ['a block', 'provider "⟦a‸ws⟧" {\n  region = "x"\n}', 'aws'],
      ['a block of another namespace', 'provider "⟦data‸bricks⟧" {}', 'databricks'],
      ['in a lock file', 'provider "⟦registry.terraform.io/hashicorp/a‸ws⟧" {\n}', 'aws'],
      ['a reference', 'resource "x" "y" {\n  provider = ⟦data‸bricks⟧.workspace\n}', 'databricks'],
      ['half-typed', 'provider "⟦aws‸⟧', 'aws'],
    ]);
  });

  describe('resources', () => {
    itRecognises(file, [
      ['a type', 'resource "⟦aws_s3_buc‸ket⟧" "raw" {', 's3'],
      ['the longest prefix', 'resource "⟦aws_vp‸c⟧" "x" {', 'aws'],
      ['a key of its own', 'resource "⟦databricks_jo‸b⟧" "x" {', 'databricks-jobs'],
      ['a type of data', 'data "⟦aws_mwaa_envi‸ronment⟧" "x" {', 'airflow'],
      ['the name', 'resource "x_y" "aws_s3_buc‸ket" {'],
      ['a reference', 'resource "x" "y" {\n  bucket = ⟦aws_s3_buc‸ket⟧.raw.arn\n}', 's3'],
      ['with an index', 'x = ⟦aws_s3_buc‸ket⟧.raw[0].arn', 's3'],
      ['in a list', 'depends_on = [⟦aws_s3_buc‸ket⟧.raw]', 's3'],
      ['data', 'x = data.⟦aws_s3_buc‸ket⟧.raw.arn', 's3'],
      ['in a string', 'x = "${⟦aws_s3_buc‸ket⟧.raw.arn}/*"', 's3'],
      ['a string in an expression in a string', 'x = "${lookup(⟦aws_s3_buc‸ket⟧.raw, "a")}"', 's3'],
      ['in a heredoc', 'x = <<EOT\n  "a": "${⟦aws_s3_buc‸ket⟧.raw.arn}"\nEOT', 's3'],
      ['text of a heredoc', 'x = <<EOT\n  aws_s3_buc‸ket.raw\nEOT'],
      ['after a heredoc', 'x = <<EOT\n  a\nEOT\ny = ⟦aws_s3_buc‸ket⟧.raw.arn', 's3'],
      ['text of a string', 'x = "aws_s3_buc‸ket.raw"'],
      ['an escaped expression', 'x = "$${aws_s3_buc‸ket.raw}"'],
      ['an attribute', 'x = module.aws_s3_buc‸ket.arn'],
      ['a variable', 'x = var.aws_s3_buc‸ket.arn'],
      ['an attribute of a reference', 'x = aws_s3_bucket.raw.aws_s3_buc‸ket.x'],
      ['an argument', 'aws_s3_buc‸ket = 1'],
      ['a comment', '# aws_s3_buc‸ket.raw'],
      ['a comment with slashes', 'x = 1 // aws_s3_buc‸ket.raw'],
      ['a comment over lines', '/*\n aws_s3_buc‸ket.raw\n*/'],
      ['after a path that looks like a comment', 'a = "x/*"\nb = ⟦aws_s3_buc‸ket⟧.raw.arn', 's3'],
      ['half-typed', 'x = ⟦aws_s3_bucket‸⟧.r', 's3'],
    ]);
  });

  itSurvivesFuzzing(file, [sample], 3000);
  itStaysFast(file, sample);
  itStaysFast(file, 'x = "${aws_s3_bucket.a"\n');
});
