//! The model as bytes: a head that names the version, the parts in the order of [`Model`], and a fingerprint.

use domain::analysis::Point;

use super::bytes::{ModelError, Reader, Writer, fingerprint};
use super::{Model, Row};
use crate::vectors::VectorKind;

/// Begins every model; the digit is its version.
const HEAD: &[u8] = b"pleniere-model-1\n";
/// Bytes of the fingerprint.
const TAIL: usize = 8;

pub(super) fn write(model: &Model) -> Vec<u8> {
    let mut out = Writer::default();
    out.raw(HEAD);
    out.number(match model.kind {
        VectorKind::Correspondence => 0,
        VectorKind::TfIdfLsa => 1,
    });
    out.number(u64::from(model.min_words));
    out.number(model.axes as u64);
    out.raw(&model.context.to_le_bytes());
    out.number(model.stems.len() as u64);
    for stem in &model.stems {
        out.text(stem);
    }
    out.floats(&model.rarities);
    out.floats(&model.terms);
    out.number(model.heard.len() as u64);
    for hash in &model.heard {
        out.raw(&hash.to_le_bytes());
    }
    out.floats(&model.centres);
    out.number(model.rows.len() as u64);
    for row in &model.rows {
        write_row(row, &mut out);
    }
    out.raw(&model.units.iter().map(|unit| unit.cast_unsigned()).collect::<Vec<_>>());
    let print = fingerprint(&out.0);
    out.raw(&print.to_le_bytes());
    out.0
}

fn write_row(row: &Row, out: &mut Writer) {
    out.number(u64::from(row.verbatim));
    out.number(row.theme.map_or(0, |theme| u64::from(theme) + 1));
    out.number(u64::from(row.point.is_some()));
    if let Some(point) = row.point {
        out.raw(&point.x.to_le_bytes());
        out.raw(&point.y.to_le_bytes());
    }
    out.number(row.columns.len() as u64);
    let mut last = 0;
    for &column in &row.columns {
        out.number(u64::from(column - last));
        last = column;
    }
}

pub(super) fn read(bytes: &[u8]) -> Result<Model, ModelError> {
    let rest = bytes.strip_prefix(HEAD).ok_or(ModelError::Unknown)?;
    let (body, tail) = rest.split_at_checked(rest.len().saturating_sub(TAIL)).ok_or(ModelError::Damaged)?;
    if fingerprint(&bytes[..HEAD.len() + body.len()]).to_le_bytes() != tail {
        return Err(ModelError::Damaged);
    }
    let mut from = Reader(body);
    let kind = match from.number()? {
        0 => VectorKind::Correspondence,
        1 => VectorKind::TfIdfLsa,
        _ => return Err(ModelError::Damaged),
    };
    let min_words = small(from.number()?)?;
    let axes = from.number()? as usize;
    let context = from.float()?;
    let stems = from.count(1)?;
    let stems: Vec<String> = (0..stems).map(|_| from.text()).collect::<Result<_, _>>()?;
    let (rarities, terms) = (from.floats()?, from.floats()?);
    let heard = from.count(8)?;
    let heard = from.raw(8 * heard)?.chunks_exact(8);
    let heard =
        heard.map(|hash| hash.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte))).collect();
    let centres = from.floats()?;
    let rows = from.count(4)?;
    let rows: Vec<Row> = (0..rows).map(|_| read_row(&mut from, stems.len())).collect::<Result<_, _>>()?;
    let units: Vec<i8> = from.0.iter().map(|byte| byte.cast_signed()).collect();
    let model = Model { kind, min_words, axes, context, stems, rarities, terms, heard, centres, rows, units };
    if model.holds_together() { Ok(model) } else { Err(ModelError::Damaged) }
}

fn read_row(from: &mut Reader<'_>, terms: usize) -> Result<Row, ModelError> {
    let verbatim = small(from.number()?)?;
    let theme = match from.number()? {
        0 => None,
        next => Some(u16::try_from(next - 1).map_err(|_| ModelError::Damaged)?),
    };
    let point = match from.number()? {
        0 => None,
        _ => Some(Point { x: from.float()?, y: from.float()? }),
    };
    let count = from.count(1)?;
    let mut last = 0_u32;
    let mut column = || {
        last = last.checked_add(small(from.number()?)?).ok_or(ModelError::Damaged)?;
        if (last as usize) < terms { Ok(last) } else { Err(ModelError::Damaged) }
    };
    let columns = (0..count).map(|_| column()).collect::<Result<_, _>>()?;
    Ok(Row { verbatim, theme, point, columns })
}

fn small(number: u64) -> Result<u32, ModelError> {
    u32::try_from(number).map_err(|_| ModelError::Damaged)
}

impl Model {
    /// Whether its parts have the lengths that they give one another.
    fn holds_together(&self) -> bool {
        let themes = self.centres.len().checked_div(self.axes).unwrap_or_default();
        let named = |row: &Row| row.theme.is_none_or(|theme| usize::from(theme) < themes);
        self.rarities.len() == self.stems.len()
            && Some(self.terms.len()) == self.stems.len().checked_mul(self.axes)
            && self.centres.len() == themes * self.axes
            && Some(self.units.len()) == self.rows.len().checked_mul(self.axes)
            && self.rows.iter().all(named)
    }
}
