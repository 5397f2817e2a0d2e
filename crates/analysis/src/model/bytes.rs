//! Little-endian numbers in a row, with a fingerprint at the end.

/// Why bytes aren't a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// They don't begin as a model of this version does.
    #[error("not a model of this engine, or of another version of it: run the analysis again")]
    Unknown,
    /// They end too early, or hold what a model can't.
    #[error("the model of this analysis is damaged: run the analysis again")]
    Damaged,
}

/// FNV-1a, 64 bits (Fowler, Noll and Vo).
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// Writes.
#[derive(Debug, Default)]
pub(super) struct Writer(pub Vec<u8>);

impl Writer {
    pub fn raw(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Seven bits a byte, the lowest first (LEB128).
    pub fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.0.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.raw(text.as_bytes());
    }

    pub fn floats(&mut self, floats: &[f32]) {
        self.number(floats.len() as u64);
        for float in floats {
            self.raw(&float.to_le_bytes());
        }
    }
}

/// Reads what [`Writer`] wrote; never beyond the end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    pub fn raw(&mut self, len: usize) -> Result<&'a [u8], ModelError> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(ModelError::Damaged)?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn number(&mut self) -> Result<u64, ModelError> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.raw(1)?[0];
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(ModelError::Damaged)
    }

    /// A count of things of at least `size` bytes each, which there is still room for.
    pub fn count(&mut self, size: usize) -> Result<usize, ModelError> {
        let count = usize::try_from(self.number()?).map_err(|_| ModelError::Damaged)?;
        let room = count.checked_mul(size).is_some_and(|bytes| bytes <= self.0.len());
        if room { Ok(count) } else { Err(ModelError::Damaged) }
    }

    pub fn text(&mut self) -> Result<String, ModelError> {
        let len = self.count(1)?;
        String::from_utf8(self.raw(len)?.to_vec()).map_err(|_| ModelError::Damaged)
    }

    pub fn float(&mut self) -> Result<f32, ModelError> {
        let bytes = self.raw(4)?.try_into().map_err(|_| ModelError::Damaged)?;
        Ok(f32::from_le_bytes(bytes))
    }

    pub fn floats(&mut self) -> Result<Vec<f32>, ModelError> {
        let count = self.count(4)?;
        (0..count).map(|_| self.float()).collect()
    }
}
