//! The life of a contribution: what is posted, rewritten, hidden, taken back and erased, and what is left of it then.

use domain::congress::Congress;
use domain::contribution::{ContributionNumber, Draft, Kind, Life, State, Target};
use domain::id::{CongressId, MemberId};
use domain::member::{Display, Member};
use domain::moderation::HidingReason;
use domain::reading::{CorpusQuery, OwnContribution, Withheld};
use domain::settings::Moderation;
use storage::{Hiding, NewContribution, NewText, Posted, Rewriting, Rewritten, Storage, StorageError};

use crate::fixture::{Counting, at, contribution, saved_congress, saved_corpus};
use crate::people::{person, saved};
use crate::runs::saved_analysis;

pub const WORDS: &str = "La fibre s’arrête au pont, et la mairie aussi.";
pub const ANEW: &str = "La fibre passe le pont. La mairie, toujours pas.";

pub async fn author(storage: &Storage, congress: &Congress, name: &str, entropy: &mut Counting) -> Member {
    let new = person(congress.id, name, entropy);
    assert!(saved(storage, &new).await);
    new.member
}

pub fn text(i: usize, author: MemberId, state: State, entropy: &mut Counting) -> NewText {
    let contribution = NewContribution {
        body: WORDS.parse().unwrap(),
        title: None,
        member: Some(author),
        stems: vec![("fibr".to_owned(), 1), ("pont".to_owned(), 1)],
        ..contribution(i, entropy)
    };
    NewText { contribution, state, display: Display::NameAndMandate, entered_by: None, complement_of: None }
}

pub async fn posted(storage: &Storage, congress: CongressId, new: NewText) -> Posted {
    let mut work = storage.write().await.unwrap();
    let posted = work.post_text(congress, new).await.unwrap();
    work.save().await.unwrap();
    posted
}

pub async fn own(storage: &Storage, congress: CongressId, number: ContributionNumber) -> OwnContribution {
    storage.read().await.unwrap().own(congress, number).await.unwrap().unwrap()
}

pub async fn found(storage: &Storage, congress: CongressId, stem: &str) -> u32 {
    let stems = [stem.to_owned()];
    let query = CorpusQuery { words: stem.to_owned(), page: 1, ..CorpusQuery::default() };
    storage.read().await.unwrap().corpus_page(congress, &query, &stems).await.unwrap().total
}

pub fn rewriting(own: &OwnContribution, by: MemberId, moderation: Moderation) -> Rewriting {
    Rewriting {
        contribution: own.contribution.id,
        from: own.contribution.version,
        body: ANEW.parse().unwrap(),
        stems: vec![("mair".to_owned(), 1)],
        kind: Some(Kind::Idea),
        areas: Vec::new(),
        display: Display::MandateOnly,
        signature: own.contribution.signature.clone(),
        moderation,
        at: at(90),
        by,
    }
}

pub async fn rewrite(storage: &Storage, new: &Rewriting) -> Rewritten {
    let mut work = storage.write().await.unwrap();
    let done = work.rewrite(new).await.unwrap();
    work.save().await.unwrap();
    done
}

/// Whether any table holds those words.
pub async fn anywhere(storage: &Storage, words: &str) -> bool {
    let mut reading = storage.read().await.unwrap();
    let mut all = Vec::new();
    for table in reading.tables().await.unwrap() {
        let sink = |line: &[u8]| {
            all.extend_from_slice(line);
            Ok::<_, StorageError>(())
        };
        reading.pour(&table, sink).await.unwrap();
    }
    String::from_utf8(all).unwrap().contains(words)
}

on_both! {
    async fn a_text_is_posted_once_whatever_is_sent_twice(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let first = posted(&db.storage, congress.id, text(1, author.id, State::Published, &mut entropy)).await;
        let again = posted(&db.storage, congress.id, text(1, author.id, State::Published, &mut entropy)).await;
        assert!(!first.already_there && again.already_there);
        assert_eq!((first.id, first.number), (again.id, again.number));
        let own = own(&db.storage, congress.id, first.number).await;
        assert_eq!((own.author, &own.life, own.display), (Some(author.id), &Life::Published, Some(Display::NameAndMandate)));
        assert_eq!(own.written.as_str(), WORDS);
        assert_eq!(db.storage.read().await.unwrap().owned_by(author.id).await.unwrap(), [own]);
        assert_eq!(found(&db.storage, congress.id, "fibr").await, 1);
    }

    async fn what_waits_is_read_by_its_author_and_nobody_else_until_staff_publishes_it(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let posted = posted(&db.storage, congress.id, text(1, author.id, State::Waiting, &mut entropy)).await;
        let waiting = own(&db.storage, congress.id, posted.number).await;
        assert_eq!((waiting.written.as_str(), &waiting.life), (WORDS, &Life::Waiting));
        assert_eq!(waiting.contribution.body.as_str(), ".".repeat(WORDS.len()));
        assert_eq!(waiting.contribution.signature.name, None);
        assert_eq!(found(&db.storage, congress.id, "fibr").await, 0);
        let mut work = db.storage.write().await.unwrap();
        let stems = [("fibr".to_owned(), 1)];
        assert!(work.publish(posted.id, &stems, at(80)).await.unwrap());
        assert!(!work.publish(posted.id, &stems, at(81)).await.unwrap(), "a second click");
        work.save().await.unwrap();
        let shown = own(&db.storage, congress.id, posted.number).await;
        assert_eq!((shown.contribution.body.as_str(), shown.life), (WORDS, Life::Published));
        assert_eq!(found(&db.storage, congress.id, "fibr").await, 1);
    }

    async fn a_change_is_a_new_version_and_a_stale_one_changes_nothing(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let first = posted(&db.storage, congress.id, text(1, author.id, State::Published, &mut entropy)).await;
        let before = own(&db.storage, congress.id, first.number).await;
        let change = rewriting(&before, author.id, Moderation::After);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done, "the same a second time");
        let other = Rewriting { body: "Tout autre chose, depuis un autre onglet.".parse().unwrap(), ..change };
        assert_eq!(rewrite(&db.storage, &other).await, Rewritten::Stale);
        let after = own(&db.storage, congress.id, first.number).await;
        assert_eq!((after.contribution.version, after.contribution.body.as_str()), (2, ANEW));
        assert_eq!((after.contribution.kind, after.display), (Some(Kind::Idea), Some(Display::MandateOnly)));
        assert_eq!((found(&db.storage, congress.id, "fibr").await, found(&db.storage, congress.id, "mair").await), (0, 1));
        let versions = db.storage.read().await.unwrap().versions(first.id).await.unwrap();
        let versions: Vec<_> = versions.iter().map(|line| (line.version, line.body.as_str())).collect();
        assert_eq!(versions, [(2, ANEW), (1, WORDS)]);
        let moderated = rewriting(&after, author.id, Moderation::Before);
        let moderated = Rewriting { body: WORDS.parse().unwrap(), ..moderated };
        assert_eq!(rewrite(&db.storage, &moderated).await, Rewritten::Done);
        let waiting = own(&db.storage, congress.id, first.number).await;
        assert_eq!((waiting.life, waiting.written.as_str()), (Life::Waiting, WORDS));
        assert!(waiting.contribution.body.as_str().bytes().all(|byte| byte == b'.'));
    }

    async fn spans_cut_before_a_change_or_a_withdrawal_stay_where_they_are(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let corpus = saved_corpus(&db.storage, congress.id, 60, &mut entropy).await;
        saved_analysis(&db.storage, congress.id, &corpus, &mut entropy).await;
        let quotes = async || db.storage.read().await.unwrap().all_verbatims(congress.id).await.unwrap();
        let before = quotes().await;
        let (rewritten, taken) = (corpus[3].number, corpus[4].number);
        let change = rewriting(&own(&db.storage, congress.id, rewritten).await, author.id, Moderation::After);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done);
        let mut work = db.storage.write().await.unwrap();
        assert!(work.withdraw(corpus[4].id, at(91)).await.unwrap());
        assert!(!work.withdraw(corpus[4].id, at(92)).await.unwrap());
        work.save().await.unwrap();
        let after = quotes().await;
        assert_eq!(before.len(), after.len());
        for (was, is) in before.iter().zip(&after) {
            assert_eq!((is.cut.span.clone(), is.quote.ordinal), (was.cut.span.clone(), was.quote.ordinal));
            assert_eq!(is.cut.earlier, is.quote.number == rewritten);
            let kept = if is.quote.number == taken { ".".repeat(was.quote.text.len()) } else { was.quote.text.clone() };
            assert_eq!(is.quote.text, kept);
            assert_eq!(is.quote.state.is_shown(), is.quote.number != taken);
        }
        let mut reading = db.storage.read().await.unwrap();
        let figures = reading.home(congress.id).await.unwrap().figures;
        assert_eq!(figures.contributions, 60);
        assert_eq!(figures.withheld, Withheld { withdrawn: 1, ..Withheld::default() });
        let page = reading.contribution_page(congress.id, taken).await.unwrap().unwrap();
        assert!(page.verbatims.iter().all(|line| line.text.bytes().all(|byte| byte == b'.')));
    }

    async fn of_what_was_erased_no_word_and_no_name_is_left_and_sums_hold(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let mut new = text(3, author.id, State::Published, &mut entropy);
        new.contribution.signature.name = Some("Soazig d’Ailleurs".to_owned());
        let posted = posted(&db.storage, congress.id, new).await;
        let change = rewriting(&own(&db.storage, congress.id, posted.number).await, author.id, Moderation::After);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done);
        let mut work = db.storage.write().await.unwrap();
        let draft = Draft { body: format!("{WORDS} encore"), kind: None, areas: vec![2], display: Display::Nothing };
        work.keep_draft(author.id, Target::Change(posted.number), &draft, at(95)).await.unwrap();
        work.save().await.unwrap();
        for words in ["fibre", "Soazig d’Ailleurs"] {
            assert!(anywhere(&db.storage, words).await, "the check can fail: {words}");
        }
        let before = db.storage.read().await.unwrap().home(congress.id).await.unwrap().figures;
        let mut work = db.storage.write().await.unwrap();
        assert!(work.erase(posted.id, at(96)).await.unwrap());
        assert!(!work.erase(posted.id, at(97)).await.unwrap());
        work.save().await.unwrap();
        for words in ["fibr", "mairie, toujours", "Soazig d’Ailleurs"] {
            assert!(!anywhere(&db.storage, words).await, "{words} is left somewhere");
        }
        let erased = own(&db.storage, congress.id, posted.number).await;
        assert_eq!((erased.life, erased.author), (Life::Erased { at: at(96) }, None));
        let after = db.storage.read().await.unwrap().home(congress.id).await.unwrap().figures;
        assert_eq!((after.contributions, after.signatories), (before.contributions, before.signatories));
        assert_eq!(after.withheld, Withheld { erased: 1, ..Withheld::default() });
    }

    async fn what_staff_hid_says_why_to_its_author_and_is_read_again_before_it_reappears(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let author = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let posted = posted(&db.storage, congress.id, text(1, author.id, State::Published, &mut entropy)).await;
        let mut work = db.storage.write().await.unwrap();
        assert!(work.hide(posted.id, Hiding { reason: HidingReason::Accusation, words: "Un tiers y est nommé." }, at(70)).await.unwrap());
        work.save().await.unwrap();
        let hidden = own(&db.storage, congress.id, posted.number).await;
        assert_eq!(hidden.life, Life::Hidden {
            reason: HidingReason::Accusation, why: "Un tiers y est nommé.".to_owned(), at: at(70),
        });
        let change = rewriting(&hidden, author.id, Moderation::After);
        assert_eq!(rewrite(&db.storage, &change).await, Rewritten::Done);
        let rewritten = own(&db.storage, congress.id, posted.number).await;
        assert_eq!((rewritten.life, rewritten.written.as_str()), (Life::Waiting, ANEW));
    }

    async fn a_member_supports_what_others_wrote_once(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let anna = author(&db.storage, &congress, "Anna Le Bec", &mut entropy).await;
        let posted = posted(&db.storage, congress.id, text(1, soazig.id, State::Published, &mut entropy)).await;
        let count = async || {
            let mut reading = db.storage.read().await.unwrap();
            reading.contribution_page(congress.id, posted.number).await.unwrap().unwrap().supports
        };
        let mut work = db.storage.write().await.unwrap();
        for member in [soazig.id, anna.id, anna.id] {
            work.support(posted.id, member, at(60)).await.unwrap();
        }
        work.save().await.unwrap();
        assert_eq!(count().await, 1);
        assert!(db.storage.read().await.unwrap().supports(posted.id, anna.id).await.unwrap());
        assert!(!db.storage.read().await.unwrap().supports(posted.id, soazig.id).await.unwrap());
        let mut work = db.storage.write().await.unwrap();
        work.take_support_back(posted.id, anna.id).await.unwrap();
        work.withdraw(posted.id, at(61)).await.unwrap();
        work.support(posted.id, anna.id, at(62)).await.unwrap();
        work.save().await.unwrap();
        assert_eq!(count().await, 0, "what isn't shown isn't supported");
    }

    async fn a_draft_is_one_a_target_and_remembers_when_it_was_begun(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let anna = author(&db.storage, &congress, "Anna Le Bec", &mut entropy).await;
        let draft = |body: &str| Draft {
            body: body.to_owned(), kind: Some(Kind::Action), areas: vec![1, 3], display: Display::MandateOnly,
        };
        let completing = Target::Complement(ContributionNumber::new(7));
        let mut work = db.storage.write().await.unwrap();
        work.keep_draft(soazig.id, Target::New, &draft("Début"), at(10)).await.unwrap();
        work.keep_draft(soazig.id, Target::New, &draft("Début, suite"), at(20)).await.unwrap();
        work.keep_draft(soazig.id, completing, &draft("Chez moi"), at(15)).await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        let kept = reading.draft(soazig.id, Target::New).await.unwrap().unwrap();
        assert_eq!((kept.draft, kept.begun_at, kept.saved_at), (draft("Début, suite"), at(10), at(20)));
        assert_eq!(reading.drafts(soazig.id).await.unwrap().len(), 2);
        assert_eq!(reading.drafts(anna.id).await.unwrap(), []);
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        work.forget_draft(soazig.id, Target::New).await.unwrap();
        work.save().await.unwrap();
        let left = db.storage.read().await.unwrap().drafts(soazig.id).await.unwrap();
        assert_eq!(left.iter().map(|kept| kept.target).collect::<Vec<_>>(), [completing]);
    }

    async fn an_address_is_shown_where_both_agreed_and_the_text_is_signed(db) {
        let (congress, mut entropy) = saved_congress(&db.storage, "essai").await;
        let soazig = author(&db.storage, &congress, "Soazig Tanguy", &mut entropy).await;
        let anna = author(&db.storage, &congress, "Anna Le Bec", &mut entropy).await;
        let mut signed = text(1, soazig.id, State::Published, &mut entropy);
        signed.contribution.signature.name = Some("Soazig Tanguy".to_owned());
        let mut unsigned = text(2, soazig.id, State::Published, &mut entropy);
        unsigned.contribution.signature.name = None;
        let signed = posted(&db.storage, congress.id, signed).await.number;
        let unsigned = posted(&db.storage, congress.id, unsigned).await.number;
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.contact(congress.id, signed, anna.id).await.unwrap(), soazig.email);
        assert_eq!(reading.contact(congress.id, unsigned, anna.id).await.unwrap(), None);
        drop(reading);
        let mut work = db.storage.write().await.unwrap();
        work.change_member(&Member { contact: false, ..anna.clone() }, "le bec").await.unwrap();
        work.save().await.unwrap();
        let mut reading = db.storage.read().await.unwrap();
        assert_eq!(reading.contact(congress.id, signed, anna.id).await.unwrap(), None);
    }
}
