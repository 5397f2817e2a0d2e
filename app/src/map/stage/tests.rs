use domain::analysis::Point;
use domain::contribution::{ContributionNumber, Kind};
use domain::member::College;
use proptest::prelude::*;

use super::*;

fn stage() -> Stage {
    let point = |n: u32, x: f32, y: f32| MapPoint {
        number: ContributionNumber::new(n),
        ordinal: 1,
        point: Point { x, y },
        theme: Some(1),
        kind: Kind::Idea,
        college: College::Elected,
        departement: "29".into(),
        areas: vec![],
    };
    let points = vec![point(1, 0.25, 0.25), point(2, 0.75, 0.25), point(3, 0.5, 0.75)];
    let mut stage = Stage::new(points, vec![]);
    stage.act(Gesture::Resize(500.0, 500.0));
    stage
}

fn on_screen(stage: &Stage, at: usize) -> (f64, f64) {
    stage.camera.on_screen(stage.points[at].point)
}

#[test]
fn a_press_opens_the_point_under_it_and_a_drag_does_not() {
    let mut stage = stage();
    let (x, y) = on_screen(&stage, 1);
    stage.act(Gesture::Press(1, x + 5.0, y));
    stage.act(Gesture::Move(1, x + 7.0, y));
    assert_eq!(stage.act(Gesture::Release(1, x + 7.0, y)), Then::Open(1));
    stage.act(Gesture::Press(1, x, y));
    stage.act(Gesture::Move(1, x + 60.0, y));
    assert_eq!(stage.act(Gesture::Release(1, x, y)), Then::Nothing);
    // Far from any point, a press opens nothing; what a filter hides isn't there.
    stage.act(Gesture::Press(1, 5.0, 5.0));
    assert_eq!(stage.act(Gesture::Release(1, 5.0, 5.0)), Then::Nothing);
    stage.keeps[1] = false;
    stage.act(Gesture::Press(1, x, y));
    assert_eq!(stage.act(Gesture::Release(1, x, y)), Then::Nothing);
}

#[test]
fn two_fingers_come_nearer_and_one_slides() {
    let mut stage = stage();
    stage.act(Gesture::Press(1, 200.0, 250.0));
    stage.act(Gesture::Press(2, 300.0, 250.0));
    assert_eq!(stage.act(Gesture::Move(2, 400.0, 250.0)), Then::Draw);
    assert!((stage.camera.zoom - 2.0).abs() < 1e-9, "{:?}", stage.camera);
    stage.act(Gesture::Release(2, 400.0, 250.0));
    let before = stage.camera.on_map(0.0, 0.0).0;
    stage.act(Gesture::Move(1, 150.0, 250.0));
    assert!(stage.camera.on_map(0.0, 0.0).0 > before);
    stage.act(Gesture::Whole);
    assert_eq!(stage.camera, Camera::new(500.0, 500.0));
}

#[test]
fn keys_walk_turn_and_open() {
    let mut stage = stage();
    let press = |stage: &mut Stage, name| key(name, false).map(|gesture| stage.act(gesture));
    assert_eq!(press(&mut stage, "Enter"), Some(Then::Nothing));
    assert_eq!(press(&mut stage, "ArrowRight"), Some(Then::At(2)), "from nowhere, to the middle");
    assert_eq!(press(&mut stage, "ArrowUp"), Some(Then::At(0)));
    assert_eq!(press(&mut stage, "ArrowRight"), Some(Then::At(1)));
    assert_eq!(press(&mut stage, "ArrowRight"), Some(Then::Nothing));
    assert_eq!(press(&mut stage, "PageDown"), Some(Then::At(2)));
    assert_eq!(press(&mut stage, "PageDown"), Some(Then::At(0)), "and round again");
    assert_eq!(press(&mut stage, "Enter"), Some(Then::Open(0)));
    assert_eq!(press(&mut stage, "a"), None);
    assert_eq!(key("ArrowUp", true), Some(Gesture::Slide(Direction::Up)));
}

#[test]
fn an_open_point_is_brought_into_sight() {
    let mut stage = stage();
    stage.act(Gesture::Wheel(0.0, 0.0, -800.0));
    stage.open(Some(2));
    let (x, y) = on_screen(&stage, 2);
    assert!((0.0..500.0).contains(&x) && (0.0..500.0).contains(&y), "{x}, {y}");
    assert_eq!(stage.find(Key { number: ContributionNumber::new(3), ordinal: 1 }), Some(2));
    assert_eq!(stage.key(2).map(|key| key.to_string()).as_deref(), Some("C-0003-1"));
    stage.open(Some(99));
    assert_eq!(stage.key(99), None);
}

fn gesture() -> impl Strategy<Value = Gesture> {
    let place = -50.0..550.0f64;
    prop_oneof![
        (0..3, place.clone(), place.clone()).prop_map(|(of, x, y)| Gesture::Press(of, x, y)),
        (0..3, place.clone(), place.clone()).prop_map(|(of, x, y)| Gesture::Move(of, x, y)),
        (0..3, place.clone(), place.clone()).prop_map(|(of, x, y)| Gesture::Release(of, x, y)),
        (0..3).prop_map(Gesture::Leave),
        (place.clone(), place, -900.0..900.0f64).prop_map(|(x, y, by)| Gesture::Wheel(x, y, by)),
        Just(Gesture::Nearer),
        Just(Gesture::Further),
        Just(Gesture::Walk(Direction::Down)),
        any::<bool>().prop_map(Gesture::Turn),
        (0.0..2000.0f64, 0.0..2000.0f64).prop_map(|(width, height)| Gesture::Resize(width, height)),
    ]
}

proptest! {
    #[test]
    fn any_gestures_leave_a_view_that_shows_the_map(gestures in prop::collection::vec(gesture(), 0..60)) {
        let mut stage = stage();
        for gesture in gestures {
            stage.act(gesture);
            let camera = stage.camera;
            prop_assert!(camera.zoom >= 1.0 && camera.zoom.is_finite() && camera.scale() > 0.0, "{camera:?}");
            let (x, y) = camera.on_map(camera.width / 2.0, camera.height / 2.0);
            prop_assert!((-0.1..=1.1).contains(&x) && (-0.1..=1.1).contains(&y), "{camera:?}");
        }
    }
}
