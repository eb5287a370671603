"""LaTeX's names of letters and signs that are no accented letters:."""

from __future__ import annotations

SYMBOLS = {
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "euro": "€", "texteuro": "€", "EUR": "€",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flqq": "«", "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "textquotesingle": "'", "textquotedbl": '"', "textasciigrave": "`", "textexclamdown": "¡",
    "textquestiondown": "¿", "ldots": "…", "dots": "…", "textellipsis": "…", "cdots": "⋯", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°",
    "textordfeminine": "ª", "textordmasculine": "º", "textpm": "±", "texttimes": "×", "textdiv": "÷", "textmu": "µ",
    "micro": "µ", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "textsection": "§", "textparagraph": "¶", "textsterling": "£",
    "textyen": "¥", "textcent": "¢", "textbullet": "•", "textperiodcentered": "·", "textdagger": "†",
    "textdaggerdbl": "‡", "dag": "†", "ddag": "‡", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
    "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textpercent": "%", "textnumero": "№",
    "textcelsius": "℃", "textminus": "−", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX",
    "slash": "/",
    "bibrangedash": "–", "bibnamedelima": " ", "bibnamedelimb": " ", "bibnamedelimc": " ",
    "bibnamedelimd": " ", "bibnamedelimi": " ", "bibinitperiod": ".", "bibinitdelim": " ",
    "lbrack": "[", "rbrack": "]", "quad": " ", "qquad": " ", "enspace": " ", "enskip": " ",
    "thinspace": " ", "space": " ", "nobreakspace": " ", "newline": "\n", "linebreak": "\n", "hyp": "-", "_": "_",
}  # fmt: skip
GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
    "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "pm": "±", "mp": "∓",
    "times": "×", "div": "÷", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "sim": "∼", "equiv": "≡", "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "leftrightarrow": "↔", "uparrow": "↑", "downarrow": "↓", "circ": "°", "prime": "′", "ell": "ℓ", "partial": "∂",
    "sum": "∑", "prod": "∏", "int": "∫", "in": "∈", "subset": "⊂", "cup": "∪", "cap": "∩", "forall": "∀",
    "exists": "∃", "ast": "∗", "star": "⋆", "bullet": "•", "dagger": "†", "lt": "<", "gt": ">", "less": "<",
    "greater": ">", "langle": "⟨",
    "rangle": "⟩", "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textkappa": "κ",
    "textlambda": "λ", "textomega": "ω", "textsigma": "σ", "texttau": "τ", "textepsilon": "ε", "textpi": "π",
    "textchi": "χ", "textrho": "ρ", "textDelta": "Δ", "textOmega": "Ω",
}  # fmt: skip
