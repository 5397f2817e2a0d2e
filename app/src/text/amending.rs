//! Amendments.

mod told;

pub use told::{
    avis, brief, by_amendment, cosigned, counted, fallen, falls, grouped, identical, kind, place, poll_text,
    poll_title, several, state, too_long, until, wrong_motive,
};

/// The title of the list.
pub const TITLE: &str = "Amendements";
/// What the list is.
pub const LEAD: &str = "Ce que les membres proposent de changer à la motion, passage par passage.";
/// A link.
pub const ALL: &str = "Tous";
/// A link.
pub const VOTES: &str = "Ce qui sera vraiment voté";
/// What that list is.
pub const VOTES_LEAD: &str = "Dans l’ordre du vote : passage par passage, du plus éloigné du texte au plus proche. Les amendements identiques sont votés ensemble ; ceux que personne ne conteste, en un seul vote, à la fin.";
/// A heading.
pub const IN_ORDER: &str = "Dans l’ordre du vote";
/// Nothing yet.
pub const NONE: &str = "Aucun amendement n’a été déposé.";
/// Nothing to vote.
pub const NO_VOTES: &str = "Aucun amendement n’attend d’être voté.";
/// A heading.
pub const UNCONTESTED: &str = "Vote groupé";
/// What it is.
pub const UNCONTESTED_HOW: &str = "Recevables, d’avis favorable, et qu’aucun autre ne contredit. Avant l’ouverture du vote, toute personne qui a une voix peut demander à l’équipe d’en sortir un du groupe : il est alors voté à part.";
/// A link.
pub const AMEND: &str = "Amender";
/// How one proposes.
pub const HOW: &str =
    "Pour proposer un amendement, ouvrez le texte et choisissez « Amender » sous le passage.";
/// A link.
pub const READ_TEXT: &str = "Lire le texte et l’amender";
/// The title of the form.
pub const PROPOSE: &str = "Proposer un amendement";
/// What the form is.
pub const PROPOSE_LEAD: &str = "Dites ce que vous changez, et pourquoi. Vous pourrez le rectifier, le faire cosigner ou le retirer jusqu’à la fin du délai.";
/// The title of the form of a sub-amendment.
pub const SUB: &str = "Proposer un sous-amendement";
/// The title of the form of somebody who writes otherwise.
pub const RECTIFY: &str = "Rectifier l’amendement";
/// What rectifying does.
pub const RECTIFY_HOW: &str = "L’ancienne rédaction est gardée. La nouvelle est examinée à nouveau, et les cosignataires doivent la signer à leur tour.";
/// A heading.
pub const STANDS: &str = "Le passage, tel qu’il est soumis aux amendements";
/// A heading.
pub const STANDS_WITHIN: &str = "Les mots de l’amendement";
/// A field.
pub const WORDS: &str = "Votre rédaction";
/// Its hint.
pub const WORDS_HINT: &str = "Partez du texte, et n’y changez que ce qui doit l’être : la différence est calculée mot à mot. *mots* pour l’italique, « - » en début de ligne pour une liste.";
/// Its hint, where a block is inserted.
pub const NEW_WORDS_HINT: &str = "Le passage à insérer, tel qu’il doit figurer dans la motion.";
/// A field.
pub const NAME: &str = "Titre, en une ligne";
/// Its hint.
pub const NAME_HINT: &str =
    "Ce que l’amendement change, en quelques mots : « Financer aussi l’entretien des ponts ».";
/// A field.
pub const MOTIVE: &str = "Exposé des motifs";
/// Its hint.
pub const MOTIVE_HINT: &str = "Pourquoi ce changement, en quelques phrases.";
/// A field.
pub const BLOCK_KIND: &str = "Quoi ?";
/// What is said before a deletion.
pub const DELETING: &str = "L’amendement supprime tout ce passage.";
/// A button.
pub const SEND: &str = "Déposer l’amendement";
/// Behind the number of an identical one.
pub const TWIN: &str = "demande exactement la même chose. Vous pouvez le cosigner : ensemble, il a plus de poids. Vous pouvez aussi déposer le vôtre ; ils seront votés ensemble.";
/// A button, once an identical one was shown.
pub const SEND_ANYWAY: &str = "Déposer quand même";
/// A button.
pub const SAVE: &str = "Enregistrer la rectification";
/// A heading.
pub const YOURS: &str = "Ce que le vôtre y changerait";
/// It was done.
pub const DONE: &str = "C’est fait.";
/// It was handed in.
pub const SENT: &str = "Votre amendement est déposé. Il est examiné par l’équipe de rédaction ; vous pouvez encore le rectifier ou le retirer.";
/// One that was said in the room was typed.
pub const ORAL_SENT: &str =
    "L’amendement oral est enregistré et recevable. Son scrutin est préparé si vous avez choisi une séance.";
/// The same form was used for another amendment.
pub const USED: &str = "Ce formulaire a déjà servi à déposer un amendement, avec d’autres mots : celui-ci n’est pas encore déposé. Votre texte est ci-dessous ; déposez-le s’il s’agit bien d’un autre amendement.";
/// The amendment that a sub-amendment changes was written otherwise.
pub const PARENT_CHANGED: &str = "L’amendement que vous sous-amendez a été récrit pendant que vous écriviez. Rien n’est déposé et rien n’est perdu : voici ses mots d’aujourd’hui, et votre rédaction au-dessous. Relisez, puis déposez.";
/// Amendments aren't voted at that stage.
pub const NOT_VOTED: &str =
    "La motion n’est ni soumise aux amendements ni en débat : aucun amendement n’y est mis aux voix.";
/// It wasn't done.
pub const NOT_DONE: &str = "Rien n’a été changé : l’amendement a évolué entre-temps. Le voici tel qu’il est.";
/// The words are those of the text.
pub const UNCHANGED: &str = "Votre rédaction est celle du texte : changez-y ce que vous proposez de changer.";
/// Nothing can be proposed.
pub const NOT_OPEN: &str =
    "La motion n’est pas soumise aux amendements : rien n’est déposé. Votre texte est encore ci-dessous.";
/// It is too late.
pub const OVER: &str = "Le délai de dépôt est passé : rien n’est déposé. Votre texte est encore ci-dessous ; copiez-le, et demandez la parole en séance pour le présenter oralement.";
/// Nothing can be proposed any more.
pub const CLOSED: &str =
    "Le délai de dépôt est passé. En séance, un amendement peut encore être présenté oralement.";
/// Nothing can be proposed yet, or any more.
pub const SHUT: &str = "La motion n’est pas soumise aux amendements en ce moment.";
/// The version was replaced.
pub const REPLACED: &str = "La version sur laquelle vous écriviez a été remplacée, et ce passage a changé. Rien n’est déposé et rien n’est perdu : voici le passage tel qu’il est maintenant, et votre rédaction au-dessous. Relisez, puis déposez.";
/// The block is gone.
pub const GONE: &str = "Ce passage n’est plus dans la dernière version : rien n’est déposé. Votre texte est encore ci-dessous ; rattachez-le à un autre passage.";
/// Somebody wrote it otherwise in between.
pub const STALE: &str = "L’amendement a changé pendant que vous écriviez : rien n’est enregistré, et votre texte est encore ci-dessous.";
/// A heading.
pub const CHANGE: &str = "Ce qui change";
/// A heading.
pub const SIGNED: &str = "Cosignataires";
/// Nobody signs.
pub const NOBODY: &str = "Personne d’autre ne l’a signé.";
/// A button.
pub const COSIGN: &str = "Cosigner";
/// A button.
pub const STOP: &str = "Ne plus cosigner";
/// A button.
pub const WITHDRAW: &str = "Retirer l’amendement";
/// What withdrawing does.
pub const WITHDRAW_HOW: &str = "Il reste lisible, marqué « retiré », et n’est pas voté.";
/// A heading.
pub const AVIS: &str = "Avis de la rédaction";
/// A heading.
pub const REWRITE: &str = "Rédaction que l’équipe propose";
/// What the author is asked.
pub const REWRITE_ASKED: &str = "L’acceptez-vous ? C’est alors cette rédaction qui est votée.";
/// As long as the author hasn't answered.
pub const REWRITE_WAITS: &str = "L’auteur ou l’autrice n’a pas encore répondu.";
/// A button.
pub const ACCEPT: &str = "Accepter cette rédaction";
/// A button.
pub const DECLINE: &str = "Garder la mienne";
/// A heading.
pub const SUBS: &str = "Sous-amendements";
/// A heading.
pub const HISTORY: &str = "Rédactions successives";
/// A heading.
pub const MEANWHILE: &str = "Le passage a changé depuis";
/// It follows.
pub const CARRIED: &str = "L’amendement s’y applique encore. Voici ce qu’il change au texte d’aujourd’hui.";
/// It doesn't.
pub const CONFLICT: &str = "L’amendement ne peut pas y être reporté sans être relu : voici les deux textes. Il n’est placé nulle part d’office.";
/// A heading.
pub const NOW: &str = "Le texte aujourd’hui";
/// A heading.
pub const ASKED: &str = "Le texte que demande l’amendement";
/// The block was taken out.
pub const BLOCK_GONE: &str = "Ce passage n’est plus dans le texte.";
/// It was adopted and the text couldn't take it.
pub const UNAPPLIED: &str =
    "Adopté, mais le passage avait changé : il reste à reporter dans le texte, à la main.";
/// A tag.
pub const ORAL_TAG: &str = "oral";
/// The title of the staff's page.
pub const DESK: &str = "Amendements";
/// What it is.
pub const DESK_LEAD: &str = "Dire ce qui est recevable, donner un avis, préparer les votes. Un amendement adopté change le texte aussitôt.";
/// A heading.
pub const TO_JUDGE: &str = "À examiner";
/// Nothing is left.
pub const ALL_JUDGED: &str = "Tous les amendements ont été examinés.";
/// A heading.
pub const TO_APPLY: &str = "Adoptés, à reporter à la main";
/// A heading.
pub const SETTLED: &str = "Les autres";
/// A heading.
pub const DEADLINE: &str = "Délai de dépôt";
/// A field.
pub const DAY: &str = "Jour";
/// A field.
pub const HOUR: &str = "Heure de Paris";
/// What no day means.
pub const DAY_HINT: &str = "Rien : jusqu’à l’ouverture du débat.";
/// A moment that can't be read.
pub const MOMENT_WRONG: &str = "Donnez un jour et une heure, ou laissez les deux vides.";
/// A button.
pub const SET: &str = "Fixer le délai";
/// A heading.
pub const POLLS: &str = "Préparer les scrutins";
/// What the button does.
pub const POLLS_HOW: &str = "Un scrutin par amendement recevable ou par groupe d’identiques, dans l’ordre ci-dessus, puis un scrutin pour le vote groupé. Ceux qui ont déjà le leur sont laissés.";
/// A field.
pub const SITTING: &str = "Séance";
/// A field.
pub const MEANS: &str = "Comment vote-t-on ?";
/// A button.
pub const PREPARE: &str = "Préparer les scrutins";
/// Nothing to prepare.
pub const NO_SITTING: &str = "Convoquez d’abord une séance : c’est là que les scrutins se préparent.";
/// A link.
pub const ORAL: &str = "Saisir un amendement oral";
/// What the form does.
pub const ORAL_LEAD: &str =
    "Présenté en séance : il est recevable d’office, et son scrutin est préparé aussitôt.";
/// A field.
pub const PLACE: &str = "Passage";
/// A field.
pub const BY: &str = "Présenté par";
/// Its hint.
pub const BY_HINT: &str = "Comme la personne se nomme en séance.";
/// A field.
pub const WHAT: &str = "Que fait-il ?";
/// A field.
pub const ORAL_WORDS: &str = "Nouvelle rédaction";
/// Its hint.
pub const ORAL_WORDS_HINT: &str = "Pour remplacer : tout le passage, ou seulement « ancien → nouveau », par exemple « au pont → avant le pont ». Rien pour supprimer.";
/// What should be replaced isn't there.
pub const NOT_THERE: &str = "Ces mots ne figurent pas, ou figurent plusieurs fois, dans le passage : donnez-en davantage, à la lettre.";
/// The reason of an oral amendment where none was typed.
pub const ORAL_MOTIVE: &str = "Présenté oralement.";
/// A button.
pub const TYPE: &str = "Enregistrer et préparer le scrutin";
/// A heading.
pub const ADMISSIBLE: &str = "Recevabilité";
/// A button.
pub const ADMIT: &str = "Recevable";
/// A button.
pub const REFUSE: &str = "Irrecevable";
/// A field.
pub const REFUSED_FOR: &str = "Motif, si l’amendement est irrecevable";
/// It is missing.
pub const REFUSED_FOR_MISSING: &str =
    "Un amendement n’est déclaré irrecevable qu’avec un motif : écrivez-le.";
/// A field.
pub const AVIS_WORDS: &str = "Quelques mots";
/// Its hint.
pub const AVIS_WORDS_HINT: &str = "Pourquoi cet avis. Facultatif.";
/// A field.
pub const AVIS_REWRITE: &str = "Autre rédaction, à proposer à l’auteur ou à l’autrice";
/// Its hint.
pub const AVIS_REWRITE_HINT: &str = "Facultatif. Elle n’est votée que si l’auteur ou l’autrice l’accepte.";
/// A button.
pub const ADVISE: &str = "Donner cet avis";
/// A button.
pub const TAKE_APART: &str = "Sortir du vote groupé";
/// What taking out does once the poll is prepared.
pub const TAKE_APART_HOW: &str = "Si le scrutin groupé est déjà préparé, il est annulé : « Préparer les scrutins » en refait un pour les autres.";
/// A button.
pub const PUT_BACK: &str = "Remettre dans le vote groupé";
/// A button.
pub const APPLIED: &str = "C’est reporté dans le texte";
/// A link.
pub const OPEN_BLOCK: &str = "Ouvrir le passage";
/// A link.
pub const JUDGE: &str = "Examiner";
/// At the beginning of the motion.
pub const FIRST: &str = "Au début de la motion";
/// The reason of a poll that decides nothing any more.
pub const IDLE: &str = "Un amendement est devenu sans objet ou a été retiré";
/// The reason of a poll on words that a sub-amendment changed.
pub const REWRITTEN: &str = "Un sous-amendement adopté a changé les mots de l’amendement";
/// The reason of a poll on several of which one is to be voted by itself.
pub const UNGROUPED: &str = "Un amendement est sorti du vote groupé";
