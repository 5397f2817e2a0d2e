//! Help, the accessibility statement and the legal notice: headings with their paragraphs.

/// A heading and its paragraphs.
pub type Part = (&'static str, &'static [&'static str]);

/// Help.
pub const HELP: &str = "Comment lire ce site";
/// Help.
pub const HELP_LEAD: &str = "Une assemblée pose une question. Des élues et élus répondent. Ce site montre toutes leurs réponses, ce qui les rapproche, et le texte qui peut en sortir.";
/// Help.
pub const HELP_PARTS: &[Part] = &[
    (
        "Une contribution, des verbatims",
        &[
            "Une contribution est un texte, reproduit à la lettre et numéroté : C-0001, C-0002… Le logiciel y repère des passages exacts, les verbatims. C’est un verbatim que l’on rapproche d’un autre, que l’on compte et que l’on cite ; il n’est jamais réécrit.",
            "Un verbatim dit un état des lieux, une idée ou un mode d’action. Quand son auteur ne l’a pas précisé, le logiciel le suggère, et la page le dit.",
        ],
    ),
    (
        "Des thèmes, et ce qui n’en relève pas",
        &[
            "Deux verbatims sont rapprochés quand ils emploient des mots voisins. Un thème réunit ceux qui se ressemblent le plus ; son nom est une expression relevée parmi eux. Chaque thème a une couleur et une forme, pour que l’une ne soit jamais seule à parler.",
        ],
    ),
    (
        "Lire un thème",
        &[
            "Ses mots sont ceux que l’on y emploie bien plus qu’ailleurs. Le χ² (« khi-deux ») mesure de combien : il compare le nombre de verbatims du thème où le mot paraît au nombre attendu si le mot se répartissait au hasard. Au-dessus de 3,8, le hasard seul l’expliquerait moins d’une fois sur vingt.",
            "« Ce qu’il dit » réunit quelques verbatims qui le résument sans se répéter ; « Ce qui divise » met face à face deux verbatims d’auteurs différents qui tirent en sens contraire. Ces choix sont ceux du logiciel : rien n’y est récrit, et tous les verbatims suivent.",
        ],
    ),
    (
        "Signal faible, non rapproché",
        &[
            "Un signal faible est un verbatim que personne d’autre ne dit encore. Ce n’est pas un reste : il est publié avec la raison de son isolement, et c’est souvent là que se lit un sujet neuf.",
            "D’autres verbatims n’ont pas pu être rapprochés : ils sont trop courts, dans une autre langue, ou sans un mot que d’autres emploient. Tous sont publiés et comptés : sur chaque page, les sommes tombent juste.",
        ],
    ),
    (
        "Lire l’arbre",
        &[
            "Au tronc, les thèmes que le plus de signataires partagent ; au bout des branches, les plus particuliers. Deux thèmes d’une même branche sont plus proches entre eux que du reste.",
            "Le nombre de thèmes est choisi par la machine, qui dit à quel point c’est sûr : une division nette se retrouve en recommençant autrement, une division faible n’est qu’une lecture parmi d’autres.",
        ],
    ),
    (
        "Lire la carte",
        &[
            "Chaque point est un verbatim, chaque région un thème ; un cercle vide est un signal faible. Deux points voisins disent des choses voisines. Le haut et le bas, la gauche et la droite ne veulent rien dire, et une grande distance non plus : seul compte ce qui est près de quoi.",
            "D’une analyse à la suivante, la carte repart de la précédente : les régions gardent leur place, leur nom et leur couleur tant que les textes le permettent. La liste sous la carte dit la même chose, et se filtre de la même façon.",
        ],
    ),
    (
        "Une analyse, des analyses",
        &[
            "Chaque analyse est numérotée et reproductible : sa page donne sa recette, et l’empreinte des textes qu’elle a lus. On peut comparer deux analyses, et voir chaque verbatim qui a changé de place.",
        ],
    ),
    (
        "Un brouillon de motion",
        &[
            "Le brouillon est assemblé par le logiciel à partir des verbatims les plus typiques de chaque thème. Il n’invente aucune phrase : tout ce qui est entre guillemets a été écrit par quelqu’un, et le numéro qui suit mène à la contribution. « […] » signale une coupe.",
            "Le pointillé et les mots « brouillon automatique » restent tant qu’aucune personne n’a repris la phrase à son compte.",
        ],
    ),
    (
        "La motion, ses versions et ce que devient chaque verbatim",
        &[
            "Une version publiée porte un numéro, une adresse et une empreinte : elle ne change plus. Elle se garde en PDF, lignes numérotées et code QR par objectif, pour Word (DOCX), pour LibreOffice (ODT), ou en une page qui se lit seule. La comparaison de deux versions se garde en changements suivis : les accepter tous donne la seconde, les refuser tous rend la première.",
            "Chaque verbatim a une suite : citée, reprise sans être citée, rapprochée d’une autre contribution, non reprise avec sa raison, ou encore à traiter. La rédaction la donne en bloc, thème par thème, puis reprend un par un ; le compte se lit par thème, par type, par collège ou par département, et ses sommes sont toujours celles de tous les verbatims. La page d’une contribution dit ce qu’elle est devenue.",
        ],
    ),
    (
        "Se connecter avec un badge",
        &[
            "Pour un congrès, la rédaction imprime des badges depuis la page de la séance. Le code d’un badge ne connecte personne avant le passage à l’accueil : cocher « Entre » l’active. Visé avec un téléphone, il ouvre alors une page dont le bouton connecte ce téléphone, sans courriel ni mot de passe, pour 18 heures. Un badge ne connecte qu’un téléphone à la fois.",
            "Un téléphone est perdu ? L’accueil imprime un autre badge : l’ancien s’éteint aussitôt, et le téléphone perdu est déconnecté si on le demande. Seule une empreinte du code est gardée : un fichier de badges perdu ne se retrouve pas, on réimprime. Comme un badge se photographie, celui de la rédaction, de la présidence et de l’administration porte un nom et pas de code.",
        ],
    ),
    (
        "Amender la motion",
        &[
            "Quand la motion est soumise aux amendements, chaque passage porte un lien « Amender ». On part de ses mots, on n’y change que ce qui doit l’être, et on dit pourquoi ; la différence est montrée mot à mot, et lue à voix haute : « supprimé : … ajouté : … ». On peut aussi insérer un passage, en supprimer un, ou sous-amender. Un amendement se cosigne, se rectifie et se retire jusqu’au délai ; ensuite, il se présente oralement.",
            "L’équipe dit ce qui est recevable, et donne un avis : favorable, défavorable, ou sagesse de l’assemblée. « Ce qui sera vraiment voté » donne l’ordre du vote, du plus éloigné du texte au plus proche, avec ce qui devient sans objet si un amendement est adopté. Un amendement adopté change le texte aussitôt ; si le passage avait changé entre-temps, les deux textes sont montrés, et rien n’est placé d’office.",
        ],
    ),
    (
        "Voter en séance, et ce qui reste secret",
        &[
            "On vote en deux gestes : on choisit, puis on confirme ce que la page répète en toutes lettres. La règle est écrite avant l’ouverture et sous le résultat. Avant la proclamation, personne ne voit autre chose que le nombre de votes, présidence et administration comprises.",
            "La liste des votants est figée à l’ouverture d’un vote. Qui entre ensuite n’y vote pas, sauf si la présidence l’ajoute depuis le pupitre, voix par voix, y compris celles qu’on lui a confiées. Le quorum et le dépouillement suivent, et le journal note chaque ajout. Une voix que quelqu’un porte déjà reste à qui la porte jusqu’à la clôture, même si son titulaire arrive.",
            "Un scrutin public est proclamé avec la liste de qui a choisi quoi. D’un scrutin secret, ni la base, ni ses sauvegardes, ni les journaux du serveur ne permettent de relier un bulletin à une personne : le bulletin est scellé par une clé détruite à la proclamation. Cela ne protège pas contre qui tiendrait le serveur pendant le vote, et qui montre son récépissé montre son vote.",
            "Le journal des votes, que les membres peuvent emporter, scelle chaque écriture par la suivante. La commande « pleniere verify » en vérifie la chaîne et recompte chaque scrutin à partir de ce seul fichier.",
        ],
    ),
    (
        "Le procès-verbal",
        &[
            "Le procès-verbal d’une séance s’écrit de lui-même, d’après la feuille de présence, les pouvoirs, les votes et le journal : qui est venu, de quelle heure à quelle heure, si le quorum était atteint, chaque point, chaque scrutin avec sa règle, ses comptes et son calcul, et ce qui s’est mal passé. Tant qu’il n’est pas signé, c’est un projet, que seuls les membres lisent.",
            "La rédaction ne récrit pas ces faits : elle ajoute à côté une correction ou une remarque, sous son nom et à l’heure dite. Une fois la séance levée, elle arrête le texte et nomme qui le signe : la présidence, le secrétariat, les scrutateurs. Chaque personne signe depuis son compte ou à la main. À la dernière signature, plus rien n’y change, et celui d’une séance publique est à tout le monde ; celui d’une séance à huis clos reste aux membres. Le texte signé garde les noms qu’il porte, même de qui quitte le congrès ensuite.",
            "L’empreinte est celle du texte seul, que chacun peut emporter : « sha256sum » la retrouve. Elle est aussi dans le journal.",
        ],
    ),
    (
        "Si tout tombe en panne",
        &[
            "La page « Accueil » de la séance, réservée à la rédaction, donne à imprimer, la veille, une feuille de présence à signer avec les pouvoirs, des bulletins à découper et une feuille de dépouillement, en général ou pour un vote préparé. La séance se tient alors au stylo ; ses comptes se saisissent ensuite au pupitre.",
        ],
    ),
    (
        "Chercher",
        &[
            "La recherche ignore les accents et les pluriels : « numeriques » trouve « numérique ». Les filtres disent combien de contributions répondent à chacun. L’adresse d’une recherche peut être partagée telle quelle.",
        ],
    ),
    (
        "Pour la rédaction : importer un fichier",
        &[
            "La page « Imports » de la rédaction lit un fichier CSV, XLSX ou ODS de contributions ou de personnes, et montre d’abord comment : les colonnes reconnues, que l’on corrige à la main, les vingt premières lignes, ce qui s’ajoutera, ce qui est déjà là, et chaque ligne refusée avec son numéro et sa raison. Rien n’est ajouté avant le bouton « Importer » ; alors tout l’est d’un coup, et le compte rendu se télécharge.",
            "Le même fichier envoyé deux fois n’ajoute rien : une ligne refusée se corrige dans le fichier, que l’on envoie de nouveau. Les contributions importées paraissent aussitôt. Les personnes importées deviennent membres sans le savoir encore : la page des invitations est l’étape suivante. Un fichier envoyé et laissé là s’efface au bout d’un jour.",
        ],
    ),
    (
        "Imprimer, réutiliser",
        &[
            "Chaque page s’imprime proprement. La page des fichiers donne le dossier complet et les données ouvertes.",
        ],
    ),
];
/// Accessibility.
pub const ACCESS: &str = "Déclaration d’accessibilité";
/// Accessibility.
pub const ACCESS_LEAD: &str = "Ce site vise le référentiel général d’amélioration de l’accessibilité (RGAA 4.1). Aucun audit n’en a encore été fait : il se déclare donc non conforme, comme le référentiel le demande en pareil cas. Cela ne dit pas qu’il soit inutilisable ; voici ce qui est fait, et ce qui reste à faire.";
/// Accessibility.
pub const ACCESS_PARTS: &[Part] = &[
    (
        "Ce qui est fait",
        &[
            "Toutes les pages se lisent et toutes les recherches se font sans JavaScript, au clavier, avec un lecteur d’écran, à 320 pixels de large et au double de la taille du texte.",
            "Les caractères de l’interface, Atkinson Hyperlegible, ont été dessinés pour les personnes malvoyantes. Les couleurs sont contrastées, en clair comme en sombre, et ne portent jamais seules une information.",
        ],
    ),
    (
        "Comment c’est vérifié",
        &[
            "Des essais automatiques parcourent chaque page à chaque modification du logiciel. Ils ne remplacent pas l’essai par des personnes concernées, qui reste à mener.",
        ],
    ),
    (
        "Ce qui résiste",
        &[
            "Les textes des contributions sont reproduits à la lettre : une langue étrangère, un sigle ou une faute n’y sont pas signalés aux lecteurs d’écran.",
        ],
    ),
    (
        "Nous le dire",
        &[
            "Si une page vous résiste, écrivez à l’organisateur du congrès, dont les coordonnées figurent dans les mentions légales. Si sa réponse ne vient pas, le Défenseur des droits peut être saisi.",
        ],
    ),
];
/// Legal notice.
pub const LEGAL: &str = "Mentions légales";
/// Legal notice.
pub const LEGAL_LEAD: &str = "Qui publie ce site, où il est hébergé, et ce que deviennent les données.";
/// A heading.
pub const PUBLISHER: &str = "Éditeur";
/// A heading.
pub const HOST: &str = "Hébergement";
/// A heading.
pub const PERSONAL_DATA: &str = "Données personnelles";
/// A heading.
pub const REUSE: &str = "Réutilisation";
/// Nobody filled in who publishes.
pub const NO_PUBLISHER: &str = "Cette installation n’a pas nommé son éditeur : la loi l’y oblige dès que le site est public. Qui l’administre le fait dans ses réglages, section « publisher ».";
/// Nobody filled in who hosts.
pub const NO_HOST: &str = "Cette installation n’a pas nommé son hébergeur.";
/// Nobody filled in whom to write to.
pub const NO_EMAIL: &str = "Cette installation n’a pas dit à qui écrire pour accéder à ses données, les corriger ou les faire effacer.";
/// What is said of personal data.
pub const SIGNED: &str = "Les contributions sont publiées avec la signature choisie par leurs auteurs.";
/// What is said of personal data.
pub const NO_TRACKER: &str =
    "Ce site ne dépose aucun traceur, ne mesure pas d’audience et ne charge rien depuis un autre site.";
/// Nobody filled in the licence of the texts.
pub const NO_LICENCE: &str = "La licence des textes et des données n’est pas précisée : sans elle, ils se lisent et se citent, mais ne se republient pas en entier.";
/// Where the software and what it carries come from.
pub const CREDITS: &[&str] = &[
    "Communes, départements et régions : Code officiel géographique de l’INSEE. Intercommunalités et leur composition : base BANATIC de la DGCL. Ces données sont réutilisées sous Licence Ouverte 2.0.",
    "Le logiciel Plénière est libre, sous licence AGPL 3.0 ou ultérieure. Caractères : Source Serif et Atkinson Hyperlegible, sous licence SIL OFL 1.1.",
];

/// « Directrice ou directeur de la publication : Agnès Rondeau. »
pub fn director(name: &str) -> String {
    format!("Directrice ou directeur de la publication : {name}.")
}

/// « Responsable du traitement : Association. »
pub fn controller(name: &str) -> String {
    format!("Responsable du traitement : {name}.")
}

/// « Base légale : intérêt légitime. »
pub fn legal_basis(basis: &str) -> String {
    format!("Base légale : {basis}.")
}

/// « Durée de conservation : trois ans. »
pub fn retention(how_long: &str) -> String {
    format!("Durée de conservation : {how_long}.")
}

/// « Pour accéder à vos données … : adresse. »
pub fn rights(email: &str) -> String {
    format!("Pour accéder à vos données, les corriger ou les faire effacer : {email}.")
}

/// « Licence des textes et des données : Licence Ouverte 2.0. »
pub fn licence(name: &str) -> String {
    format!("Licence des textes et des données : {name}.")
}
