resource "aws_sfn_state_machine" "order" {
  name     = "${local.prefix}-order"
  type     = "STANDARD"
  role_arn = aws_iam_role.order_workflow.arn
  definition = templatefile("${path.module}/order.asl.json", {
    inventory_function_arn = aws_lambda_function.inventory.arn
    payments_function_arn  = aws_lambda_function.payments.arn
  })
  depends_on = [aws_iam_role_policy.order_workflow]

  logging_configuration {
    level                  = var.log_level
    include_execution_data = var.log_execution_data
    log_destination        = "${aws_cloudwatch_log_group.order_workflow.arn}:*"
  }

  tracing_configuration {
    enabled = true
  }
}

resource "aws_cloudwatch_log_group" "order_workflow" {
  name              = "/aws/vendedlogs/states/${local.prefix}-order"
  retention_in_days = var.log_retention_days
}

resource "aws_iam_role" "order_workflow" {
  name = "${local.prefix}-order-workflow"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "sts:AssumeRole"
        Principal = {
          Service = "states.amazonaws.com"
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "order_workflow" {
  name = "run"
  role = aws_iam_role.order_workflow.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "CallServices"
        Effect   = "Allow"
        Action   = ["lambda:InvokeFunction"]
        Resource = [aws_lambda_function.inventory.arn, aws_lambda_function.payments.arn]
      },
      {
        Sid    = "DeliverLogs"
        Effect = "Allow"
        Action = [
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
        ]
        Resource = "*"
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
