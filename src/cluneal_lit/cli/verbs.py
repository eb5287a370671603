"""The verbs, with the words of their help."""

from __future__ import annotations

# What each verb does, how it is called and for what, and what else is to be known.
VERBS: dict[str, tuple[str, tuple[tuple[str, str], ...], str]] = {
    "run": (
        "scan, refresh, check and build: the whole job",
        (
            ("cluneal-lit run", "check everything and write output/"),
            ("cluneal-lit run --offline", "without a network, from what is stored"),
            ("cluneal-lit run --frozen", "the same, and fail if the store does not know all that is cited"),
        ),
        "",
    ),
    "scan": (
        "list the citations of documents, each with its place and identifiers",
        (
            ("cluneal-lit scan", "the documents of the project"),
            ("cluneal-lit scan page.md notes/", "any files and folders; no project is needed"),
        ),
        "",
    ),
    "parse": (
        "take reference strings apart into fields, identifiers and the kind of work",
        (
            ("cluneal-lit parse references.txt", "each line with its fields in colour, or named below it"),
            ("cluneal-lit parse references.txt --json", "CSL-JSON, an answer a line"),
            ("grep Isu list.txt | cluneal-lit parse", "from standard input"),
        ),
        "\n\nA reference a line; a line that is a JSON object has it under `raw`. With --json every line, an empty\n"
        "one too, is answered with one line, in order, at once: raw, item (CSL-JSON; its id is that of the object,\n"
        "or the number of the line), confidence (0 to 1), malformed (what looks like an identifier and is none).\n"
        "2 when a line holds no reference: an object without `raw`. No project and no network are needed.",
    ),
    "refresh": (
        "ask the services about what is missing or stale",
        (
            ("cluneal-lit refresh", "what is new, or older than 30 days"),
            ("cluneal-lit refresh --max-age 7d", "what is new, or older than a week"),
            ("cluneal-lit refresh --only-stale", "what is older than 30 days, and nothing new"),
            ("cluneal-lit refresh isu2018 10.1000/182", "these works, however recent"),
        ),
        "",
    ),
    "check": (
        "say what is wrong with the citations, where, and what to do",
        (
            ("cluneal-lit check", "every finding, the notes too"),
            ("cluneal-lit check --fail-on warning", "let a warning make the exit code 1"),
            ("cluneal-lit check --select LIT5 --ignore LIT503", "only what became of works, corrections left out"),
            ("cluneal-lit check --write-baseline known.json", "remember what is found now"),
            ("cluneal-lit check --baseline known.json --format github", "let only new findings fail"),
            ("cluneal-lit check --list-retracted", "the ids of retracted works, a line each"),
            ("cluneal-lit check --fix | git apply", "mend what is certain; --fix --write does it without git"),
            ("cluneal-lit check --links", "tell links that lead nowhere, too"),
            ("cluneal-lit check --html report.html", "a page to read: what is wrong, sentence by sentence"),
            ("cluneal-lit check --pairs pairs.md", "write sentences beside the abstracts that they cite"),
            ("cluneal-lit check --store", "whether the stored records are what was received"),
            ("cluneal-lit check --fresh", "whether they are what the services say now; nothing is stored"),
            ("cluneal-lit check paper.docx refs.bib", "any files; no project is needed"),
            ("cluneal-lit check https://clinic.example/leaflet.html", "a page of the web"),
            ("cluneal-lit check refs.bib --catalogue works.json", "in a world of these works alone"),
        ),
        "\n\nIn a project FILEs are held against its store. Elsewhere the services are asked, and what they\n"
        "answer is kept in your cache folder, never beside the file. A catalogue is CSL-JSON, an array or an\n"
        "item a line, or PubMed's XML: what it lacks does not exist. 2 when a file cannot be read.\n"
        "Of a URL only the page is fetched; links are followed with --links alone.",
    ),
    "diff": (
        "tell what changed in the literature since a day: retracted, corrected, published, updated, details",
        (
            ("cluneal-lit diff", "all that refreshes ever saw change"),
            ("cluneal-lit diff 2026-11-01", "on that day and later"),
            ("cluneal-lit diff 7d --json", "in the last week, for programs"),
        ),
        "\n\nFrom references/changes.jsonl: the day is the one on which a refresh saw the change.",
    ),
    "build": (
        "render the templates into output/",
        (
            ("cluneal-lit build", "write what changed"),
            ("cluneal-lit build --check", "only say what is not current"),
            ("cluneal-lit build --only references.bib", "write this output alone"),
        ),
        "",
    ),
    "show": (
        "say what is known of a work, from whom and since when, where it is cited and how to cite it",
        (
            ("cluneal-lit show isu2018", "by its citation key"),
            ("cluneal-lit show 29656623", "by PMID, DOI, PMCID …, in any usual form"),
            ("cluneal-lit show isu2018 --format bibtex", "its entry for a bibliography, and nothing else"),
        ),
        "",
    ),
    "match": (
        "list the references whose work is not certain, decide which it is, or match with a catalogue",
        (
            ("cluneal-lit match", "what is not certain, with the works it may mean"),
            ("cluneal-lit match --accept 3f2a pmid:29656623", "this citation is that work"),
            ("cluneal-lit match --reject notes.md:12 isu2018", "the citation in this line is not that work"),
            ("cluneal-lit match --catalogue works.json queries.jsonl", "no project is needed"),
        ),
        "\n\nCITATION is the id that the list shows, its beginning, or FILE:LINE; ID an identifier or a citation key.\n"
        "Decisions are lines of references/decisions.toml; --undo takes one back.",
    ),
    "dedupe": (
        "find the records that are one work, and write each work once; without files, what the project joined",
        (
            ("cluneal-lit dedupe", "what the project joined for its likeness, and what it asks"),
            ("cluneal-lit dedupe a.ris b.nbib c.csv", "count the duplicates; nothing is written"),
            ("cluneal-lit dedupe exports/ -o all.ris --report all.html", "each work once, and a page to look it over"),
            ("cluneal-lit dedupe a.ris b.csv -o all.bib --prefer PubMed,b.csv", "whose record stays"),
            ("cluneal-lit dedupe a.ris b.csv --decisions d.toml --apart 12 90", "two works, the next time too"),
        ),
        "\n\nA record is named by its own id, or FILE:ID where two files have it. Duplicates are counted within a\n"
        "source (the database that a record names, else its file) and across sources: identified = within +\n"
        "across + left. Without --prefer the fullest record of a work stays, and what it lacks is filled from the\n"
        "others. No project and no network are needed: docs/deduplicating.md.",
    ),
    "join": (
        "say that two works are one",
        (
            ("cluneal-lit join isu2018 doi:10.1000/182", "by citation key or identifier"),
            ("cluneal-lit join isu2018 refs.bib#isu", "by the name of a record in a library file"),
            ("cluneal-lit join isu2018 isu --undo", "take it back"),
        ),
        "\n\nA line of references/decisions.toml; every key stays valid. Two works of PubMed are never one.",
    ),
    "apart": (
        "say that two works, or two records of one, are two",
        (
            ("cluneal-lit apart isu2018 isu2019", "by citation key or identifier; they are not asked about again"),
            ("cluneal-lit apart pmid:29656623 refs.bib#isu", "part what was joined"),
            ("cluneal-lit apart isu2018 isu2019 --undo", "take it back"),
        ),
        "\n\nA line of references/decisions.toml.",
    ),
    "waive": (
        "say that a finding need not be heeded, why, and until when",
        (
            ('cluneal-lit waive LIT501:isu2018 --reason "cited as retracted"', "every such finding about a work"),
            ('cluneal-lit waive LIT404-1f0c8d22ab --reason "a slip of PubMed" --until 2027-01-01', "one, by its id"),
            ("cluneal-lit waive LIT501:isu2018 --undo", "take it back"),
        ),
        "\n\nA line of references/decisions.toml. What is waived is told and counted, and fails neither `check` nor\n"
        "`run`, up to and on the day of --until. What is waived about a work's status (LIT5…) counts again when the\n"
        "status changes after the day of the waiver. Waivers that hold nothing are findings. Ids: `check --json`.",
    ),
    "add": (
        "bring works into the project's library: bibliographies, or identifiers to ask about",
        (
            ("cluneal-lit add ~/Downloads/export.ris", "copied into references/library/, over no other file"),
            ("cluneal-lit add 29656623 10.1000/182", "entries that the next refresh asks about"),
        ),
        "\n\nSaid is how many of the records have an identifier that the project knew before. What was named by an\n"
        "identifier stands in references/library/added.jsonl; a line taken out of it takes the work out.",
    ),
    "convert": (
        "write bibliographies of any format as one of another",
        (
            ("cluneal-lit convert export.ris -o mine.bib", "the suffix of OUT names its format"),
            ("cluneal-lit convert a.nbib b.xml c.csv -o all.ris", "several as one; none is overwritten"),
            ("cluneal-lit convert savedrecs.txt --to csl", "on standard output"),
        ),
        "\n\nRead are BibTeX, RIS, NBIB, CSL-JSON, EndNote's XML and tags, Web of Science's tags, CSV and PubMed's\n"
        "XML, told apart by their content. What a format has no place for goes into its notes: docs/formats.md.\n"
        "What is wrong in a file is told on standard error; 2 when one cannot be read, and then nothing is written.",
    ),
    "note": (
        "make or open the annotation of a work",
        (
            ("cluneal-lit note isu2018", "the one on this work, made if there is none"),
            ("EDITOR=nano cluneal-lit note isu2018", "in the editor of this name"),
        ),
        "\n\nThe editor is the one that $VISUAL or $EDITOR names. Without one, without a terminal\n"
        "and with --json nothing is opened: the path of the note is printed.",
    ),
    "init": (
        "make a configuration and a place for documents in this folder",
        (("cluneal-lit init", "in this folder"), ("cluneal-lit -C my-pages init", "in another one")),
        "\n\nNothing that is there is changed.",
    ),
    "doctor": (
        "say whether this machine, this project and the services are as the program expects them",
        (("cluneal-lit doctor", "look here"), ("cluneal-lit doctor --probe", "ask the services too, some 20 requests")),
        "\n\nWith --probe: 1 when a statement of docs/services.md no longer holds, 3 when a service is silent.",
    ),
    "prune": (
        "remove stored records that nothing cites any more",
        (
            ("cluneal-lit prune", "list them; at a terminal it asks"),
            ("cluneal-lit prune --yes", "list and remove them"),
        ),
        "\n\nKept is what documents, library, notes, reading lists and decisions name, and what these lead to.\n"
        "A citation key once given stays taken.",
    ),
    "explain": (
        "say what a finding's code means, why it matters and what to do",
        (("cluneal-lit explain LIT402", "one code"), ("cluneal-lit explain", "a line for each code")),
        "",
    ),
}
