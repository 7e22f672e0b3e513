#include "CEditline.h"

#include <string.h>

void ceditline_error_text(int number, char *buffer, size_t size) {
#if defined(__GLIBC__)
  char scratch[256];
  strncpy(buffer, strerror_r(number, scratch, sizeof scratch), size);
  buffer[size - 1] = '\0';
#else
  strerror_r(number, buffer, size);
#endif
}
