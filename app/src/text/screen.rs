//! What only screens say, and what the desk sets of them.

/// A sitting goes on, and nothing is dealt with yet.
pub const OPEN: &str = "La séance est ouverte";
/// A screen of votes, when there is none.
pub const NO_VOTE: &str = "Aucun vote en cours";
/// A screen at the door, when nobody needs a code.
pub const WELCOME: &str = "Bienvenue";
/// Above names.
pub const NEXT: &str = "Ensuite";
/// Above an address, beside its QR code.
pub const SCAN: &str = "Pour émarger, scannez ce code ou ouvrez";
/// Above the code.
pub const TYPE: &str = "puis tapez";
/// Above the name of a network.
pub const NETWORK: &str = "Réseau Wi-Fi";

/// A heading, at the desk.
pub const SCREENS: &str = "Écrans";
/// Beneath it.
pub const SCREENS_HOW: &str = "Le premier suit la présidence. Les autres montrent toujours la même chose, sur autant d’écrans qu’il y en a.";
/// Beside the addresses.
pub const THEMES: &str = "Fond clair ou sombre : ajoutez « theme=clair » ou « theme=sombre » à l’adresse.";
/// A field.
pub const NETWORK_FIELD: &str = "Réseau Wi-Fi à afficher";
/// Its hint.
pub const NETWORK_HINT: &str =
    "Son nom et, s’il en faut un, son mot de passe : toute la salle les lit. Rien : pas de réseau à l’écran.";
/// A button.
pub const SET_NETWORK: &str = "Afficher ce réseau";

/// What the QR code is, to whoever doesn't see it.
pub fn qr(address: &str) -> String {
    format!("Code QR : {address}")
}

/// The name of a screen, by the code in its address.
pub fn vue(code: &str) -> &'static str {
    match code {
        "ordre-du-jour" => "Ordre du jour",
        "vote" => "Vote en cours ou dernier résultat",
        "parole" => "Prises de parole",
        "accueil" => "Accueil : code, adresse, Wi-Fi",
        _ => "Ce que traite la présidence",
    }
}
