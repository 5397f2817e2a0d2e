//! What may be shown of a person beside their words.

use super::{Display, Member, Signature};
use crate::line::Line;
use crate::territory::{SizeBand, Territory, TerritoryLevel};

/// The signature of a member at a level of display. A small commune has one mayor: with the mandate alone, its size and
/// its département stand for its name.
pub(super) fn signature(
    member: &Member,
    display: Display,
    departement: impl Fn(&str) -> Option<Territory>,
) -> Signature {
    let mandate = member.mandate.as_ref().map(Line::as_str);
    let college = member.college;
    match display {
        Display::NameAndMandate => Signature {
            name: Some(member.name.as_str().to_owned()),
            mandate: mandate.map(str::to_owned),
            college,
            territory: member.territory.clone(),
        },
        Display::MandateOnly => {
            let (mandate, territory) = withheld(mandate, member.territory.as_ref(), departement);
            Signature { name: None, mandate, college, territory }
        }
        Display::Nothing => Signature { name: None, mandate: None, college, territory: None },
    }
}

fn withheld(
    mandate: Option<&str>,
    territory: Option<&Territory>,
    departement: impl Fn(&str) -> Option<Territory>,
) -> (Option<String>, Option<Territory>) {
    let Some(territory) = territory else { return (mandate.map(str::to_owned), None) };
    let Some(band) = SizeBand::of(territory).filter(|_| territory.level == TerritoryLevel::Commune) else {
        return (mandate.map(str::to_owned), Some(territory.clone()));
    };
    let what = format!("{}, {}", mandate.unwrap_or("membre"), band.words());
    (Some(what), territory.departement.as_deref().and_then(departement))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::member::College;
    use crate::member::sample::member;

    fn finistère(code: &str) -> Option<Territory> {
        Some(Territory {
            code: code.to_owned(),
            name: "Finistère".to_owned(),
            level: TerritoryLevel::Departement,
            departement: Some(code.to_owned()),
            region: None,
            population: None,
        })
    }

    fn mayor_of(population: Option<u32>) -> Member {
        Member {
            territory: Some(Territory {
                code: "29081".into(),
                name: "Huelgoat".into(),
                level: TerritoryLevel::Commune,
                departement: Some("29".into()),
                region: Some("53".into()),
                population,
            }),
            ..member(&[])
        }
    }

    #[test]
    fn the_mayor_of_a_small_commune_cannot_be_told_from_the_mandate_alone() {
        for population in [None, Some(320), Some(900), Some(3_499)] {
            let shown = mayor_of(population).signature(Display::MandateOnly, finistère);
            let written = format!("{shown:?}");
            assert!(
                !written.contains("Soazig") && !written.contains("Huelgoat") && !written.contains("29081")
            );
            assert!(shown.mandate.unwrap().starts_with("maire, commune de moins de "));
            assert_eq!(shown.territory.unwrap().name, "Finistère");
        }
        let shown = mayor_of(Some(3_500)).signature(Display::MandateOnly, finistère);
        assert_eq!((shown.name, shown.territory.unwrap().name), (None, "Huelgoat".to_owned()));
    }

    #[test]
    fn nothing_is_shown_but_the_college_when_asked() {
        let shown = mayor_of(Some(320)).signature(Display::Nothing, finistère);
        assert_eq!(shown, Signature { college: College::Elected, ..Signature::ANONYMOUS });
        let shown = mayor_of(Some(320)).signature(Display::NameAndMandate, finistère);
        assert_eq!(shown.name.as_deref(), Some("Soazig Tanguy"));
    }
}
