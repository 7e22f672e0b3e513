import Coworks
import ServiceModel

extension Body {
  /// The form of `fields` and `files`, as a browser sends it (`multipart/form-data`).
  init(form fields: KeyValuePairs<String, String>, files: KeyValuePairs<String, File>) {
    self.init(
      content: MultipartWriter.body(
        of: fields.map { FormField($0.key, $0.value) } + files.map { FormField($0.key, $0.value) }))
  }
}
