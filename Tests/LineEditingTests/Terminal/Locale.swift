import Glibc

/// Makes widths those of Unicode, as an editor does when it is opened.
func setUnicode() {
  setlocale(LC_CTYPE, "C.UTF-8")
}
