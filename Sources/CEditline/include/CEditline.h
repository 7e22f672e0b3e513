// The door to libedit: functions that are not variadic and that know its pitfalls.
#ifndef CEDITLINE_H
#define CEDITLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

// MARK: The system

/// Writes the text of an error number.
void ceditline_error_text(int number, char *buffer, size_t size);

#endif
