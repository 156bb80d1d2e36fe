"""Whatever stands in a catalog, a drawing stays XML with the elements that it had: a parser of XML judges."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from support import deck_of, merged

NAME = "svg"
BODIES = (
    "<text x='1'>One</text>", "<title>Two &amp; more</title>", "<desc>Three</desc>",
    "<!-- <text>no</text> -->",
    '<text>A <tspan class="b">four</tspan> &lt; five</text>', "<style>text > a { }</style>", "<text/>",
    "<text><tspan x='1' y='2'>six</tspan><tspan x='1'>seven <a href='x'>eight</a></tspan></text>",
    '<g aria-label="Nine">\n<text>\n  ten\n</text></g>', "<text><![CDATA[no]]></text>",
    "<text>&#233;t&#xe9;</text>",
    "<text>a<title>b</title>c</text>", "<a href='x'><text>eleven</text></a>",
)  # fmt: skip
HOSTILE = (
    "</text>", "</title>", "<script>x</script>", "<tspan>", "</tspan>", "<TSPAN>", "<tspan x=1>",
    "]]>",
    "<![CDATA[",
    "<!--", "-->", "--", "&", "&copy;", "&nbsp;", "&#0;", "&#x1;", "&lt;", "<", ">", '"', "'", "mot",
    "\ufffe", "<a",
    "\u00a0", "<?x ?>", "&#xD800;", "<b>", "</b>", "<br>",
)  # fmt: skip


def drawings() -> st.SearchStrategy[str]:
    bodies = st.lists(st.sampled_from(BODIES), min_size=1, max_size=5).map("\n".join)
    return bodies.map('<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'.format)


def elements(text: str) -> list[str]:
    """All but the texts, in any order within one element."""
    found = ElementTree.fromstring(text)
    labels = {"aria-label"}
    return sorted(
        f"{one.tag} {sorted((name, '' if name in labels else value) for name, value in one.attrib.items())}"
        for one in found.iter()
    )


@given(data=st.data(), text=drawings())
def test_a_drawing_stays_xml_with_the_same_elements(data: st.DataObject, text: str) -> None:
    deck = deck_of(text, NAME)
    parts = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3)
    said = {
        key: data.draw(st.one_of(parts.map("".join), parts.map(lambda one, key=key: "".join([key[1], *one]))))
        for key in sorted({one.key for one in deck.segments}, key=repr)
    }
    assert elements(merged(deck, said, NAME).text) == elements(text)
