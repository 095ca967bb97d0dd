"""What each code of this folder means: the text of `layout explain`.

`M00x` files and YAML, `M01x` keys and values, `M02x` names and paths, `M03x` styles, `M04x` pictures, `M05x` stories,
`M06x` the dummy, `M07x` pieces in a story. A code keeps its meaning for good.
"""

from collections.abc import Mapping
from types import MappingProxyType


def _told(what: str, why: str, fix: str) -> str:
    return f"What: {what}\n\nWhy: {why}\n\nFix: {fix}"


MANIFEST_CODES: Mapping[str, str] = MappingProxyType(
    {
        "M001": _told(
            "A file is there but cannot be read.",
            "The system refused it, since it is a folder or you may not read it; or what is in it is damaged.",
            "Check that the name means a file and that you may read it; if so, export or copy it again.",
        ),
        "M002": _told(
            "A text file is not UTF-8.",
            "Letters outside of English would come out wrong; the place is that of the first byte that is no letter.",
            "Open the file with its present encoding and save it as UTF-8.",
        ),
        "M003": _told(
            "A file, or front matter, is not YAML.",
            "Mostly an indentation that does not match, a missing colon, or a colon or quote inside plain text.",
            "Look at the line named and the one above; put text that has a colon in it in quotes.",
        ),
        "M004": _told(
            "A tab, or a no-break space, stands where YAML wants spaces.",
            "YAML forbids tabs in indentation because editors show them in different widths; no-break spaces come with text"
            " that was copied from a web page.",
            "Replace it by plain spaces, and set the editor to write spaces in YAML files.",
        ),
        "M005": _told(
            "The same key is written twice.",
            "Only one of the values could count, and nobody could tell which was meant.",
            "Keep one of the two.",
        ),
        "M006": _told(
            "The input is larger or more deeply nested than any issue needs.",
            "Limits keep a slip of the hand, or a file made to harm, from using up the machine.",
            "Split or flatten it; write out values instead of aliases that multiply.",
        ),
        "M007": _told(
            "A feature of YAML is used that is no part of this language: a tag, a merge key, an undefined alias.",
            "What a file means should be readable from the file as it stands.",
            "Write the keys and values out.",
        ),
        "M008": _told(
            "The file holds something else than keys with values.",
            "A manifest, a style sheet and front matter are lists of `key: value`.",
            "Begin with `layout: 1` and write one key a line.",
        ),
        "M010": _told(
            "A key is not known at this place.",
            "A misspelt key would be ignored in silence, so it is refused.",
            "Take the key suggested, or see `layout schema` for all that there are.",
        ),
        "M011": _told(
            "Something that must be said is not said.",
            "The program will not guess it.",
            "Add the key named.",
        ),
        "M012": _told(
            "A value is not of the kind that its key takes.",
            "A number, a choice, a list or a text is wanted, and something else stands there.",
            "Write it as the hint shows.",
        ),
        "M013": _told(
            "A date is not a date.",
            "Dates are written year-month-day, so that every reader takes them for the same day.",
            "Write it like 2026-11-22, and check that the month has that day.",
        ),
        "M014": _told(
            "A length cannot be understood, or two lengths are out of order.",
            "A length is a number with its unit: pt, mm, cm, in, pica or lines.",
            "Write it like 12pt, 80mm or 3 lines.",
        ),
        "M015": _told(
            "A colour cannot be understood.",
            "A colour is the name of an ink of the style, or amounts of ink from 0 to 100.",
            "Write cmyk(0,100,80,0), gray(20%) or spot(NAME).",
        ),
        "M016": _told(
            "Something is asked for that this version does not make up yet.",
            "It is part of the language, but ignoring it would put a wrong paper on the press.",
            "Leave it out until a later version.",
        ),
        "M020": _told(
            "A slug or id is used twice.",
            "Slots, references and findings name pieces by it, so it must mean one thing.",
            "Rename one of the two.",
        ),
        "M021": _told(
            "A text file that the manifest names does not exist.",
            "Paths start at the manifest's folder.",
            "Check spelling and folder, or write the file.",
        ),
        "M022": _told(
            "A path leads out of the workspace.",
            "An issue must build on any machine from its own folder, and a manifest must not read other people's files."
            " Links are followed before this is checked.",
            "Put the file into the workspace and write a relative path.",
        ),
        "M023": _told(
            "The issue has no articles.",
            "There is nothing to print.",
            "Add `articles:` with at least one `- story: stories/name.md`.",
        ),
        "M024": _told(
            "A picture, box or slogan is named that the manifest does not define.",
            "Articles and `::: put` take pieces by id.",
            "Correct the id, or define the piece.",
        ),
        "M025": _told(
            "The dummy or a page reference names something that the issue does not have.",
            "Slots, runs and [[slug]] take stories by slug and pieces by id.",
            "Correct the name; the default slug of an article is its file's name without .md.",
        ),
        "M026": _told(
            "What `layout diff` should compare is neither a file nor in git.",
            "A revision is read from the repository that the manifest is in, so git must be installed and know it.",
            "Write `HEAD~1:issues/first/issue.yaml`; `git log --oneline` lists revisions, `git ls-tree -r` their files.",
        ),
        "M030": _told(
            "There is no style of this name.",
            "Styles are files in `styles/` of the workspace, or come with the program.",
            "Correct the name; `layout styles` lists them.",
        ),
        "M031": _told(
            "A style extends itself, or a role is like itself, perhaps by way of others.",
            "Such a chain has no beginning from which values could come.",
            "Take one `extends` or `like` out of the chain that the message shows.",
        ),
        "M032": _told(
            "A role of text is not known, or a role that every style needs is missing.",
            "A misspelt role would never be used; a missing one could not be set.",
            "Correct the name, or say the role in the style.",
        ),
        "M033": _told(
            "The style has no look of this name for a box or slogan.",
            "Looks are named under `boxes` and `slogans` of the style.",
            "Correct the name, or add the look to the style.",
        ),
        "M034": _told(
            "The style has no ink of this name.",
            "Inks are named under `inks` of the style, each before it is used there.",
            "Correct the name, or write the colour out.",
        ),
        "M035": _told(
            "There is no font family of this name.",
            "Families are folders of `fonts/` with a family.yaml, of the workspace or of the program.",
            "Correct the name (`layout fonts` lists them), or put the family into fonts/.",
        ),
        "M036": _told(
            "A furniture set, or a kind of furniture, is not known.",
            "Sets are named in the style, kinds are the program's.",
            "Correct the name.",
        ),
        "M037": _told(
            "There is no press profile of this name.",
            "The press decides on sizes, ink limits and the kind of PDF.",
            "Write newsprint, newsprint-x1a, proof or digital, or put your own into styles/press/.",
        ),
        "M038": _told(
            "The style has no words in a language of the issue.",
            'Furniture and references say things like "page 4" in the language of their story.',
            "Add the language under `words` of the style.",
        ),
        "M039": _told(
            "The fonts of a family are not there: its package is not installed, or a file is missing or damaged.",
            "Families that ship with the program, and some of a workspace's, live in packages of their own.",
            "Run the `pip install` line that is told, or put sound font files beside their family.yaml.",
        ),
        "M040": _told(
            "A picture file does not exist.",
            "Paths start at the manifest's folder; a story's picture may also stand beside the story.",
            "Check spelling and folder, or add the file.",
        ),
        "M041": _told(
            "A picture file is damaged.",
            "Its end is missing, or its header makes no sense: mostly a copy or download that was cut short.",
            "Export or copy it again.",
        ),
        "M042": _told(
            "A picture is larger than anything that prints.",
            "More than 300 million pixels or 400 MB would use up the machine and show no more on paper.",
            "Export it at 200 to 300 pixels an inch of its size in print.",
        ),
        "M043": _told(
            "A file is no picture of a kind that can be printed.",
            "The kind is told from the content, not from the name.",
            "Save it as JPEG, PNG, TIFF or SVG.",
        ),
        "M045": _told(
            "A PDF cannot be placed as an advertisement.",
            "It is damaged, encrypted, of more than one page or of none.",
            "Ask for it again as one page, PDF/X if possible, without a password.",
        ),
        "M044": _told(
            "A drawing (SVG) holds text along a path, a picture, a script or foreign content.",
            "Only its shapes and straight labels go to print, and the rest would be lost in silence.",
            "Convert such text to outlines in the drawing program; give pictures entries of their own.",
        ),
        "M050": _told(
            "A heading of a kind that stories do not have.",
            "The headline stands outside the text so that it can be set across columns; inside there are subheads.",
            "Move `# ...` into `headline:`; write `## ...` for a subhead.",
        ),
        "M051": _told(
            "A container or the front matter is not closed.",
            "Without its end, the rest of the story would be taken into it.",
            "Write `:::` (for front matter `---`) on the line after its last.",
        ),
        "M052": _told(
            "A container of this kind is not known.",
            "Containers are slogan, box, pullquote, letter, document, signature and put.",
            "Correct the name.",
        ),
        "M053": _told(
            "Code or HTML stands in a story.",
            "They have no form in print here, and leaving them out in silence would lose text.",
            "Write the text as a paragraph or list; put a backslash before a sign that is meant as such.",
        ),
        "M054": _told(
            "A picture stands inside a paragraph's text.",
            "Pictures stand between paragraphs; make-up finds the place nearby.",
            "Put the picture on a line of its own with an empty line before and after.",
        ),
        "M055": _told(
            "A link leads nowhere.",
            "Links take http, https and mailto addresses, written where the link stands.",
            "Write [text](https://...), or [[slug]] for another story.",
        ),
        "M056": _told(
            "Attributes in braces are not readable or not known.",
            "A misspelt attribute would be ignored in silence.",
            'Write {name=value other="several words"} with the names that the hint gives.',
        ),
        "M057": _told(
            "Three colons stand where no container can begin or end, or a container holds what it cannot.",
            "The end of one is missing above, or one end is too many, or it stands inside a list or quotation; slogans,"
            " signatures and pull quotes hold words alone.",
            "Remove the line, or add the missing one; put what it cannot hold before or after it.",
        ),
        "M058": _told(
            "Characters that print nothing, or that mean nothing outside their font.",
            "Invisible ones (soft hyphens, zero-width and control characters) are left out: they would break search,"
            " hyphenation and shaping. Private ones could not be copied out of the PDF.",
            "Remove them; write the character that is meant.",
        ),
        "M059": _told(
            "A story or container is empty.",
            "There is nothing to set.",
            "Write its text, or remove it.",
        ),
        "M060": _told(
            "A slot leaves the page grid.",
            "Columns and rows count from 1 to what the style's page has.",
            "Change `columns` or `rows`.",
        ),
        "M061": _told(
            "Two slots of a page overlap.",
            "Two things cannot stand in one place.",
            "Change `columns` or `rows` of one of them.",
        ),
        "M062": _told(
            "The dummy plans a page beyond the issue's last.",
            "`pages` says how many the press prints.",
            "Change the page in the dummy, or `pages`.",
        ),
        "M063": _told(
            "A subhead is the last thing of its story or piece.",
            "A heading promises what comes after it; alone at the foot of a leg it looks like text that was lost.",
            "Write on below it, or take it out.",
        ),
        "M064": _told(
            "A page is planned twice.",
            "Only one plan can hold.",
            "Join the two entries.",
        ),
        "M065": _told(
            "An article stands nowhere in the dummy.",
            "With a dummy, only what has a slot or a run is printed.",
            "Give it a slot or a run, or take it out of the issue.",
        ),
        "M066": _told(
            "A story jumps to a page that has no slot for it.",
            "The part that jumps needs its rectangle, or it would be printed nowhere.",
            "Add a slot with the story to the page that it jumps to.",
        ),
        "M067": _told(
            "A story goes on pages away from where it stopped, without a jump line.",
            "Readers who turn the page would not find the rest.",
            "Add `jump: {to: N}` to the article, or put its slots on pages that follow one another.",
        ),
        "M068": _told(
            "A story stands in a slot and in a run, or in a run twice; or a box stands in two places, or a picture twice with a"
            " story.",
            "It would be printed twice, or nobody could say where it begins.",
            "Take it out of one of the two.",
        ),
        "M069": _told(
            "A story has more legs than its slot, or the page, is wide.",
            "A leg that is narrower than a word cannot be set; what stood there could not be read.",
            "Write fewer `legs` in the slot, or give it more columns. A slot without `legs` takes the `columns` of its"
            " article.",
        ),
        "M070": _told(
            "A piece that stands beside the text (a picture, a box, anything wider than a leg) is written inside a box,"
            " letter, document, list or quotation.",
            "Make-up finds a place for such pieces beside a story; inside another piece there is none, and it would be"
            " lost.",
            "Put it before or after the container, or let it stand in the text: at=text, and no `span`.",
        ),
        "M071": _told(
            "A press profile names no ICC profile that can be used, or none at all.",
            "Pictures are separated with it, and PDF/X carries it to say for which paper and inks the file is made.",
            "Put the printer's CMYK output profile into styles/press/ and name it under `intent: profile`.",
        ),
        "M072": _told(
            "The names that a press profile gives to files cannot be made, or its signature cannot be folded.",
            "A press's folder takes each page under its own plain name; a sheet folded once has four pages.",
            "Write `file:` with {page} and other fields, ending in .pdf; let `signature:` be a multiple of 4, or 0.",
        ),
        "M073": _told(
            "Two files of the press would have the same name.",
            "One would replace the other. Names that differ in capitals alone are the same on many disks.",
            "Part the fields of the press profile's `products: file` by - or _, and sections by more than case.",
        ),
        "M074": _told(
            "Something in a story looks like a sign of this language, and is none or is taken for another.",
            "It would be printed as it stands (`##Heading`, a lonely `**`), or make a subhead of a paragraph (`---` right"
            " below it).",
            "Write the sign as the hint says; put a backslash before it if it is to be printed.",
        ),
        "M075": _told(
            "A table in a story cannot be read as it is written.",
            "A row with more cells than its head would lose the last of them, in one with fewer they may stand in the wrong"
            " columns, and without the line of dashes below its head a table is a paragraph with bars in it.",
            "Write a head, a line of dashes and bars with a group for each of its cells, and rows of as many cells:"
            " `| Harbour | High |`, `| --- | ---: |`, `| Leith | 14.05 |`.",
        ),
        "M076": _told(
            "The fonts at hand do not have what labels of a drawing (SVG) ask for: a family, or a letter.",
            "Labels in another face are of another width: they may run into lines and one another. The style's face for"
            " cutlines stands in.",
            "Name a family of `layout fonts` in the drawing, put the font's file into fonts/, or convert the labels to"
            " outlines; then look at the page.",
        ),
    }
)
"""What, Why and Fix of every code, by code."""
