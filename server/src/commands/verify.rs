//! `pleniere verify`.

use std::path::PathBuf;

use app::text::number::counted;
use clap::Args;

use super::{Complaint, Outcome};
use crate::voting::{Recounted, Verified, verify};
use crate::words::io;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "FICHIER", help = "Journal des votes, tel que la page des séances le donne")]
    file: PathBuf,
    #[arg(long, help = "Compte rendu en JSON")]
    json: bool,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let path = arguments.file.display();
    let file = std::fs::read(&arguments.file)
        .map_err(|error| Complaint(format!("{path} ne peut pas être lu ({}).", io(&error))))?;
    let verified =
        verify(&file).map_err(|wrong| Complaint(format!("{path} : {wrong}.").replace("..", ".")))?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&verified)?);
    } else {
        print!("{}", told(&verified));
    }
    Ok(())
}

fn told(of: &Verified) -> String {
    let count = u32::try_from(of.ecritures).unwrap_or(u32::MAX);
    let mut said = format!(
        "La chaîne tient : {}.\nEmpreinte de la dernière : {}\n",
        counted(count, "écriture", "écritures"),
        of.empreinte
    );
    for poll in &of.scrutins {
        said.push_str(&line(poll));
    }
    said
}

fn line(of: &Recounted) -> String {
    let verdict = match of.adopte {
        Some(true) => ", adopté",
        Some(false) => ", rejeté",
        None => "",
    };
    let counts = match of.options.is_empty() {
        true => format!("{} pour, {} contre", of.pour, of.contre),
        false => {
            let voices: Vec<String> = of.options.iter().map(ToString::to_string).collect();
            format!("options : {}", voices.join(", "))
        }
    };
    let how = match of.bulletins {
        0 => "à main levée".to_owned(),
        ballots => {
            counted(u32::try_from(ballots).unwrap_or(u32::MAX), "bulletin recompté", "bulletins recomptés")
        }
    };
    format!(
        "Scrutin {} : {counts}, {} abstentions, {} blancs{verdict} ({how})\n",
        of.scrutin, of.abstentions, of.blancs
    )
}
