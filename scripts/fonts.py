"""Makes the font files of Plénière from those of their designers.

Not part of the build: what it writes is committed, so that nobody needs Python to build the site.
Run it again to take a newer version of a family or another set of letters:

    python3 -m venv fonts-env && fonts-env/bin/pip install fonttools brotli
    npm install --prefix fonts-src source-serif@4.5.1 \
        @fontsource-variable/atkinson-hyperlegible-next@5.3.0 @expo-google-fonts/atkinson-hyperlegible-next@0.4.1
    fonts-env/bin/python scripts/fonts.py fonts-src/node_modules

It writes variable WOFF2 subsets for screens into public/fonts, and static TrueType files for the PDF
into crates/documents/fonts. Both are « derived versions » under the SIL Open Font Licence. Source Serif
reserves the name « Source », so the families are renamed: Pleniere Serif and Pleniere Sans.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent.parent
SCREEN = ROOT / "public" / "fonts"
PAPER = ROOT / "crates" / "documents" / "fonts"

# French, and what names and borrowed words need: Latin-1 and the punctuation of printed French.
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x152, 0x153, 0x178, 0x2BC, 0x2C6, 0x2DA, 0x2DC]
LATIN += [0x2009, 0x200A, 0x202F, *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026]
LATIN += [0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x2070, *range(0x2074, 0x207A), 0x20AC, 0x2116, 0x2122]
LATIN += [0x2190, 0x2192, 0x2191, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x2713, 0x3C7]
# Breton, Basque, Corsican, Polish, Romanian, Turkish … names: fetched only by pages that hold one.
EXTENDED = [*range(0x100, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x1E9E, 0x1EF2, 0x1EF3]
EXTENDED = [code for code in EXTENDED if code not in LATIN]
PRINTED = LATIN + EXTENDED

# What the sheets of style use: small alternates weigh more than all letters together.
FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "tnum"]


def open_font(path):
    font = TTFont(path)
    thin = font.getBestCmap().get(0x2009)
    # The narrow no-break space of French numbers: Atkinson draws the thin space alone, and it is as wide.
    for table in font["cmap"].tables:
        if table.isUnicode() and 0x202F not in table.cmap and thin:
            table.cmap[0x202F] = thin
    # An eighth of an em before « ; » is lost on a screen: a fifth is seen.
    if glyph := font.getBestCmap().get(0x202F):
        font["hmtx"][glyph] = (font["head"].unitsPerEm // 5, 0)
    return font


def trim(font, letters):
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, hinting=False)
    options.drop_tables += ["DSIG"]
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=letters)
    chosen.subset(font)
    return font


def rename(font, family, style):
    """Gives the derived file its own name; copyright and licence (0, 13, 14) stay, as the licence wants."""
    names = font["name"]
    kept = {record.nameID: str(record) for record in names.names if record.nameID in (0, 13, 14)}
    names.names = []
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    kept |= {1: family, 2: style, 3: f"{postscript};derived", 4: f"{family} {style}", 5: "Version 1.000", 6: postscript}
    if style not in ("Regular", "Italic", "Bold"):
        kept |= {1: f"{family} {style}", 2: "Regular", 16: family, 17: style}
    for name_id, text in sorted(kept.items()):
        names.setName(text, name_id, 3, 1, 0x409)
    if "fvar" in font:
        font["fvar"].instances = []
        for axis in font["fvar"].axes:
            axis.axisNameID = names.addMultilingualName({"en": axis.axisTag}, font, mac=False)
    if "STAT" in font:
        del font["STAT"]
    return font


def weight(font, value, italic=False):
    font["OS/2"].usWeightClass = value
    selection = font["OS/2"].fsSelection & ~0b1100001
    font["OS/2"].fsSelection = selection | (0x01 if italic else 0) | (0x20 if value == 700 else 0) | (
        0x40 if value == 400 and not italic else 0)
    font["head"].macStyle = (1 if value == 700 else 0) | (2 if italic else 0)


def screen(source, limits, letters, family, file):
    font = instancer.instantiateVariableFont(trim(open_font(source), letters), limits)
    rename(font, family, "Regular")
    font.flavor = "woff2"
    save(font, SCREEN / file)


def paper(font, value, family, style, file):
    weight(font, value, italic="Italic" in style)
    save(rename(box(font), family, style), PAPER / file)


def box(font):
    """Draws □, which stands for a character that no font of the PDF has: neither family has one, nor any other such mark."""
    em = font["head"].unitsPerEm
    side, line, left = em * 60 // 100, em * 5 // 100, em * 8 // 100
    pen = TTGlyphPen(None)
    for low, high in [((left, 0), (left + side, side)), ((left + side - line, line), (left + line, side - line))]:
        # The inner square turns the other way round, and so is a hole.
        corners = [(low[0], low[1]), (low[0], high[1]), (high[0], high[1]), (high[0], low[1])]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    font["glyf"]["uni25A1"] = pen.glyph()
    font["hmtx"]["uni25A1"] = (side + 2 * left, left)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x25A1] = "uni25A1"
    return font


def save(font, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def main(modules):
    serif = modules / "source-serif" / "VAR"
    sans = modules / "@fontsource-variable" / "atkinson-hyperlegible-next" / "files"
    statics = modules / "@expo-google-fonts" / "atkinson-hyperlegible-next"

    roman = serif / "SourceSerif4Variable-Roman.ttf"
    # One optical size between quotations (19 px) and titles (48 px): keeping the axis would double the file.
    reading = {"wght": (400, 600), "opsz": 20}
    screen(roman, reading, LATIN, "Pleniere Serif", "serif.woff2")
    screen(roman, reading, EXTENDED, "Pleniere Serif", "serif-extended.woff2")
    tool = {"wght": (400, 700)}
    prefix = "atkinson-hyperlegible-next"
    screen(sans / f"{prefix}-latin-wght-normal.woff2", tool, LATIN, "Pleniere Sans", "sans.woff2")
    screen(sans / f"{prefix}-latin-ext-wght-normal.woff2", tool, EXTENDED, "Pleniere Sans", "sans-extended.woff2")

    for value, style, file in [(400, "Regular", "serif-regular.ttf"), (600, "SemiBold", "serif-semibold.ttf")]:
        font = instancer.instantiateVariableFont(trim(open_font(roman), PRINTED), {"wght": value, "opsz": 12})
        paper(font, value, "Pleniere Serif", style, file)
    italic = trim(open_font(serif / "SourceSerif4Variable-Italic.ttf"), PRINTED)
    italic = instancer.instantiateVariableFont(italic, {"wght": 400, "opsz": 12})
    paper(italic, 400, "Pleniere Serif", "Italic", "serif-italic.ttf")
    for value, folder, style in [(400, "400Regular", "Regular"), (700, "700Bold", "Bold")]:
        font = trim(open_font(statics / folder / f"AtkinsonHyperlegibleNext_{folder}.ttf"), PRINTED)
        paper(font, value, "Pleniere Sans", style, f"sans-{style.lower()}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
