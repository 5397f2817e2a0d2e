//! What keys mean on the map.

use super::Gesture;
use crate::map::plane::Direction;

/// What a key means on the map; with shift, arrows slide it.
pub fn key(name: &str, shift: bool) -> Option<Gesture> {
    let way = match name {
        "ArrowLeft" => Some(Direction::Left),
        "ArrowRight" => Some(Direction::Right),
        "ArrowUp" => Some(Direction::Up),
        "ArrowDown" => Some(Direction::Down),
        _ => None,
    };
    match (way, name) {
        (Some(way), _) if shift => Some(Gesture::Slide(way)),
        (Some(way), _) => Some(Gesture::Walk(way)),
        (_, "+" | "=") => Some(Gesture::Nearer),
        (_, "-" | "_") => Some(Gesture::Further),
        (_, "0") => Some(Gesture::Whole),
        (_, "PageDown") => Some(Gesture::Turn(true)),
        (_, "PageUp") => Some(Gesture::Turn(false)),
        (_, "Enter" | " ") => Some(Gesture::Open),
        _ => None,
    }
}
