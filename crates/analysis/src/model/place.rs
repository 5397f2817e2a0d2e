//! A new contribution in the themes of a run.

use domain::analysis::{NEIGHBOURS, Place, Point, UnplacedReason, WeakReason};
use domain::contribution::Kind;
use std::collections::BTreeMap;
use std::ops::Range;

use super::bytes::{ModelError, fingerprint};
use super::near::Near;
use super::{Model, form};
use crate::neighbours::shared;
use crate::read::{Stemmer, Term, language, pairs, spelled, terms};
use crate::space::units_of;
use crate::{apart, kinds, segment};

/// Rows near in the space whose words are then compared.
const LOOKED_AT: usize = 64;

/// Places new contributions among the themes of a run.
#[derive(Clone, Debug)]
pub struct Placer {
    model: Model,
    near: Near,
    rarities: Vec<f64>,
}

/// Where a verbatim of a new contribution would stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// Bytes of the contribution's body.
    pub span: Range<usize>,
    /// Where, themes by their index in the run.
    pub place: Place<usize>,
    /// The kind, as suggested.
    pub kind: Kind,
    /// The run's verbatims that say the closest things, by index, with how close, the closest first.
    pub nearest: Vec<(usize, f64)>,
    /// Where on the map: among the closest of its theme.
    pub point: Option<Point>,
}

/// 127 is 1.
pub(super) fn quantised(x: f64) -> i8 {
    (x * 127.0).round().clamp(-127.0, 127.0) as i8
}

impl Placer {
    /// From the bytes that [`crate::Outcome::model`] holds.
    ///
    /// # Errors
    /// When they are of another version, or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut model = form::read(bytes)?;
        let near = Near::new(&std::mem::take(&mut model.units), model.axes);
        let rarities = model.rarities.iter().map(|&x| f64::from(x)).collect();
        Ok(Self { model, near, rarities })
    }

    /// The verbatims of a new contribution, each in its place.
    pub fn place(&self, body: &str) -> Vec<Guess> {
        let mut stemmer = Stemmer::new();
        let new = segment::verbatims(body).into_iter().map(|span| self.read_one(body, span, &mut stemmer));
        let new: Vec<New<'_>> = new.collect();
        let comparable: Vec<usize> = (0..new.len()).filter(|&at| !new[at].counts.is_empty()).collect();
        let units = units_of(comparable.iter().map(|_| 0));
        let unit_of: BTreeMap<usize, usize> = comparable.into_iter().zip(units).collect();
        let mut contexts: BTreeMap<usize, BTreeMap<u32, f64>> = BTreeMap::new();
        for (at, unit) in &unit_of {
            let context = contexts.entry(*unit).or_default();
            new[*at].counts.iter().for_each(|(column, count)| *context.entry(*column).or_default() += count);
        }
        let context = |at: usize| -> Vec<(u32, f64)> {
            let of = unit_of.get(&at).and_then(|unit| contexts.get(unit));
            of.into_iter().flatten().map(|(column, count)| (*column, *count)).collect()
        };
        new.iter().enumerate().map(|(at, new)| self.guess(new, &context(at))).collect()
    }

    fn read_one<'a>(&self, body: &'a str, span: Range<usize>, stemmer: &mut Stemmer) -> New<'a> {
        let text = &body[span.clone()];
        let terms = terms(text, stemmer);
        let unplaced = apart::unplaced(language(text), &terms, self.model.min_words as usize);
        let counts = if unplaced.is_none() { self.counts(text, &terms) } else { Vec::new() };
        New { span, text, terms, unplaced, counts }
    }

    fn guess(&self, new: &New<'_>, context: &[(u32, f64)]) -> Guess {
        let mut guess = Guess {
            span: new.span.clone(),
            place: Place::Weak(WeakReason::SmallCorpus),
            kind: kinds::suggest(new.text),
            nearest: Vec::new(),
            point: None,
        };
        if let Some(reason) = new.unplaced {
            guess.place = Place::Unplaced(reason);
            return guess;
        }
        if self.model.rows.is_empty() {
            return guess;
        }
        let Some(unit) = self.fold(&new.counts, context) else {
            let heard =
                |term: &Term<'_>| self.model.heard.binary_search(&fingerprint(term.stem.as_bytes())).is_ok();
            guess.place = apart::blank(new.terms.iter().any(heard));
            return guess;
        };
        guess.place = self.theme(&unit, &new.terms);
        let columns: Vec<u32> = new.counts.iter().map(|(column, _)| *column).collect();
        let nearest = self.nearest(&unit, &columns);
        guess.point = self.point(&nearest, guess.place);
        guess.nearest = nearest
            .into_iter()
            .take(NEIGHBOURS)
            .map(|(row, closeness)| (self.model.rows[row].verbatim as usize, closeness))
            .collect();
        guess
    }

    /// Its terms in the table, rising, pairs included, with their counts.
    fn counts(&self, text: &str, terms: &[Term<'_>]) -> Vec<(u32, f64)> {
        let paired = pairs::neighbours(text, terms).into_iter();
        let paired = paired.map(|at| format!("{} {}", terms[at].stem, terms[at + 1].stem));
        let spelled = spelled(terms).into_iter().map(str::to_owned);
        let stems = terms.iter().map(|term| term.stem.clone()).chain(spelled).chain(paired);
        let mut columns: Vec<u32> =
            stems.filter_map(|stem| self.model.stems.binary_search(&stem).ok()).map(|at| at as u32).collect();
        columns.sort_unstable();
        columns.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f64)).collect()
    }

    /// The direction of a verbatim of some terms, with that of its context.
    fn fold(&self, counts: &[(u32, f64)], context: &[(u32, f64)]) -> Option<Vec<f64>> {
        let (own, beside) = (self.direction(counts)?, self.direction(context)?);
        let sum: Vec<f64> =
            own.iter().zip(beside).map(|(x, y)| x + f64::from(self.model.context) * y).collect();
        unit(sum)
    }

    /// The unit vector of some terms.
    fn direction(&self, counts: &[(u32, f64)]) -> Option<Vec<f64>> {
        let axes = self.model.axes;
        let mut sum = vec![0.0; axes];
        for &(column, count) in counts {
            let term = &self.model.terms[column as usize * axes..][..axes];
            for (x, t) in sum.iter_mut().zip(term) {
                *x += self.model.kind.weight(count) * f64::from(*t);
            }
        }
        unit(sum)
    }

    /// The theme whose centre is closest, unless the verbatim stands apart as those of the run do.
    fn theme(&self, unit: &[f64], terms: &[Term<'_>]) -> Place<usize> {
        let cosine = |centre: &[f32]| centre.iter().zip(unit).map(|(c, x)| f64::from(*c) * x).sum::<f64>();
        let close = self.model.centres.chunks_exact(self.model.axes).map(cosine).enumerate();
        let best = close.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let Some((theme, cosine)) = best else { return Place::Weak(WeakReason::SmallCorpus) };
        let (known, words) =
            apart::words(terms, |stem| self.model.stems.binary_search_by(|s| s.as_str().cmp(stem)).is_ok());
        apart::weakness(cosine, known, words).map_or(Place::Theme(theme), |(_, reason)| Place::Weak(reason))
    }

    /// Rows and how close they are, the closest first: near in the space, then by their words too.
    fn nearest(&self, unit: &[f64], columns: &[u32]) -> Vec<(usize, f64)> {
        let small: Vec<i8> = unit.iter().map(|&x| quantised(x)).collect();
        let near = self.near.find(&small, LOOKED_AT);
        let mut close: Vec<(usize, f64)> = near
            .into_iter()
            .map(|(product, row)| {
                let cosine = f64::from(product) / (127.0 * 127.0);
                let words = shared(columns, &self.model.rows[row].columns, &self.rarities);
                (row, ((cosine + words) / 2.0).clamp(0.0, 1.0))
            })
            .collect();
        close.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        close
    }

    /// The mean point of the closest rows of its theme; of the closest row, where none of them is in it.
    fn point(&self, nearest: &[(usize, f64)], place: Place<usize>) -> Option<Point> {
        let rows = || nearest.iter().map(|(row, _)| &self.model.rows[*row]);
        let mates = rows().filter(|row| row.theme.map(usize::from) == place.theme());
        let points: Vec<Point> = mates.filter_map(|row| row.point).take(NEIGHBOURS).collect();
        if points.is_empty() {
            return rows().find_map(|row| row.point);
        }
        let mean = |of: fn(&Point) -> f32| points.iter().map(of).sum::<f32>() / points.len() as f32;
        Some(Point { x: mean(|point| point.x), y: mean(|point| point.y) })
    }
}

/// A verbatim of a new contribution, read.
struct New<'a> {
    span: Range<usize>,
    text: &'a str,
    terms: Vec<Term<'a>>,
    /// Why it can't be compared, if it can't.
    unplaced: Option<UnplacedReason>,
    /// Its terms in the table, with their counts.
    counts: Vec<(u32, f64)>,
}

/// Made of length 1; `None` for zero.
fn unit(vector: Vec<f64>) -> Option<Vec<f64>> {
    let norm = vector.iter().map(|x| x * x).sum::<f64>().sqrt();
    (norm > f64::MIN_POSITIVE).then(|| vector.into_iter().map(|x| x / norm).collect())
}
