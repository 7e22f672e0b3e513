extension JSONataBuiltins {
  /// All built-in functions of all dialects, in alphabetical order.
  package static let functions: [Function] = [
    Function(name: "abs", parameters: "(number)", summary: "The number without its sign."),
    Function(
      name: "append", parameters: "(array, array)",
      summary: "The elements of both, one after the other."),
    Function(
      name: "assert", parameters: "(condition [, message])",
      summary: "Fails with the message unless the condition is true."),
    Function(name: "average", parameters: "(numbers)", summary: "The mean of the numbers."),
    Function(
      name: "base64decode", parameters: "(string)",
      summary: "The text that was encoded with base 64."),
    Function(
      name: "base64encode", parameters: "(string)",
      summary: "The text encoded with base 64, a byte a character."),
    Function(name: "boolean", parameters: "(value)", summary: "Whether the value counts as true."),
    Function(
      name: "ceil", parameters: "(number)",
      summary: "The smallest whole number that is not below the number."),
    Function(name: "clone", parameters: "(value)", summary: "A deep copy of an object or array."),
    Function(
      name: "contains", parameters: "(string, pattern)",
      summary: "Whether the pattern, a text or a regular expression, occurs in the string."),
    Function(name: "count", parameters: "(array)", summary: "The number of elements."),
    Function(
      name: "decodeUrl", parameters: "(string)",
      summary: "The URL with its escapes resolved."),
    Function(
      name: "decodeUrlComponent", parameters: "(string)",
      summary: "The part of a URL with its escapes resolved."),
    Function(name: "distinct", parameters: "(array)", summary: "The elements without repetitions."),
    Function(
      name: "each", parameters: "(object, function($value [, $key [, $object]]))",
      summary: "What the function gives for each member."),
    Function(
      name: "encodeUrl", parameters: "(string)",
      summary: "The URL with escapes where they are needed."),
    Function(
      name: "encodeUrlComponent", parameters: "(string)",
      summary: "The text escaped for use in a part of a URL."),
    Function(name: "error", parameters: "([message])", summary: "Fails with the message."),
    Function(
      name: "eval", parameters: "(expression [, context])",
      summary: "The value of the expression in a text."),
    Function(name: "exists", parameters: "(value)", summary: "Whether there is a value."),
    Function(
      name: "filter", parameters: "(array, function($value [, $index [, $array]]))",
      summary: "The elements for which the function is true."),
    Function(
      name: "floor", parameters: "(number)",
      summary: "The largest whole number that is not above the number."),
    Function(
      name: "formatBase", parameters: "(number [, radix])",
      summary: "The whole number as text in the radix, 10 unless given."),
    Function(
      name: "formatInteger", parameters: "(number, picture)",
      summary: "The whole number as text in the form of the picture: `I`, `w`, `#,##0`."),
    Function(
      name: "formatNumber", parameters: "(number, picture [, options])",
      summary: "The number as text in the form of the picture: `#,##0.00`."),
    Function(
      name: "fromMillis", parameters: "(milliseconds [, picture [, timezone]])",
      summary: "The time as text, ISO 8601 unless a picture is given."),
    Function(
      name: "hash", parameters: "(string, algorithm)",
      summary: "The hexadecimal hash of the text: MD5, SHA-1, SHA-256, SHA-384, SHA-512."),
    Function(
      name: "join", parameters: "(strings [, separator])",
      summary: "The texts joined to one."),
    Function(name: "keys", parameters: "(object)", summary: "The names of the members."),
    Function(name: "length", parameters: "(string)", summary: "The number of characters."),
    Function(name: "lookup", parameters: "(object, key)", summary: "The member with the name."),
    Function(name: "lowercase", parameters: "(string)", summary: "The text in lower case."),
    Function(
      name: "map", parameters: "(array, function($value [, $index [, $array]]))",
      summary: "What the function gives for each element."),
    Function(
      name: "match", parameters: "(string, pattern [, limit])",
      summary: "The matches of the regular expression."),
    Function(name: "max", parameters: "(numbers)", summary: "The largest of the numbers."),
    Function(
      name: "merge", parameters: "(objects)",
      summary: "One object with the members of all, of which the last wins."),
    Function(
      name: "millis", parameters: "()",
      summary: "The time of the evaluation in milliseconds since 1970."),
    Function(name: "min", parameters: "(numbers)", summary: "The smallest of the numbers."),
    Function(name: "not", parameters: "(value)", summary: "Whether the value counts as false."),
    Function(
      name: "now", parameters: "([picture [, timezone]])",
      summary: "The time of the evaluation as text."),
    Function(
      name: "number", parameters: "(value)",
      summary: "The text or truth value as a number."),
    Function(
      name: "pad", parameters: "(string, width [, characters])",
      summary: "The text filled up to the width, on the left if it is negative."),
    Function(name: "parse", parameters: "(string)", summary: "The value of the JSON in the text."),
    Function(
      name: "parseInteger", parameters: "(string, picture)",
      summary: "The whole number that the text writes in the form of the picture."),
    Function(
      name: "partition", parameters: "(array, size)",
      summary: "The elements in arrays of the size."),
    Function(
      name: "power", parameters: "(base, exponent)",
      summary: "The base raised to the exponent."),
    Function(
      name: "random", parameters: "([seed])",
      summary: "A random number from 0 to 1, 1 excluded; the same for the same seed."),
    Function(
      name: "range", parameters: "(first, last, step)",
      summary: "The numbers from the first to the last, a step apart."),
    Function(
      name: "reduce",
      parameters: "(array, function($previous, $value [, $index [, $array]]) [, initial])",
      summary: "The elements combined to one value."),
    Function(
      name: "replace", parameters: "(string, pattern, replacement [, limit])",
      summary: "The text with matches of the pattern replaced."),
    Function(
      name: "reverse", parameters: "(array)",
      summary: "The elements from the last to the first."),
    Function(
      name: "round", parameters: "(number [, precision])",
      summary: "The number rounded to the number of decimals, halves to the even one."),
    Function(name: "shuffle", parameters: "(array)", summary: "The elements in random order."),
    Function(
      name: "sift", parameters: "(object, function($value [, $key [, $object]]))",
      summary: "The members for which the function is true."),
    Function(
      name: "single", parameters: "(array, function($value [, $index [, $array]]))",
      summary: "The only element for which the function is true."),
    Function(
      name: "sort", parameters: "(array [, function($left, $right)])",
      summary: "The elements in order; the function says when to swap two."),
    Function(
      name: "split", parameters: "(string, separator [, limit])",
      summary: "The parts of the text between separators."),
    Function(name: "spread", parameters: "(object)", summary: "One object for each member."),
    Function(name: "sqrt", parameters: "(number)", summary: "The square root."),
    Function(
      name: "string", parameters: "(value [, prettify])",
      summary: "The value as text, JSON if it is no string."),
    Function(
      name: "substring", parameters: "(string, start [, length])",
      summary: "The part of the text from the position, counted from the end if negative."),
    Function(
      name: "substringAfter", parameters: "(string, characters)",
      summary: "What follows the characters in the text."),
    Function(
      name: "substringBefore", parameters: "(string, characters)",
      summary: "What precedes the characters in the text."),
    Function(name: "sum", parameters: "(numbers)", summary: "The sum of the numbers."),
    Function(
      name: "toMillis", parameters: "(timestamp [, picture])",
      summary: "The time in milliseconds since 1970."),
    Function(
      name: "trim", parameters: "(string)",
      summary: "The text without white space around it, and single spaces within."),
    Function(
      name: "type", parameters: "(value)",
      summary:
        "The kind of the value: `null`, `number`, `string`, `boolean`, `array`, `object`, `function`."
    ),
    Function(name: "uppercase", parameters: "(string)", summary: "The text in upper case."),
    Function(name: "uuid", parameters: "()", summary: "A random identifier (UUID, version 4)."),
    Function(
      name: "zip", parameters: "(array, …)",
      summary: "Arrays of the elements that stand at one position."),
  ]
}
