//! `pleniere help`, `pleniere help COMMAND`.

use clap::Args;

use super::{Complaint, Outcome, french};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "COMMANDE", help = "Commande dont on veut l’aide")]
    command: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut all = french::command();
    // Names of commands in usages come with it.
    all.build();
    let help = match &arguments.command {
        None => all.render_help(),
        Some(name) => match all.find_subcommand_mut(name) {
            Some(command) => command.render_help(),
            None => {
                return Err(Complaint(format!(
                    "« {name} » n’est pas une commande : pleniere help les donne toutes."
                )));
            }
        },
    };
    println!("{}", help.to_string().trim_end());
    Ok(())
}
