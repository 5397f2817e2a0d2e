//! A file as it arrives.

use app::failure::Failure;
use app::form::Faults;
use app::pages::imports::list::name;
use app::routes::{ImportRoute, Route};
use app::text::import as text;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Path, Request};
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::ImportId;
use domain::import::{ImportKind, LARGEST_FILE};
use domain::member::Member;
use intake::Unreadable;
use storage::NewUpload;

use crate::jobs::import::site::read_apart;
use crate::jobs::import::told_unreadable;
use crate::pages::{Refusal, Visit};

/// What is read of a request at most, in bytes: a file that is too large gets a sentence, which browsers only show once they have
/// sent all of it.
pub const LARGEST_POST: usize = 10 * LARGEST_FILE;
/// What a name keeps, in characters.
const LONGEST_NAME: usize = 120;
/// What any other field may hold, in bytes.
const LARGEST_FIELD: usize = 1_000;

/// Keeps a file that staff sends, and shows how it is read.
pub async fn receive(visit: Visit, Path(slug): Path<String>, request: Request) -> Response {
    match Box::pin(received(&visit, &slug, request)).await {
        Ok(Ok(response)) => response,
        Ok(Err((kind, sentence))) => {
            let page = super::show(&visit, &slug, kind, Faults::of(name::FILE, sentence)).await;
            visit.answer_with(StatusCode::UNPROCESSABLE_ENTITY, page).await
        }
        Err(refusal) => visit.refused(refusal).await,
    }
}

/// The kind that was chosen, and why the file isn't taken.
type Again = (ImportKind, String);

async fn received(visit: &Visit, slug: &str, request: Request) -> Result<Result<Response, Again>, Refusal> {
    let (reading, congress) = visit.congress(slug).await?;
    let staff = Member::clone(&*visit.caller.staff(&congress)?);
    drop(reading);
    let multipart = Multipart::from_request(request, &visit.state).await.map_err(|_| Failure::BadForm)?;
    let Sent { kind, file } = match sent(multipart).await {
        Ok(sent) => sent,
        Err(_) => return Ok(Err((ImportKind::Contributions, text::CUT.to_owned()))),
    };
    let (file_name, bytes) = match file {
        File::None => return Ok(Err((kind, text::NO_FILE.to_owned()))),
        File::TooLarge => return Ok(Err((kind, text::TOO_LARGE.to_owned()))),
        File::Whole(name, bytes) => (name, bytes),
    };
    let one_at_a_time = visit.state.memory.file.lock().await;
    let (lot, bytes) = read_apart(kind, bytes, Default::default()).await.map_err(Refusal::broken)?;
    let several = || intake::sheets(&bytes).is_ok_and(|sheets| sheets.len() > 1);
    if let Err(reason) = lot.map(drop)
        && !can_be_mended(&reason, several)
    {
        return Ok(Err((kind, told_unreadable(&reason))));
    }
    drop(one_at_a_time);
    let at = visit.now();
    let id = visit.state.draw(|entropy| ImportId::new(at, entropy));
    let new = NewUpload { id, congress: congress.id, kind, file_name, bytes, by: staff.id, at };
    let mut work = visit.state.storage.write().await?;
    work.sweep_uploads(at).await?;
    work.add_upload(&new).await?;
    work.save().await?;
    Ok(Ok(visit.see(Route::Imports(&congress.slug, ImportRoute::One(id)))))
}

/// Whether choosing a column, or another sheet, may make it readable.
fn can_be_mended(reason: &Unreadable, several_sheets: impl FnOnce() -> bool) -> bool {
    match reason {
        Unreadable::NoText(_) | Unreadable::NoNames(_) => true,
        Unreadable::NoRows | Unreadable::TooManyColumns(_) => several_sheets(),
        _ => false,
    }
}

/// What a form sent.
struct Sent {
    kind: ImportKind,
    file: File,
}

/// The file of a form.
enum File {
    /// None was chosen.
    None,
    /// It has too many bytes.
    TooLarge,
    /// Its name and its bytes.
    Whole(String, Vec<u8>),
}

async fn sent(mut multipart: Multipart) -> Result<Sent, MultipartError> {
    let mut sent = Sent { kind: ImportKind::Contributions, file: File::None };
    while let Some(mut field) = multipart.next_field().await? {
        match field.name() {
            Some(name::KIND) => {
                let said = held(&mut field, LARGEST_FIELD).await?.unwrap_or_default();
                sent.kind = String::from_utf8_lossy(&said).parse().unwrap_or(sent.kind);
            }
            Some(name::FILE) => {
                let called = file_name(field.file_name().unwrap_or_default());
                sent.file = match held(&mut field, LARGEST_FILE).await? {
                    None => File::TooLarge,
                    Some(bytes) if called.is_empty() && bytes.is_empty() => File::None,
                    Some(bytes) => File::Whole(called, bytes),
                };
            }
            _ => drop(held(&mut field, LARGEST_FIELD).await?),
        }
    }
    Ok(sent)
}

/// What a field holds; nothing when that is more than `most`, all of it read even so.
async fn held(field: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut held = Some(Vec::new());
    while let Some(chunk) = field.chunk().await? {
        held = held.filter(|bytes: &Vec<u8>| bytes.len() + chunk.len() <= most);
        if let Some(bytes) = &mut held {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(held)
}

/// A name without folders and without what isn't seen.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|sign| !sign.is_control()).take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_name_has_no_folders_and_nothing_unseen() {
        assert_eq!(file_name("C:\\Mairie\\liste été.csv"), "liste été.csv");
        assert_eq!(file_name("../../etc/passwd\u{0}\n"), "passwd");
        assert_eq!(file_name(&"a".repeat(500)).len(), 120);
    }
}
