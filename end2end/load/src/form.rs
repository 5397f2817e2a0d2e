//! Forms, read from a page and posted as a browser does.

/// Names and values.
pub(crate) type Fields = Vec<(String, String)>;

/// What a browser would post from the form of that id if nothing was typed: hidden fields, and what is ticked.
pub(crate) fn fields(html: &str, id: &str) -> Option<Fields> {
    let (form, after) = tags(html, "form").find(|(form, _)| value(form, "id").as_deref() == Some(id))?;
    debug_assert!(form.starts_with("<form"));
    let within = after.split("</form>").next().unwrap_or_default();
    let posted = |input: &str| {
        let kind = value(input, "type").unwrap_or_default();
        match kind.as_str() {
            "hidden" => true,
            "radio" | "checkbox" => value(input, "checked").is_some(),
            _ => false,
        }
    };
    let pair = |(input, _): (&str, &str)| {
        posted(input).then(|| Some((value(input, "name")?, value(input, "value").unwrap_or_default())))?
    };
    Some(tags(within, "input").filter_map(pair).collect())
}

/// Puts a value in the place of those of that name.
pub(crate) fn set(fields: &mut Fields, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

/// The body of a form's post.
pub(crate) fn encoded(fields: &Fields) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    pairs.join("&")
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => {
                escaped.push(char::from(byte));
            }
            b' ' => escaped.push('+'),
            other => escaped += &format!("%{other:02X}"),
        }
    }
    escaped
}

/// Tags of that name, `<` to before `>`, each with what follows it. Our own pages write `>` in a value as `&gt;`.
fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let opening = format!("<{name}");
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let found = &rest[rest.find(&opening)?..];
            let (tag, after) = found.split_once('>')?;
            rest = after;
            if tag[opening.len()..].starts_with(|c: char| c.is_whitespace() || c == '/')
                || tag.len() == opening.len()
            {
                return Some((tag, after));
            }
        }
    })
}

/// The value of an attribute; empty when it has none.
fn value(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag.split_once(char::is_whitespace)?.1;
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '/')).unwrap_or(rest.len());
        let (found, after) = rest.split_at(end);
        let (text, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"')?,
            None => match after.strip_prefix('=') {
                Some(bare) => bare.split_at(bare.find(char::is_whitespace).unwrap_or(bare.len())),
                None => ("", after.strip_prefix('/').unwrap_or(after)),
            },
        };
        if found == name {
            return Some(unescaped(text));
        }
        if after.trim_start().is_empty() {
            return None;
        }
        rest = after;
    }
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_posted_as_it_stands() {
        let html = r#"<form action="/x"><input type="hidden" name="autre" value="1"></form>
            <formula></formula><form class="form" id="ecrire" method="post">
            <input type="hidden" name="cle" value="a&amp;b&quot;"/><textarea name="texte"></textarea>
            <input type="radio" name="affichage" value="nom" checked><input type="radio" name="affichage" value="rien">
            <input id="e1" type="checkbox" name="enjeu" value="2" checked/><input name="vu" type=hidden value=3></form>
            <input type="hidden" name="dehors" value="1">"#;
        let mut found = fields(html, "ecrire").expect("the form");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            found,
            [pair("cle", "a&b\""), pair("affichage", "nom"), pair("enjeu", "2"), pair("vu", "3")]
        );
        set(&mut found, "enjeu", "Où ?");
        assert_eq!(encoded(&found), "cle=a%26b%22&affichage=nom&vu=3&enjeu=O%C3%B9+%3F");
        assert_eq!(fields(html, "absent"), None);
    }
}
