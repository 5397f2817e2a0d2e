//! A form's fields, as browsers post them.

/// What was typed, as it comes: a name may come many times.
pub type Fields = Vec<(String, String)>;

/// What the first field of that name holds, to the letter; none when there is no such field.
pub fn value<'f>(fields: &'f [(String, String)], name: &str) -> Option<&'f str> {
    fields.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
}

/// The same without white space around it; nothing when there is no such field.
pub fn said(fields: &[(String, String)], name: &str) -> String {
    value(fields, name).map(|value| value.trim().to_owned()).unwrap_or_default()
}
