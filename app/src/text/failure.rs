//! What is said when a page can't be shown.

use crate::failure::Failure;

/// A few words.
pub fn title(failure: &Failure) -> &'static str {
    match failure {
        Failure::NoPage => "Cette page n’existe pas",
        Failure::NoCongress => "Ce congrès n’est pas ici",
        Failure::NoContribution(..) => "Aucune contribution ne porte ce numéro",
        Failure::NoTheme(..) => "Ce thème n’existe pas dans l’analyse actuelle",
        Failure::NoRun(..) => "Cette analyse n’existe pas",
        Failure::NoFile(_) => "Ce fichier n’existe pas",
        Failure::NoImport(_) => "Ce fichier n’est plus là",
        Failure::NoMember(_) => "Cette personne n’est pas membre de ce congrès",
        Failure::SignIn(_) => "Cette page est réservée aux membres du congrès",
        Failure::OtherCongress(_) => "Vous êtes membre d’un autre congrès",
        Failure::NotAllowed(_) => "Cette page est réservée à l’équipe du congrès",
        Failure::NotYours(_) => "Cette page est réservée à la personne qui a écrit la contribution",
        Failure::NotNow(..) => "Cette contribution ne peut plus être changée",
        Failure::DeadLink => "Ce lien n’ouvre plus",
        Failure::DeadSheet => "Cette feuille n’ouvre plus la table",
        Failure::DeadBadge => "Ce badge ne connecte plus",
        Failure::TooOften(_) => "Trop d’essais depuis cette connexion",
        Failure::BadForm => "Ce formulaire n’a pas pu être lu",
        Failure::LongForm => "C’est trop long pour partir d’un coup",
        Failure::Incident(_) => "Une erreur est survenue de notre côté",
        Failure::Unavailable => "Le site est momentanément indisponible",
    }
}

/// What happened, and what isn't lost.
pub fn sentence(failure: &Failure) -> String {
    match failure {
        Failure::NoPage => "L’adresse a peut-être changé, ou elle a été recopiée avec une lettre de trop. Tout ce qui est publié reste accessible depuis l’accueil.".to_owned(),
        Failure::NoCongress => "Son adresse a peut-être été recopiée avec une lettre de trop. L’accueil mène aux congrès que ce site publie.".to_owned(),
        Failure::NoContribution(_, asked) => format!("Vous avez demandé « {asked} ». Les numéros ressemblent à C-0421 ; la recherche retrouve une contribution par ses mots."),
        Failure::NoTheme(_, asked) => format!("Vous avez demandé le thème « {asked} ». Les thèmes sont numérotés du plus grand au plus petit, et une nouvelle analyse peut en changer le nombre."),
        Failure::NoRun(_, asked) => format!("Vous avez demandé « {asked} ». Seules les analyses qui ont abouti se comparent ; leur liste dit lesquelles."),
        Failure::NoFile(_) => "La liste des fichiers dit lesquels peuvent être téléchargés.".to_owned(),
        Failure::NoImport(_) => "Il a été abandonné, ou il attendait depuis plus d’un jour. Rien n’en a été importé\u{a0}: envoyez-le de nouveau.".to_owned(),
        Failure::NoMember(_) => "L’adresse a peut-être été recopiée avec une lettre de trop. La liste des membres se cherche par nom, par numéro ou par commune.".to_owned(),
        Failure::SignIn(_) => "Connectez-vous par le lien personnel que vous avez reçu par courriel, ou demandez-en un nouveau : il n’y a pas de mot de passe.".to_owned(),
        Failure::OtherCongress(_) => "Cet appareil est connecté pour une autre édition. Connectez-vous par le lien que vous avez reçu pour celle-ci.".to_owned(),
        Failure::NotAllowed(_) => "Votre accès ne permet pas cette page. Si vous pensez qu’il le devrait, demandez-le à l’organisateur.".to_owned(),
        Failure::NotYours(_) => "Seules la personne qui l’a écrite et la rédaction peuvent la modifier, la retirer ou lire ses versions.".to_owned(),
        Failure::NotNow(_, number) => format!("{number} a été retirée ou effacée : il n’y a plus rien à y changer. Vous pouvez en écrire une autre tant que l’appel est ouvert."),
        Failure::DeadSheet => "Son atelier est terminé, elle a été reprise ou remplacée par une autre, ou son adresse est recopiée avec une lettre de trop. Ce qui a été noté est gardé. La rédaction du congrès imprime une nouvelle feuille en une minute.".to_owned(),
        Failure::DeadLink => "Il est trop ancien, il a été remplacé par un autre, ou il a été recopié avec une lettre de trop. Demandez-en un nouveau depuis la page du congrès : il arrive en une minute.".to_owned(),
        Failure::DeadBadge => "Sa journée est finie, il a été repris ou remplacé par un autre, ou son adresse est recopiée avec une lettre de trop. L’accueil de la séance en imprime un nouveau en une minute ; vous pouvez aussi demander un lien par courriel depuis la page du congrès.".to_owned(),
        Failure::TooOften(until) => format!("Beaucoup de personnes ont essayé depuis le même réseau. Réessayez à partir de {until}, ou demandez à l’accueil : rien n’est perdu."),
        Failure::BadForm => "Revenez à la page précédente : ce que vous y avez écrit y est encore. Puis envoyez-le de nouveau.".to_owned(),
        Failure::LongForm => "Rien n’a été enregistré. Revenez à la page précédente : ce que vous y avez écrit y est encore. Raccourcissez-le, ou coupez-le en plusieurs, puis envoyez-le de nouveau.".to_owned(),
        Failure::Incident(number) => format!("Rien de ce qui a été publié n’est perdu. Si cela se reproduit, donnez le numéro d’incident {number} à l’organisateur : il retrouvera ce qui s’est passé."),
        Failure::Unavailable => "Il répond de nouveau d’ici quelques instants. Rien n’est perdu ; rechargez la page dans une minute.".to_owned(),
    }
}

/// The words of the way out.
pub fn way_out(failure: &Failure) -> &'static str {
    match failure {
        Failure::NoContribution(..) => "Chercher dans les contributions",
        Failure::NoTheme(..) => "Voir tous les thèmes",
        Failure::NoRun(..) => "Voir les analyses",
        Failure::NoFile(_) => "Voir les fichiers",
        Failure::NoImport(_) => "Voir les imports",
        Failure::NoMember(_) => "Voir les membres",
        Failure::SignIn(_) | Failure::OtherCongress(_) => "Se connecter",
        Failure::NotNow(..) => "Voir la contribution",
        Failure::NotAllowed(_) | Failure::NotYours(_) => "Revenir au congrès",
        _ => "Revenir à l’accueil",
    }
}
