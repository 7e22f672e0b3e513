output "order_state_machine_arn" {
  description = "The state machine of order."
  value       = aws_sfn_state_machine.order.arn
}

output "inventory_function_arn" {
  description = "The function of inventory."
  value       = aws_lambda_function.inventory.arn
}

output "payments_function_arn" {
  description = "The function of payments."
  value       = aws_lambda_function.payments.arn
}
