//! Given names that are common in France, as they are compared: lower case, without accents.

use super::tokens::listed;

/// Whether that is one; of a compound (« marie-claude »), its first part.
pub fn is_given(folded: &str) -> bool {
    let first = folded.split('-').next().unwrap_or("-");
    listed(GIVEN, first)
}

/// One beside the other.
const GIVEN: &str = "\
    abel adele adrien agathe agnes aicha alain albert alexandra alexandre alexia alexis ali alice aline alix \
    amandine amelie amina anais andre andree angelique anna anne annick annie anthony antoine antoinette \
    ariane armand arnaud arthur astrid aude audrey aurelie aurelien axel baptiste barbara bastien beatrice \
    benjamin benoit bernadette bernard bertrand brigitte bruno camille carine carole caroline catherine \
    cecile cedric celine chantal charles charlotte chloe christelle christian christiane christine \
    christophe claire clara claude claudine clemence clement colette coralie corinne cyril damien daniel \
    daniele danielle david delphine denis denise didier dominique dorothee edouard elisabeth elise elodie \
    eloise emma emmanuel emmanuelle eric estelle esther etienne eugenie evelyne fabien fabienne fabrice \
    farid fatima fernand florence florent florian francine francis franck francois francoise frederic \
    frederique gabriel gabrielle gael gaelle gaston genevieve georges gerald gerard germaine ghislaine \
    gilbert gilles ginette gregory guillaume guy gwenaelle hassan helene henri herve hortense hubert hugo \
    huguette idriss ines irene isabelle ismael jacqueline jacques jean jeanne jeannine jeremy jerome joel \
    joelle jonathan joseph josette josiane judith jules julie julien juliette justine karim karine kevin \
    khadija laetitia laure laurence laurent lea leo leon lionel lise loic louis louise luc lucas lucie \
    lucien lucienne ludovic lydie madeleine maelys magali malika manon marc marcel marcelle marguerite marie \
    marine marion marthe martine mathieu mathilde matthieu maurice max maxime melanie michel michele \
    micheline mickael mireille mohamed mohammed monique morgane myriam nadege nadia nadine nathalie nicolas \
    nicole noel noemie norbert odette odile olivia olivier pascal pascale patrice patricia patrick paul \
    paule paulette pauline perrine philippe pierre pierrette quentin rachel rachid raphael raymond raymonde \
    regine regis remi remy renaud rene renee robert roger roland romain roselyne sabine sabrina samia samir \
    samuel sandra sandrine sarah sebastien serge simon simone soazig solange soline sonia sophie stephane \
    stephanie suzanne sylvain sylvie tanguy therese thibault thibaut thierry thomas tristan valentin \
    valentine valerie vanessa veronique victor vincent virginie viviane xavier yann yannick yasmine yolande \
    youssef yvan yves yvette yvonne zoe";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_known_by_their_first_part() {
        assert!(is_given("marie-claude") && is_given("zoe") && !is_given("saint-jean") && !is_given(""));
    }
}
