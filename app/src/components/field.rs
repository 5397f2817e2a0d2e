//! Fields of forms: a label, a hint, what was typed, and what is wrong with it, tied together for those who don't see.

use leptos::prelude::*;

use crate::form::Faults;
use crate::text::form as text;

/// A line to fill in.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its name; its id is made from it.
    pub name: &'static str,
    /// What people read.
    pub label: &'static str,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// What it holds.
    pub value: String,
    /// `email`, `tel`, `date` …; text when empty.
    pub kind: &'static str,
    /// What the browser may fill it in with.
    pub autocomplete: &'static str,
    /// Whether digits are typed: the phone shows its number pad.
    pub digits: bool,
}

/// One of several.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value.
    pub code: String,
    /// What people read.
    pub label: String,
    /// What it means.
    pub hint: Option<String>,
    /// Whether it is the one.
    pub chosen: bool,
}

impl Choice {
    /// One that needs no hint, and whether it is the chosen one.
    pub fn of(code: &str, label: impl Into<String>, chosen: &str) -> Self {
        Self { code: code.to_owned(), label: label.into(), hint: None, chosen: code == chosen }
    }
}

/// The id of a field.
pub fn id_of(name: &str) -> String {
    format!("champ-{name}")
}

/// A line with its label.
pub fn line(line: Line, faults: &Faults) -> AnyView {
    let Line { name, label, hint, value, kind, autocomplete, digits } = line;
    let id = id_of(name);
    let fault = faults.at(name);
    view! {
        <div class="field" class:faulty=fault.is_some()>
            <label for=id.clone()>{label}</label>
            {hinted(name, hint.as_deref())}
            <input id=id name=name type=if kind.is_empty() { "text" } else { kind } value=value
                autocomplete=Some(autocomplete).filter(|said| !said.is_empty())
                inputmode=digits.then_some("numeric")
                aria-invalid=fault.map(|_| "true")
                aria-describedby=described(name, hint.is_some(), fault.is_some())/>
            {faulty(name, fault)}
        </div>
    }
    .into_any()
}

/// A text of several lines, in whatever script people write.
pub fn area(name: &'static str, label: &'static str, hint: &str, value: &str, faults: &Faults) -> AnyView {
    let id = id_of(name);
    let fault = faults.at(name);
    // The parser drops a first line break: one more is written, so that none that was typed is lost.
    let typed = format!("\n{value}");
    view! {
        <div class="field" class:faulty=fault.is_some()>
            <label for=id.clone()>{label}</label>
            {hinted(name, Some(hint))}
            {faulty(name, fault)}
            <textarea id=id name=name rows="10" lang="" dir="auto" autocomplete="off"
                aria-invalid=fault.map(|_| "true")
                aria-describedby=described(name, true, fault.is_some())
            >{typed}</textarea>
        </div>
    }
    .into_any()
}

/// A file of the device.
pub fn file(name: &'static str, label: &'static str, hint: &str, faults: &Faults) -> AnyView {
    let id = id_of(name);
    let fault = faults.at(name);
    view! {
        <div class="field" class:faulty=fault.is_some()>
            <label for=id.clone()>{label}</label>
            {hinted(name, Some(hint))}
            <input id=id name=name type="file" aria-invalid=fault.map(|_| "true")
                aria-describedby=described(name, true, fault.is_some())/>
            {faulty(name, fault)}
        </div>
    }
    .into_any()
}

/// One of a few, all of them seen.
pub fn radios(name: &'static str, legend: &'static str, choices: Vec<Choice>, faults: &Faults) -> AnyView {
    let fault = faults.at(name);
    let options = choices.into_iter().enumerate().map(|(rank, choice)| {
        let id = if rank == 0 { id_of(name) } else { format!("{}-{rank}", id_of(name)) };
        let hint = choice.hint.map(|hint| view! { <span class="field-hint">{hint}</span> });
        view! {
            <div class="option">
                <input type="radio" id=id.clone() name=name value=choice.code checked=choice.chosen/>
                <label for=id>{choice.label}{hint}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field options" class:faulty=fault.is_some() aria-describedby=described(name, false, fault.is_some())>
            <legend>{legend}</legend>
            {options.collect_view()}
            {faulty(name, fault)}
        </fieldset>
    }
    .into_any()
}

/// One of many.
pub fn select(name: &'static str, label: &'static str, choices: Vec<Choice>, faults: &Faults) -> AnyView {
    let id = id_of(name);
    let fault = faults.at(name);
    let options = choices.into_iter().map(|choice| {
        view! { <option value=choice.code selected=choice.chosen>{choice.label}</option> }
    });
    view! {
        <div class="field" class:faulty=fault.is_some()>
            <label for=id.clone()>{label}</label>
            <select id=id name=name aria-invalid=fault.map(|_| "true") aria-describedby=described(name, false, fault.is_some())>
                {options.collect_view()}
            </select>
            {faulty(name, fault)}
        </div>
    }
    .into_any()
}

/// Yes or no.
pub fn tick(name: &'static str, value: String, label: String, hint: Option<String>, on: bool) -> AnyView {
    let id = if value == text::YES { id_of(name) } else { format!("{}-{value}", id_of(name)) };
    let hint = hint.map(|hint| view! { <span class="field-hint">{hint}</span> });
    view! {
        <div class="option">
            <input type="checkbox" id=id.clone() name=name value=value checked=on/>
            <label for=id>{label}{hint}</label>
        </div>
    }
    .into_any()
}

/// At the head of a form that came back: how much is wrong, each a link to its field.
pub fn summary(faults: &Faults) -> AnyView {
    if faults.is_empty() {
        return ().into_any();
    }
    let count = u32::try_from(faults.iter().count()).unwrap_or(u32::MAX);
    let lines = faults.iter().map(|(name, sentence)| {
        view! { <li><a href=format!("#{}", id_of(name))>{sentence.to_owned()}</a></li> }
    });
    view! {
        <div class="faults" role="alert">
            <p>{text::to_mend(count)}</p>
            <ul>{lines.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn hinted(name: &str, hint: Option<&str>) -> AnyView {
    hint.map(|hint| view! { <p class="field-hint" id=format!("{}-aide", id_of(name))>{hint.to_owned()}</p> })
        .into_any()
}

fn faulty(name: &str, fault: Option<&str>) -> AnyView {
    fault
        .map(|fault| view! { <p class="fault" id=format!("{}-erreur", id_of(name))>{fault.to_owned()}</p> })
        .into_any()
}

fn described(name: &str, hint: bool, fault: bool) -> Option<String> {
    let ids = [(hint, "aide"), (fault, "erreur")].into_iter().filter(|(there, _)| *there);
    let ids: Vec<String> = ids.map(|(_, what)| format!("{}-{what}", id_of(name))).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plain;

    #[test]
    fn what_is_wrong_is_tied_to_its_field() {
        let faults = Faults::of("courriel", "Écrivez une adresse.");
        let shown = plain(line(
            Line {
                name: "courriel",
                label: "Votre adresse",
                value: "a<b".into(),
                hint: Some("H".into()),
                ..Line::default()
            },
            &faults,
        ));
        assert!(shown.contains(r#"aria-describedby="champ-courriel-aide champ-courriel-erreur""#), "{shown}");
        assert!(shown.contains(r#"id="champ-courriel-erreur""#) && shown.contains(r#"for="champ-courriel""#));
        assert!(shown.contains("a&lt;b"), "what was typed stays, as text");
        assert!(plain(summary(&faults)).contains(r##"href="#champ-courriel""##));
        assert!(!plain(summary(&Faults::default())).contains("faults"));
    }
}
