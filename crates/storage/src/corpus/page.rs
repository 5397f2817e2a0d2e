//! One page of the corpus.

use domain::id::{AnalysisId, CongressId};
use domain::reading::{Card, CorpusPage, CorpusQuery, PlaceFilter};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::contribution::row::{CardRow, card_columns, card_tables};
use crate::corpus::facets::{facets, labels, total};
use crate::error::Result;
use crate::place::{THEME, UNPLACED, WEAK};
use crate::quote::{offset, page_of};
use crate::search::{Search, bind_search, hits};
use crate::work::{Reading, sql};

/// What stands for « not covered by the run » among the stored places: a text that is shown, and one that isn't.
const UNREAD: &str = "";
const WITHHELD: &str = "absente";

impl Reading {
    /// A page of what answers `query`, whose words were turned into `stems` (the first eight count).
    ///
    /// Every stem must occur; where no contribution holds them all, one is enough. Words without any stem narrow nothing.
    pub async fn corpus_page(
        &mut self,
        congress: CongressId,
        query: &CorpusQuery,
        stems: &[String],
    ) -> Result<CorpusPage> {
        let shown = self.shown(congress).await?;
        let run = shown.as_ref().map(|shown| shown.id);
        let mut search = self.weigh(congress, stems).await?;
        let mut groups = self.groups(congress, run, search.as_ref()).await?;
        if groups.is_empty() && search.is_some() {
            search = search.map(Search::any);
            groups = self.groups(congress, run, search.as_ref()).await?;
        }
        let total = total(&groups, query);
        let (page, pages) = page_of(query.page, total, CorpusPage::SIZE);
        let labels = labels(&match run {
            Some(run) => self.theme_lines(run).await?,
            None => Vec::new(),
        });
        Ok(CorpusPage {
            query: query.clone(),
            corpus: self.corpus_size(congress).await?,
            total,
            page,
            pages,
            cards: self.cards(congress, run, query, search.as_ref(), (page, CorpusPage::SIZE)).await?,
            facets: facets(&groups, query, &labels),
        })
    }

    /// The cards of a page: by number, or the best answers first when words were asked.
    pub(crate) async fn cards(
        &mut self,
        congress: CongressId,
        run: Option<AnalysisId>,
        query: &CorpusQuery,
        search: Option<&Search>,
        (page, size): (u32, u32),
    ) -> Result<Vec<Card>> {
        let (place, rank) = place_cells(query.place);
        let text = cards_sql(search.is_some());
        let rows: Vec<CardRow> = sql!(self, conn => {
            let asked = sqlx::query_as(AssertSqlSafe(text)).bind(run.map(Uuid::from));
            let asked = match search {
                Some(search) => bind_search!(asked, search),
                None => asked,
            };
            asked
                .bind(Uuid::from(congress))
                .bind(query.kind.map(domain::contribution::Kind::code))
                .bind(place)
                .bind(rank)
                .bind(query.departement.as_deref())
                .bind(query.college.map(domain::member::College::code))
                .bind(i64::from(size))
                .bind(offset(page, size))
                .fetch_all(conn)
                .await
        })?;
        rows.into_iter().map(CardRow::parse).collect()
    }
}

/// The query of a page: of what holds the words, the best first, or of every contribution, none better than another.
///
/// Contributions are chosen without their bodies, which are then fetched for the page alone. `$1` is the run; `$2` to
/// `$19` are the words, where there are any.
fn cards_sql(found: bool) -> String {
    let (with, score, from, linked, best, first) = match found {
        true => (
            hits!(),
            "hit.score",
            "hit CROSS JOIN contribution c",
            "c.number = hit.number AND",
            "score DESC,",
            20,
        ),
        // Nothing before the number, so that the index gives the order and the first page doesn't read all.
        false => ("", "0", "contribution c", "", "", 2),
    };
    let [congress, kind, place, rank, departement, college, limit, offset] =
        std::array::from_fn(|i| format!("${}", first + i));
    let (columns, tables) = (card_columns!(), card_tables!());
    format!(
        "{with} SELECT {columns} FROM (
             SELECT c.id, c.number, {score} AS score
             FROM {from}
             LEFT JOIN contribution_place cp ON cp.analysis_id = $1 AND cp.contribution_id = c.id
             WHERE {linked} c.congress_id = {congress}
               AND (CAST({kind} AS TEXT) IS NULL OR COALESCE(c.kind, cp.kind) = {kind})
               AND (CAST({place} AS TEXT) IS NULL OR COALESCE(cp.place, CASE WHEN c.state = 'publiee' THEN '' ELSE 'absente' END) = {place})
               AND (CAST({rank} AS BIGINT) IS NULL OR cp.theme_rank = {rank})
               AND (CAST({departement} AS TEXT) IS NULL OR COALESCE(c.territory_departement, '') = {departement})
               AND (CAST({college} AS TEXT) IS NULL OR c.college = {college})
             ORDER BY {best} c.number LIMIT {limit} OFFSET {offset}) AS page
         JOIN contribution c ON c.id = page.id {tables}
         ORDER BY page.score DESC, page.number"
    )
}

/// A place filter as the stored columns: place, and rank of the theme.
fn place_cells(place: Option<PlaceFilter>) -> (Option<&'static str>, Option<i64>) {
    match place {
        None => (None, None),
        Some(PlaceFilter::Theme(rank)) => (Some(THEME), Some(i64::from(rank))),
        Some(PlaceFilter::Weak) => (Some(WEAK), None),
        Some(PlaceFilter::Unplaced) => (Some(UNPLACED), None),
        Some(PlaceFilter::Unread) => (Some(UNREAD), None),
        Some(PlaceFilter::Withheld) => (Some(WITHHELD), None),
    }
}
