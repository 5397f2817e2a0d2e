//! What becomes of verbatims: those that passages cite, those that staff settled, those that are left.

mod ledger;
mod list;
mod row;
mod settle;

/// Whether a passage cites the verbatim of `p`: one of the motion as it stands where `$3` is NULL, else one of that version.
/// The congress is `$2`.
macro_rules! is_cited {
    () => {
        "((CAST($3 AS BIGINT) IS NULL AND EXISTS (SELECT 1 FROM motion_citation mc
            JOIN motion_block mb ON mb.congress_id = mc.congress_id AND mb.block = mc.block
            WHERE mc.verbatim_id = p.verbatim_id AND mc.congress_id = $2 AND mc.detached_at IS NULL
              AND mb.removed_at IS NULL))
          OR EXISTS (SELECT 1 FROM motion_version_citation vc
            WHERE vc.verbatim_id = p.verbatim_id AND vc.congress_id = $2 AND vc.number = $3))"
    };
}
use is_cited;

/// What became of the verbatim of `p`, as [`domain::disposition::DispositionKind`] writes it; `d` is what staff settled.
macro_rules! became {
    () => {
        concat!(
            "CASE WHEN ",
            $crate::disposition::is_cited!(),
            " THEN 'citee' ELSE COALESCE(d.kind, 'a-traiter') END"
        )
    };
}
use became;
