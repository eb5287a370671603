"""The signs that Word keeps as a number in a font of symbols."""

from __future__ import annotations

# Adobe's Symbol encoding, as far as texts use it: Greek, and a few signs.
_SYMBOL = str.maketrans(
    "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprVstufcyw£³±´·¹»-®¬¥°Ö",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω≤≥±×•≠≈−→←∞°√",
)
_PRIVATE = 0xF000  # fonts of symbols have their signs from here on


def symbol(font: str, code: str) -> str:
    """The character of a symbol by its font and hexadecimal code; a bullet where no character says it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if font.lower() == "symbol":
        return chr(number & 0xFF).translate(_SYMBOL) if number & 0xFF >= 0x20 else ""
    if _PRIVATE <= number < _PRIVATE + 0x100:
        return "•"
    return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""
