//! The command line in French: clap reads it, and what it would say in English is said here.

use std::ffi::OsString;
use std::num::ParseIntError;
use std::process::ExitCode;

use clap::builder::ArgAction;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};
use domain::UnknownCode;
use domain::email::EmailError;
use domain::words::SlugError;

use super::Cli;
use crate::words;

/// What clap answers instead of a command to obey: help that was asked for, or what is wrong.
#[derive(Debug)]
pub(super) struct Answer {
    text: String,
    wrong: bool,
}

impl Answer {
    /// Prints it; the exit code.
    pub fn give(&self) -> ExitCode {
        if self.wrong {
            eprintln!("{}", self.text);
            return ExitCode::from(2);
        }
        println!("{}", self.text);
        ExitCode::SUCCESS
    }
}

/// Reads a command line.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Cli, Answer> {
    let read = command().try_get_matches_from(arguments).and_then(|found| Cli::from_arg_matches(&found));
    read.map_err(|error| answer(&error))
}

/// The command line with French headings and help.
pub(super) fn command() -> Command {
    let command = french(Cli::command());
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    command
        .disable_version_flag(true)
        .arg(version.help("Affiche la version"))
        .subcommand_value_name("COMMANDE")
        .mut_subcommands(french)
}

fn french(command: Command) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help("Affiche cette aide");
    let command = command.mut_args(described).disable_help_flag(true).disable_help_subcommand(true).arg(help);
    let mut template = "{about}\n\nUsage : {usage}".to_owned();
    if command.get_subcommands().next().is_some() {
        template.push_str("\n\nCommandes :\n{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        template.push_str("\n\nArguments :\n{positionals}");
    }
    command.help_template(template + "\n\nOptions :\n{options}")
}

/// The values that an argument takes, and the one that it takes by itself, in its help.
fn described(arg: Arg) -> Arg {
    let takes = arg.get_action().takes_values();
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).filter(|_| takes).collect();
    let default: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if !values.is_empty() {
        help.push_str(&format!(" : {}", values.join(", ")));
    }
    if takes && !default.is_empty() {
        help.push_str(&format!(" (par défaut : {})", default.join(", ")));
    }
    arg.help(help).hide_possible_values(true).hide_default_value(true)
}

fn answer(error: &clap::Error) -> Answer {
    match error.kind() {
        ErrorKind::DisplayHelp => Answer { text: help(error), wrong: false },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Answer { text: help(error), wrong: true },
        ErrorKind::DisplayVersion => {
            Answer { text: format!("Plénière {}", env!("CARGO_PKG_VERSION")), wrong: false }
        }
        kind => {
            let text = format!("pleniere : {}\n{}", sentence(kind, error), way_out(error));
            Answer { text, wrong: true }
        }
    }
}

/// Help as clap laid it out from the template.
fn help(error: &clap::Error) -> String {
    error.to_string().trim_end().to_owned()
}

/// What is wrong.
fn sentence(kind: ErrorKind, error: &clap::Error) -> String {
    let told = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (arg, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    match kind {
        ErrorKind::UnknownArgument => format!("« {arg} » n’est pas une option de cette commande."),
        ErrorKind::InvalidSubcommand => {
            format!("« {} » n’est pas une commande.", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "il manque une commande.".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("il manque {}.", listed(error)),
        ErrorKind::InvalidValue if value.is_empty() => format!("il manque une valeur après « {arg} »."),
        ErrorKind::InvalidValue => {
            format!("« {value} » ne convient pas à « {arg} » ; il y a : {}.", told(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => {
            format!("« {value} » ne convient pas à « {arg} » : {}.", reason(error))
        }
        ErrorKind::ArgumentConflict => {
            let prior = told(ContextKind::PriorArg);
            if prior.is_empty() || prior == arg {
                format!("« {arg} » ne peut être donné qu’une fois.")
            } else {
                format!("« {arg} » ne va pas avec « {prior} ».")
            }
        }
        ErrorKind::TooManyValues => format!("« {value} » est de trop pour « {arg} »."),
        ErrorKind::InvalidUtf8 => "un argument n’est pas du texte en UTF-8.".to_owned(),
        _ => format!("« {arg} » n’est pas utilisé comme il faut."),
    }
}

/// The arguments that miss, as they are written.
fn listed(error: &clap::Error) -> String {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(missing)) => {
            missing.iter().map(|arg| format!("« {arg} »")).collect::<Vec<_>>().join(" et ")
        }
        Some(other) => format!("« {other} »"),
        None => "un argument".to_owned(),
    }
}

/// Why a value isn't one.
fn reason(error: &clap::Error) -> String {
    let Some(source) = std::error::Error::source(error) else { return "la valeur est illisible".to_owned() };
    if let Some(error) = source.downcast_ref::<SlugError>() {
        words::slug(*error).to_owned()
    } else if source.is::<EmailError>() {
        "une adresse ressemble à mairie@commune.fr".to_owned()
    } else if source.is::<UnknownCode>() {
        "ce n’est pas l’un des mots que l’aide de cette commande énumère".to_owned()
    } else if source.is::<ParseIntError>() {
        "il faut un nombre entier".to_owned()
    } else {
        "la valeur est hors de ses bornes ou illisible".to_owned()
    }
}

/// What was perhaps meant, and where help is.
fn way_out(error: &clap::Error) -> String {
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let meant = meant.into_iter().find_map(|kind| error.get(kind)).map(ToString::to_string);
    let meant = meant.map(|meant| format!("Peut-être vouliez-vous dire « {meant} ». ")).unwrap_or_default();
    format!("{meant}L’aide : pleniere --help, ou pleniere COMMANDE --help.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(arguments: &str) -> String {
        let words = std::iter::once("pleniere").chain(arguments.split_whitespace()).map(OsString::from);
        parse(words).expect_err("clap answers").text
    }

    /// Words that clap alone would use.
    const ENGLISH: [&str; 12] = [
        "Usage:",
        "Options:",
        "Arguments:",
        "Commands:",
        "Print",
        "error:",
        "possible values",
        "default:",
        "For more information",
        "invalid",
        "required",
        "tip:",
    ];

    #[test]
    fn help_and_complaints_are_french() {
        for (arguments, sentence) in [
            ("", "Commandes"),
            ("--help", "Affiche cette aide"),
            ("--version", "Plénière"),
            ("import --help", "Arguments"),
            ("export --help", "\u{a0}: pdf, "),
            ("evaluate --help", "par défaut"),
            ("imprt", "n’est pas une commande"),
            ("serve --vite", "n’est pas une option"),
            ("import --congress essai", "il manque « <FICHIER> »"),
            ("analyse --congress Été", "lettres minuscules"),
            ("analyse --congress essai --k beaucoup", "nombre entier"),
            ("analyse --congress", "il manque une valeur"),
            ("analyse --congress a-b --congress c-d", "qu’une fois"),
            ("export --congress essai --format xlsx --out x", "il y a\u{a0}: pdf, "),
        ] {
            let text = said(arguments);
            assert!(text.replace('\u{202f}', " ").contains(sentence), "{arguments}: {text}");
            for english in ENGLISH {
                assert!(!text.contains(english), "{arguments}: {english} in {text}");
            }
        }
    }
}
