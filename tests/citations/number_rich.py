# ruff: noqa: E501
"""Sixty invented pages full of numbers that cite nothing, the same at every call.

Each is a heading and forty rows of one kind; `{}` in a row stands for a random number, drawn by the letter within.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

ROWS = 40
# name -> what a row looks like: {d} a digit, {n} 1-99, {y} a year, {h} a hex digit, {m} 5 to 8 digits, {L} a letter
SHAPES: dict[str, str] = {
    "Price list": "{d}{d}{d}{d}{d}{d}  Wood screw {n} x {n} mm, galvanised   {n}.{d}{d} EUR   (10.{d}{d}{d}{d}/kg)",
    "Unit prices": "Copper pipe {n} mm: 10.{d}{d}{d}{d}/m, from {n} m 10.{d}{d}{d}{d}/Stück",
    "Telephone list": "Bauer, Anna   +49 30 {m}   ext. {d}{d}{d}   fax 030/{m}-{d}{d}",
    "Phone menu": "Press [{d}] for billing, [{d}{d}] for repairs or [0] for a person; callback 1-800-{d}{d}{d}-{d}{d}{d}{d}.",
    "Server log": '10.{d}{d}.{n}.{n} - - [{n}/Mar/{y}:12:{d}{d}:{d}{d} +0100] "GET /pub/{m} HTTP/1.1" 200 {m}',
    "Kernel log": "[{m}.{d}{d}{d}{d}{d}{d}] usb {d}-{d}: new device number {n}, idVendor={h}{h}{h}{h}, idProduct={h}{h}{h}{h}",
    "Database log": "{y}-03-{d}{d} 12:0{d}:{d}{d}.{d}{d}{d} UTC [{m}] ERROR: duplicate key id={m} in med_orders",
    "Genealogy": "{n}. Johann Huber, * {n}.{n}.{y} in Linz, † {y}, oo {y} Maria Mayr (S. {n}, Nr. {d}{d}{d})",
    "Parish register": "Fol. {n}v, no. {d}{d}{d}: bapt. {n} May 17{d}{d}, Petrus f. Joannis [{n}]",
    "Bank statement": "{n}.0{d}.{y}  Ref {m}{m}  AT{d}{d} {d}{d}{d}{d} {d}{d}{d}{d} {d}{d}{d}{d}  -{d}.{d}{d}{d},{d}{d}",
    "Invoices": "Invoice no. {y}/{d}{d}{d}{d}, order {m}, VAT {d}{d}.{d} %, due {n}/{n}/{y}, total {d},{d}{d}{d}.{d}{d}",
    "Football table": "{n}. Rovers   {n}  {n}  {n}  {n}  {n}:{n}  {n}",
    "Athletics results": "{n} ({d}) Okoye NGR 10.{d}{d} (+0.{d}) / 10.{d}{d}{d}; {n} Silva BRA 10.{d}{d}",
    "Cricket scores": "Khan c & b Rao {n} ({n}b {d}x4), total {d}{d}{d}/{d} (50 ov, RR {d}.{d}{d})",
    "Chess games": "{n}. Nf3 d5 {n}. g3 c5 {n}. Bg2 Nc6 [%clk 0:{d}{d}:{d}{d}] 1/2-1/2 (Elo {d}{d}{d}{d})",
    "Patents": "US {d},{d}{d}{d},{d}{d}{d} B2; EP {m} A1; WO {y}/{d}{d}{d}{d}{d}{d}; filed {y}-0{d}-1{d}",
    "Laws": "§ {n} Abs. {d} Z {d} BGBl. I Nr. {n}/{y}, zuletzt geändert durch BGBl. I Nr. {d}{d}{d}/{y} (§§ {n}, {n})",
    "Court files": "Case C-{d}{d}{d}/{d}{d}, ECLI:EU:C:{y}:{d}{d}{d}, paras {n}-{n}; No. {d}{d}-{d}{d}{d}{d}",
    "Cookery": "{d}{d}0 g flour ({n}), {n} ml milk, {d} eggs; bake {n}-{n} min at {d}{d}0 °C [gas {d}]",
    "Timetable": "IC {d}{d}{d}  dep 0{d}:{d}{d}  arr 1{d}:{d}{d}  platform {n}  (runs {d}-{d}, not {n}.{n}.)",
    "Part numbers": "P/N {d}{d}{d}-{m}-{d}{d}  PMC-{m}  rev {L}  NSN {d}{d}{d}{d}-{d}{d}-{d}{d}{d}-{d}{d}{d}{d}",
    "Chips": "PMC{d}{d}{d}  NCT{d}{d}{d}{d}  LM{d}{d}{d}  {d}.{d} V  {n} mA  DIP-{n} (10/{d}{d})",
    "Coordinates": "{n}.{m}, -{n}.{m} ({n}°{n}'{n}.{d}\" N, {n}°{n}'{n}.{d}\" W) 10.{d}{d}{d}{d}/{n}.{d}{d}{d}{d}",
    "Networks": "10.{n}.{n}.0/24 via 10.{n}.0.1 dev eth{d} metric {d}00  fe80::{h}{h}{h}{h}:{h}{h}ff:fe{h}{h}:{h}{h}{h}{h}/64",
    "Identifiers of machines": "{h}{h}{h}{h}{m}-{h}{h}{h}{h}-4{h}{h}{h}-8{h}{h}{h}-{h}{h}{h}{h}{m}  MAC {h}{h}:{h}{h}:{h}{h}",
    "Checksums": "{h}{h}{h}{h}{m}{h}{h}{h}{m}{h}{h}{m}{h}{h}{h}{h}  release-{n}.{n}.{d}.tar.gz",
    "Chemicals": "Substance {n}: CAS {m}-{d}{d}-{d}, EC {d}{d}{d}-{d}{d}{d}-{d}, UN {d}{d}{d}{d}, mp {n}-{n} °C",
    "Addresses": "{n} Rue de Rivoli, {d}{d}{d}{d}{d} Paris; {d}{d}{d} W {n}th St, NY {d}{d}{d}{d}{d}-{d}{d}{d}{d}",
    "Versions": "tool-10.{d}{d}{d}{d}/build-{d}{d}{d}{d} (was v10.{d}{d}{d}{d}/{d}{d}{d}{d}), tag {d}.{d}.{n}-rc{d}",
    "Folders": "/srv/10.{d}{d}{d}{d}/{d}{d}{d}{d}/img_{m}.png  {m} bytes  -rw-r--r-- {y}-0{d}-1{d}",
    "Files": "drwxr-xr-x {d} root med {m} Mar {n} 1{d}:{d}{d} 10.{d}{d}{d}{d}",
    "Music catalogue": "Op. {n} No. {d}, BWV {d}{d}{d}, K. {d}{d}{d} (K6 {n}), side {L}, {d}:{d}{d}; cat. {d}{d}{d} {m}-{d}",
    "Lottery": "Draw {d}{d}{d}{d}: {n} {n} {n} {n} {n} {n} ({n})  jackpot {m}",
    "Survey": "Very satisfied (n={d}{d}{d}) {n}%  satisfied (n={n}) {n}%  neither ({d}) {n}.{d}%",
    "Statistics": "Group {L}: mean {n}.{d} (SD {d}.{d}), OR {d}.{d}{d} [95% CI {d}.{d}{d}, {n}.{d}{d}], p=0.0{d}{d}, n={d}{d}{d}",
    "Norms": "ISO {d}{d}{d}{d}-{d}:{y}, DIN EN {d}{d}{d}{d}{d} ({y}-0{d}), IEC {d}{d}{d}{d}{d}-{d}-{n}",
    "Weather": "{y}-0{d}-1{d}  {n}.{d}/{d}.{d} °C  10{n}.{d} hPa  wind {n} km/h  rain {d}.{d} mm (10.{d}{d}{d}{d}/{n})",
    "Stars": "HD {m}  RA {n}h {n}m {n}.{d}s  Dec +{n} {n} {n}  V={d}.{d}{d}  NGC {d}{d}{d}{d}  J{d}{d}{d}{d}+{d}{d}{d}{d}",
    "Bus stops": "Stop {m}: lines {n}, {n}, {n} and {n}; every {n}-{n} min; see sign [{n}]",
    "Vehicles": "W-{m}{L}, VIN WDB{m}{L}{d}{m}, {y}, {m} km, {n} kW ({d}{d}{d} PS)",
    "Accounts": "Account {d}{d}{d}{d} Office supplies   {d},{d}{d}{d}.{d}{d}   ({d},{d}{d}{d}.{d}{d})   {n}.{d}{d}",
    "Tracking": "RR{m}{d}AT  1Z{m}{m}  {n} kg  weighed {y}-0{d}-1{d} 0{d}:{d}{d}  parcel {d}/{d}",
    "Elections": "Ward {n}: {d},{d}{d}{d} ({n}.{d}%), {d},{d}{d}{d} ({n}.{d}%), turnout {n}.{d} [+{d}.{d}], {m} entitled",
    "Stock": "ISIN AT0000{m}  {n}.{d}{d}  +{d}.{d}{d}%  vol. {m}  52w {n}.{d}{d}-{n}.{d}{d}  P/E 10.{d}{d}{d}{d}/{d}",
    "Trials of a race": "Heat {d} ({n}): lane {d} {n}.{d}{d}, lane {d} {n}.{d}{d}; splits {n}.{d}, {n}.{d}, {n}.{d}",
    "Museum": "Inv. {y}.{n}.{d}{d}{d}; H {n} x W {n} cm; gift {y}; box {n}, shelf {L}{n} (see {n})",
    "C": "static const uint32_t table_{n}[{n}] = {{ 0x{h}{h}{h}{h}{h}{h}{h}{h}u, {m}u, 0{d}{d}7, 10.{d}{d}{d}{d}f/{n} }};",
    "Python": "@cache_{n}\ndef f{n}(a: int = {m}) -> float: return a[{n}] + [1, {n}][{d}] * 10.{d}{d}{d}{d}/{d}{d}  # [{n}]",
    "Java": '@Test(timeout = {m}) public void t{n}() {{ assertEquals({m}L, list.get({n})); map[{n}] = "@{n}"; }}',
    "SQL": "INSERT INTO pub (id, n, at) VALUES ({m}, {d}{d}{d}.{d}{d}, '{y}-0{d}-1{d}'), ({m}, NULL, '@{n}');",
    "Platforms": "The bus stops at the platforms ({d}, {n}, 98) on weekdays, and at the others (2, 4, 6).",
    "Parts of a machine": "The bolts [{n}] hold the plate [{n}], and the spring [{n}] presses the lever [{n}] down.",
    "Ages": "Median age of the visitors was {n} [{n}-{n}], and {d} [2–9] of them came by bus [{n}%].",
    "Marks": "Her marks were [{n}, {n}, {n}] in the end, and those of her brother [{d}, {n}].",
    "Lessons": "Then they learned to count in tens. (10) The next lesson was easy. ({n}) All of them (2-3) liked it.",
    "Rooms": "Guests may choose among the quiet rooms (2,3,5). Breakfast is served on two floors (1, 2).",
    "Sorting": "Given the numbers [3, 1, 2] the function returns [1, 2, 3] and the index [{d}] of the least.",
    "Seats": "We had good seats in the front rows[{n}] and our friends sat behind us[{n}], near the door.",
    "Steps to take": "Open the lid of the box. (1) Take out the lamp. (2) Read the label of it. (3) Close the lid.",
    "Keys to press": "To save what you wrote press the keys [{n}] and [{n}]; to print it, hold the key [{d}] down.",
}
_DRAWN = re.compile(r"\{([a-zA-Z])\}")


def pages() -> Iterator[tuple[str, str]]:
    """The name and the text of each page."""
    for name, shape in SHAPES.items():
        order = random.Random(name)
        yield name, "\n".join([name, "", *(_row(shape, order) for _ in range(ROWS))]) + "\n"


def _row(shape: str, order: random.Random) -> str:
    drawn = _DRAWN.sub(lambda found: _drawn(found[1], order), shape)
    return drawn.replace("{{", "{").replace("}}", "}")


def _drawn(letter: str, order: random.Random) -> str:
    return {
        "d": lambda: order.choice("0123456789"),
        "n": lambda: str(order.randint(1, 99)),
        "y": lambda: str(order.randint(1890, 2026)),
        "h": lambda: order.choice("0123456789abcdef"),
        "m": lambda: str(order.randint(10_000, 99_999_999)),
        "L": lambda: order.choice("ABCDEFGHKLMNPQRSTUVWXYZ"),
    }[letter]()
