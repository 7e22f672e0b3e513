resource "aws_lambda_function" "inventory" {
  function_name    = "${local.prefix}-inventory"
  description      = "What is in stock: $${all}."
  role             = aws_iam_role.inventory_service.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  filename         = "${path.module}/packages/inventory.zip"
  source_code_hash = filebase64sha256("${path.module}/packages/inventory.zip")
  timeout          = 10
  memory_size      = 512
  depends_on       = [aws_iam_role_policy.inventory_service]

  environment {
    variables = {
      GREETING = "say \"hi\""
      STOCK    = "100 %%{ of it }"
    }
  }

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.inventory_service.name
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "inventory_service" {
  name              = "/aws/lambda/${local.prefix}-inventory"
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "inventory_service" {
  name = "${local.prefix}-inventory-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "sts:AssumeRole"
        Principal = {
          Service = "lambda.amazonaws.com"
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "inventory_service" {
  name = "run"
  role = aws_iam_role.inventory_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.inventory_service.arn}:*"
      },
      {
        Sid    = "Trace"
        Effect = "Allow"
        Action = [
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
        ]
        Resource = "*"
      },
    ]
  })
}
