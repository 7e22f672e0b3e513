variable "region" {
  description = "The region of AWS."
  type        = string
  default     = "eu-west-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "A region looks like eu-west-1."
  }
}

variable "name_prefix" {
  description = "What the names of all resources start with."
  type        = string
  default     = "order"

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_-]{0,19}$", var.name_prefix))
    error_message = "A prefix has 1 to 20 letters, digits, '-' and '_', the first a letter."
  }
}

variable "stage" {
  description = "The stage, such as dev or prod; it follows the prefix."
  type        = string
  default     = "dev"

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,9}$", var.stage))
    error_message = "A stage has 1 to 9 letters, digits, '-' and '_'."
  }
}

variable "architecture" {
  description = "The processor of the functions; their packages must be built for it."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "The architecture is arm64 or x86_64."
  }
}

variable "log_level" {
  description = "The events of executions that are logged."
  type        = string
  default     = "ALL"

  validation {
    condition     = contains(["ALL", "ERROR", "FATAL"], var.log_level)
    error_message = "The level is ALL, ERROR or FATAL."
  }
}

variable "log_execution_data" {
  description = "Whether the logs of executions hold inputs, outputs and variables."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "How many days logs are kept."
  type        = number
  default     = 30

  validation {
    condition = contains([
      1,
      3,
      5,
      7,
      14,
      30,
      60,
      90,
      120,
      150,
      180,
      365,
      400,
      545,
      731,
      1096,
      1827,
      3653,
    ], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90… days."
  }
}

locals {
  # Every name on AWS starts with this, so that stages can live side by side.
  prefix = "${var.name_prefix}-${var.stage}"
}
