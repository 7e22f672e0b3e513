resource "aws_lambda_function" "payments" {
  function_name    = "${local.prefix}-payments"
  role             = aws_iam_role.payments_service.arn
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [var.architecture]
  filename         = "${path.module}/packages/payments.zip"
  source_code_hash = filebase64sha256("${path.module}/packages/payments.zip")
  timeout          = 30
  memory_size      = 256
  depends_on       = [aws_iam_role_policy.payments_service]

  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.payments_service.name
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "payments_service" {
  name              = "/aws/lambda/${local.prefix}-payments"
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "payments_service" {
  name = "${local.prefix}-payments-service"
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

resource "aws_iam_role_policy" "payments_service" {
  name = "run"
  role = aws_iam_role.payments_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.payments_service.arn}:*"
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
