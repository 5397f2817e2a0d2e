//! Draws a map or a tree from its model as JSON, to look at it:
//! `cargo run -p documents --example pictures -- map.json map.svg` (or `map.png`; a file named `tree…` holds a tree).

use documents::picture::{Frame, map, png, tree};
use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [model, out] = &args[..] else { return Err("say which model, and where the picture goes".into()) };
    let frame = Frame { congress: "4e congrès des élues et élus au numérique", fictional: true };
    let json = std::fs::read_to_string(model)?;
    let started = Instant::now();
    let name = model.rsplit('/').next().unwrap_or(model);
    let svg = if name.starts_with("tree") {
        tree(&serde_json::from_str(&json)?, &frame)?
    } else {
        map(&serde_json::from_str(&json)?, &frame)?
    };
    let bytes = if out.ends_with(".png") { png(&svg, 1_400)? } else { svg.into_bytes() };
    println!("{out}: {} bytes, {:.2} s", bytes.len(), started.elapsed().as_secs_f64());
    std::fs::write(out, bytes)?;
    Ok(())
}
