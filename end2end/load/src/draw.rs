//! What differs from one client to the next: the same for the same seed, so that a run can be made again.

use std::time::Duration;

/// A generator that needs no crate: xorshift64.
#[derive(Clone, Debug)]
pub(crate) struct Draw(u64);

impl Draw {
    /// A sequence of its own for each `seed`.
    pub(crate) fn new(seed: u64) -> Self {
        let mut draw = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        // The first draws of close seeds are close.
        for _ in 0..8 {
            draw.next();
        }
        draw
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to 1, without it.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// One of them; the list isn't empty.
    pub(crate) fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[(self.next() % list.len() as u64) as usize]
    }

    /// Somewhere within the first half or the second of `length`, as often the one as the other.
    pub(crate) fn within(&mut self, length: Duration) -> Duration {
        length.mul_f64(self.unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_spread_and_the_same_again() {
        let drawn = |seed| (0..100).map(|_| Draw::new(seed).unit()).sum::<f64>();
        assert!((drawn(3) - drawn(3)).abs() < f64::EPSILON);
        let mut draw = Draw::new(3);
        let mean = (0..1_000).map(|_| draw.unit()).sum::<f64>() / 1_000.0;
        assert!((0.45..0.55).contains(&mean), "{mean}");
        let firsts: Vec<f64> = (0..100).map(|seed| Draw::new(seed).unit()).collect();
        let mean = firsts.iter().sum::<f64>() / 100.0;
        assert!((0.35..0.65).contains(&mean), "{mean}");
    }
}
