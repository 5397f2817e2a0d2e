//! What fingers, wheel and keys do to the map: a machine without a browser, so that it is tested as it stands.

mod keys;

use domain::reading::{MapPoint, MapRegion};

use super::Key;
use super::camera::Camera;
use super::plane::{Direction, nearest, toward, turn};

pub use keys::key;

/// How far from a point a press still means it, in CSS pixels: half a finger.
const REACH: f64 = 16.0;
/// A press that moved further is a drag.
const STEADY: f64 = 6.0;
/// How much nearer one step of a button or a key comes.
const STEP: f64 = 1.5;

/// What someone does. Places are in CSS pixels from the map's top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// A finger or button goes down.
    Press(i32, f64, f64),
    /// It moves, or the mouse does without it.
    Move(i32, f64, f64),
    /// It goes up.
    Release(i32, f64, f64),
    /// It is lost: the browser took it, or it left.
    Leave(i32),
    /// The wheel turns by that many pixels, there.
    Wheel(f64, f64, f64),
    /// One step nearer.
    Nearer,
    /// One step back.
    Further,
    /// The whole map again.
    Whole,
    /// To the next point that way.
    Walk(Direction),
    /// To the next verbatim in the order of contributions, or the one before.
    Turn(bool),
    /// The map slides that way by a sixth of the screen.
    Slide(Direction),
    /// Opens the point one is at.
    Open,
    /// The map's part of the screen has another size.
    Resize(f64, f64),
}

/// What follows from a gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing changed.
    Nothing,
    /// What is seen changed.
    Draw,
    /// One is at another point, whose name is to be said.
    At(usize),
    /// That point is to be opened.
    Open(usize),
}

/// The map as someone looks at it.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Every verbatim on the map.
    pub points: Vec<MapPoint>,
    /// The themes with a region.
    pub regions: Vec<MapRegion>,
    /// Which points answer to what is asked; the others are there, but dim, and neither walked on nor opened.
    pub keeps: Vec<bool>,
    /// Where one looks from.
    pub camera: Camera,
    /// The point that the keyboard is at.
    pub at: Option<usize>,
    /// The point under the mouse.
    pub under: Option<usize>,
    /// The point that is open beside the map.
    pub open: Option<usize>,
    fingers: Vec<(i32, f64, f64)>,
    pressed: Option<(f64, f64)>,
}

impl Stage {
    /// The whole map, on a screen whose size is still to be told.
    pub fn new(points: Vec<MapPoint>, regions: Vec<MapRegion>) -> Self {
        Self {
            keeps: vec![true; points.len()],
            points,
            regions,
            camera: Camera::new(1.0, 1.0),
            at: None,
            under: None,
            open: None,
            fingers: Vec::new(),
            pressed: None,
        }
    }

    /// Where a verbatim is among the points.
    pub fn find(&self, key: Key) -> Option<usize> {
        self.points.iter().position(|of| of.number == key.number && of.ordinal == key.ordinal)
    }

    /// The key of a point.
    pub fn key(&self, at: usize) -> Option<Key> {
        self.points.get(at).map(|of| Key { number: of.number, ordinal: of.ordinal })
    }

    /// Opens a point and shows where it is; none closes.
    pub fn open(&mut self, at: Option<usize>) {
        self.open = at;
        if let Some(point) = at.and_then(|at| self.points.get(at)) {
            self.at = at;
            self.camera = self.camera.showing(point.point);
        }
    }

    /// Does what a gesture means.
    pub fn act(&mut self, gesture: Gesture) -> Then {
        match gesture {
            Gesture::Press(finger, x, y) => self.press(finger, x, y),
            Gesture::Move(finger, x, y) => self.drag(finger, x, y),
            Gesture::Release(finger, x, y) => self.release(finger, x, y),
            Gesture::Leave(finger) => self.leave(finger),
            Gesture::Wheel(x, y, by) => self.look(self.camera.zoomed(turned(by), x, y)),
            Gesture::Nearer => self.step(STEP),
            Gesture::Further => self.step(1.0 / STEP),
            Gesture::Whole => self.look(Camera::new(self.camera.width, self.camera.height)),
            Gesture::Walk(way) => self.walk(way),
            Gesture::Turn(forward) => self.go(turn(&self.keeps, self.at, forward)),
            Gesture::Slide(way) => self.slide(way),
            Gesture::Open => self.at.map_or(Then::Nothing, Then::Open),
            Gesture::Resize(width, height) => self.look(self.camera.resized(width, height)),
        }
    }

    fn look(&mut self, camera: Camera) -> Then {
        let changed = camera != self.camera;
        self.camera = camera;
        if changed { Then::Draw } else { Then::Nothing }
    }

    /// Nearer to the point one is at, else to the middle.
    fn step(&mut self, factor: f64) -> Then {
        let middle = (self.camera.width / 2.0, self.camera.height / 2.0);
        let at = self.at.and_then(|at| self.points.get(at)).map(|of| self.camera.on_screen(of.point));
        let (x, y) = at.unwrap_or(middle);
        self.look(self.camera.zoomed(factor, x, y))
    }

    fn slide(&mut self, way: Direction) -> Then {
        let (x, y) = (self.camera.width / 6.0, self.camera.height / 6.0);
        self.look(match way {
            Direction::Left => self.camera.moved(x, 0.0),
            Direction::Right => self.camera.moved(-x, 0.0),
            Direction::Up => self.camera.moved(0.0, y),
            Direction::Down => self.camera.moved(0.0, -y),
        })
    }

    /// From nowhere, to the point nearest to the middle of what one sees.
    fn walk(&mut self, way: Direction) -> Then {
        let middle = self.camera.on_map(self.camera.width / 2.0, self.camera.height / 2.0);
        match self.at {
            Some(from) => self.go(toward(&self.points, &self.keeps, from, way)),
            None => self.go(nearest(&self.points, &self.keeps, middle, f64::INFINITY)),
        }
    }

    fn go(&mut self, to: Option<usize>) -> Then {
        let Some((at, point)) = to.and_then(|at| Some((at, self.points.get(at)?))) else {
            return Then::Nothing;
        };
        self.camera = self.camera.showing(point.point);
        self.at = Some(at);
        Then::At(at)
    }

    fn press(&mut self, finger: i32, x: f64, y: f64) -> Then {
        self.pressed = self.fingers.is_empty().then_some((x, y));
        self.fingers.retain(|(of, ..)| *of != finger);
        self.fingers.push((finger, x, y));
        Then::Nothing
    }

    fn drag(&mut self, finger: i32, x: f64, y: f64) -> Then {
        let Some(at) = self.fingers.iter().position(|(of, ..)| *of == finger) else {
            return self.hover(x, y);
        };
        if let Some((from_x, from_y)) = self.pressed {
            if distance(x - from_x, y - from_y) < STEADY {
                return Then::Nothing;
            }
            self.pressed = None;
        }
        let (_, was_x, was_y) = std::mem::replace(&mut self.fingers[at], (finger, x, y));
        let Some((_, other_x, other_y)) = self.fingers.iter().find(|(of, ..)| *of != finger).copied() else {
            return self.look(self.camera.moved(x - was_x, y - was_y));
        };
        // Two fingers: what is between them stays between them.
        let apart = |x: f64, y: f64| distance(x - other_x, y - other_y).max(1.0);
        let middle = (f64::midpoint(x, other_x), f64::midpoint(y, other_y));
        let moved = self.camera.moved((x - was_x) / 2.0, (y - was_y) / 2.0);
        self.look(moved.zoomed(apart(x, y) / apart(was_x, was_y), middle.0, middle.1))
    }

    fn release(&mut self, finger: i32, x: f64, y: f64) -> Then {
        self.fingers.retain(|(of, ..)| *of != finger);
        if self.pressed.take().is_none() {
            return Then::Nothing;
        }
        match self.hit(x, y) {
            Some(at) => Then::Open(at),
            None => Then::Nothing,
        }
    }

    fn leave(&mut self, finger: i32) -> Then {
        self.fingers.retain(|(of, ..)| *of != finger);
        self.pressed = None;
        self.point_at(None)
    }

    fn hover(&mut self, x: f64, y: f64) -> Then {
        let under = self.hit(x, y);
        self.point_at(under)
    }

    fn point_at(&mut self, under: Option<usize>) -> Then {
        let changed = under != self.under;
        self.under = under;
        if changed { Then::Draw } else { Then::Nothing }
    }

    /// The point that a press there means.
    fn hit(&self, x: f64, y: f64) -> Option<usize> {
        nearest(&self.points, &self.keeps, self.camera.on_map(x, y), REACH / self.camera.scale())
    }
}

/// How much nearer the wheel comes by turning that many pixels; turning back undoes it.
fn turned(by: f64) -> f64 {
    let near = 1.0 + by.abs() / 350.0;
    if by < 0.0 { near } else { 1.0 / near }
}

/// In pixels of a screen: nothing overflows.
fn distance(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests;
