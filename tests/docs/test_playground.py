"""The playground in a real browser: headless Chromium on the built site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.docs.playground_page import LONGEST_START, Playground

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.docs.conftest import Server

# What is typed, for an option that it is not for, and that a page could take for code.
HOSTILE = [
    "a=<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "a='</pre><script>alert(1)</script>'",
    "'><svg onload=alert(1)>=b",
    "javascript:alert(1)",
    "a=${alert(1)},b={{alert(1)}},c=`alert(1)`",
    'aws ec2 create-tags --resources "<img src=x onerror=alert(1)>" --tags Key=<b>,Value=</b>',
    '{"<img src=x onerror=alert(1)>": "<script>alert(1)</script>"}',
    "a=\u202eevil,\u0000\u001b[31m\u2028\ud83d",
    "__proto__=a,constructor=b",
    '{"__proto__": {"x": 1}}',
]


@pytest.fixture(scope="module")
def opened(browser: BrowserContext, server: Server) -> Iterator[Playground]:
    page = browser.new_page()
    playground = Playground(page, server)
    playground.open()
    yield playground
    page.close()


@pytest.fixture
def playground(opened: Playground) -> Iterator[Playground]:
    """The page, used by one test after the other, each of which leaves no trouble."""
    opened.write("")
    yield opened
    assert opened.trouble == []
    assert [one for one in opened.requests if not one.startswith((f"{opened.server.address}/", "blob:"))] == []


class TestConversion:
    def test_shorthand_to_the_other_forms(self, playground: Playground) -> None:
        playground.write("DeviceName=/dev/sdb,Ebs={VolumeSize=20}", "ec2 run-instances --block-device-mappings")
        assert json.loads(playground.form("JSON")) == [{"DeviceName": "/dev/sdb", "Ebs": {"VolumeSize": 20}}]
        assert playground.form("YAML").startswith("- DeviceName: /dev/sdb")
        assert playground.form("bash and zsh").endswith("'DeviceName=/dev/sdb,Ebs={VolumeSize=20}'")
        assert "--block-device-mappings of ec2 run-instances" in playground.page.inner_text("#playground-about")

    def test_json_to_shorthand(self, playground: Playground) -> None:
        playground.write('{"Key": "a", "Value": "b, c"}')
        assert playground.form("Shorthand") == "Key=a,Value='b, c'"

    def test_a_whole_command(self, playground: Playground) -> None:
        playground.write("aws ec2 create-tags --resources i-1 --tags Key=a,Value=b")
        assert json.loads(playground.form("JSON for --cli-input-json"))["Tags"] == [{"Key": "a", "Value": "b"}]
        assert playground.form("PowerShell")
        assert 'client.create_tags(Resources=["i-1"]' in playground.form("boto3")

    def test_how_it_is_read_is_drawn(self, playground: Playground) -> None:
        playground.write("Key=a,Value=b")
        drawn = playground.page.locator("#playground-explanation pre").inner_text()
        assert drawn.splitlines()[0] == "Key=a,Value=b"
        assert "~" in drawn
        assert playground.page.locator("#playground-explanation .role-path").count() >= 2

    def test_a_form_is_copied(self, playground: Playground) -> None:
        playground.write("Key=a")
        playground.page.get_by_role("button", name="Copy: YAML").click()
        assert playground.page.evaluate("navigator.clipboard.readText()") == "Key: a"
        assert "copied" in playground.page.inner_text("#playground-said")


class TestErrors:
    def test_an_error_has_a_caret_and_a_button_that_corrects_the_text(self, playground: Playground) -> None:
        playground.write("Key=owner,Value=it's mine")
        assert "^" in playground.errors
        playground.page.get_by_role("button", name="Apply the fix").click()
        playground.settle()
        assert playground.text == 'Key=owner,Value="it\'s mine"'
        assert json.loads(playground.form("JSON")) == {"Key": "owner", "Value": "it's mine"}
        assert not playground.page.locator("#playground-errors").is_visible()

    def test_undo_takes_the_correction_back(self, playground: Playground) -> None:
        playground.write("Key=owner,Value=it's mine")
        playground.page.get_by_role("button", name="Apply the fix").click()
        playground.page.keyboard.press("Control+z")
        assert playground.text == "Key=owner,Value=it's mine"

    def test_the_place_is_selected_in_the_text(self, playground: Playground) -> None:
        playground.write("a='😀',b=it's")
        playground.page.get_by_role("button", name="Show it in the text").click()
        assert playground.page.evaluate("getSelection().toString()") == "'"

    def test_a_fix_of_a_whole_command_is_the_whole_command(self, playground: Playground) -> None:
        playground.write("aws ec2 create-tags --resources i-1 --tags Key=a,Value=1,2")
        playground.page.get_by_role("button", name="Apply the fix").click()
        playground.settle()
        assert playground.text.startswith("aws ec2 create-tags --resources i-1 --tags ")
        assert not playground.page.locator("#playground-errors").is_visible()


class TestSuggestions:
    def type(self, playground: Playground, text: str) -> None:
        playground.page.focus("#playground-text")
        playground.page.keyboard.type(text)
        playground.settle()

    def test_a_whole_command_is_typed_with_keys_alone(self, playground: Playground) -> None:
        keys = playground.page.keyboard
        for typed, wanted in [
            ("aws dynamod", "aws dynamodb "),
            ("get-i", "aws dynamodb get-item "),
            ("--tab", "aws dynamodb get-item --table-name "),
        ]:
            self.type(playground, typed)
            assert playground.suggestions
            keys.press("ArrowDown")
            active = playground.page.get_attribute("#playground-text", "aria-activedescendant")
            assert playground.page.get_attribute(f"#{active}", "aria-selected") == "true"
            keys.press("Enter")
            playground.settle()
            assert playground.text == wanted

    def test_keys_and_values_of_an_option(self, playground: Playground) -> None:
        playground.write("", "ec2 run-instances --block-device-mappings")
        self.type(playground, "Ebs={VolumeT")
        assert playground.suggestions == ["VolumeType="]
        playground.page.locator("#playground-suggestions li").first.click()
        playground.settle()
        assert playground.text == "Ebs={VolumeType="
        assert "gp3" in playground.suggestions

    def test_escape_closes_and_control_space_opens(self, playground: Playground) -> None:
        self.type(playground, "aws s3a")
        assert playground.suggestions
        playground.page.keyboard.press("Escape")
        assert playground.suggestions == []
        playground.page.keyboard.press("Control+Space")
        playground.settle()
        assert playground.suggestions

    def test_without_a_choice_tab_leaves_the_field(self, playground: Playground) -> None:
        self.type(playground, "aws s3a")
        playground.page.keyboard.press("Tab")
        assert playground.page.evaluate("document.activeElement.id") == "playground-target"

    def test_the_option_is_suggested_too(self, playground: Playground) -> None:
        playground.page.focus("#playground-target")
        playground.page.keyboard.type("ec2 create-tags --t")
        playground.settle()
        assert playground.suggestions == ["--tags"]


class TestHostileTexts:
    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("target", ["", "ec2 create-tags --tags", "<img src=x onerror=alert(1)> <b> --<i>"])
    def test_a_text_is_never_more_than_text(self, playground: Playground, text: str, target: str) -> None:
        playground.write(text, target)
        elements = playground.page.evaluate(
            "[...document.querySelectorAll('#playground-app :is(img, script, svg, b, i, iframe, a)')].length"
        )
        assert elements == 0
        assert playground.page.evaluate("Object.keys(Object.prototype).length") == 0

    def test_the_address_is_never_more_than_text(self, browser: BrowserContext, server: Server) -> None:
        page = browser.new_page()
        playground = Playground(page, server)
        playground.open(f"#text={quote(HOSTILE[0])}&option={quote(HOSTILE[1])}")
        assert playground.text == HOSTILE[0]
        assert playground.trouble == []
        page.close()

    @pytest.mark.parametrize(
        "text",
        ["a=" + "x" * 1_000_000, "a=[" + "{b=c}," * 170_000 + "]", "[" * 1_000_000, "a=b c=[" + "x" * 1_000_000],
        ids=["a word", "a list", "brackets", "an error"],
    )
    def test_a_megabyte_is_survived(self, playground: Playground, text: str) -> None:
        playground.write(text)
        assert playground.page.locator("#playground-forms pre, #playground-errors pre").count() > 0
        playground.write("Key=a")
        assert json.loads(playground.form("JSON")) == {"Key": "a"}

    def test_when_python_ends_it_is_started_again(self, browser: BrowserContext, server: Server, site: Path) -> None:
        worker = (site / "_static" / "playground" / "worker.js").read_text("utf-8")
        crash = 'if (question.text === "crash") throw new RangeError("no stack");'
        page = browser.new_page()
        playground = Playground(page, server)
        page.route(
            "**/worker.js",
            lambda route: route.fulfill(
                body=worker.replace("const found = JSON", f"{crash} const found = JSON"), content_type="text/javascript"
            ),
        )
        playground.open()
        page.fill("#playground-text", "crash")
        page.get_by_text("please report it: no stack").wait_for()
        page.wait_for_selector("#playground-loading", state="hidden", timeout=LONGEST_START)
        assert playground.text == "crash"
        playground.write("Key=a")
        assert json.loads(playground.form("JSON")) == {"Key": "a"}
        page.close()

    def test_a_long_conversion_is_stopped_and_the_text_stays(self, browser: BrowserContext, server: Server) -> None:
        page = browser.new_page()
        playground = Playground(page, server)
        playground.open()
        page.fill("#playground-text", "a=[" + "{b=c}," * 1_000_000 + "]")
        page.get_by_role("button", name="Stop").click()
        page.wait_for_selector("#playground-loading", state="hidden", timeout=LONGEST_START)
        assert len(playground.text) > 6_000_000
        playground.write("Key=a")
        assert json.loads(playground.form("JSON")) == {"Key": "a"}
        page.close()


class TestState:
    def test_a_link_shares_an_example(self, playground: Playground, browser: BrowserContext) -> None:
        playground.write("Key=a,Value='#&+ é😀'", "ec2 create-tags --tags")
        playground.page.get_by_role("button", name="Copy a link to this").click()
        link = playground.page.evaluate("navigator.clipboard.readText()")
        assert "#text=" in link
        page = browser.new_page()
        other = Playground(page, playground.server)
        other.open(link[link.index("#") :])
        assert other.text == playground.text
        assert other.form("JSON") == playground.form("JSON")
        page.close()

    def test_an_example_is_chosen_from_the_list(self, playground: Playground) -> None:
        for number in range(1, playground.page.locator("#playground-examples option").count()):
            playground.page.select_option("#playground-examples", index=number)
            playground.settle()
            assert playground.page.locator("#playground-forms pre, .playground-fix").count() > 0


class TestLooks:
    @pytest.mark.parametrize("width", [360, 768, 1280])
    @pytest.mark.parametrize("name", ["index", "start", "reference/language", "playground/index", "benchmarks"])
    def test_no_page_is_wider_than_the_window(
        self, browser: BrowserContext, server: Server, width: int, name: str
    ) -> None:
        page = browser.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{server.address}/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()

    def test_every_control_has_a_name(self, playground: Playground) -> None:
        playground.write("Key=owner,Value=it's mine")
        playground.write("Key=a")
        nameless = playground.page.evaluate(
            """[...document.querySelectorAll('#playground-app :is(button, input, textarea, select, progress)')].filter(
                (one) => !one.labels?.length && !one.ariaLabel && !one.textContent.trim()
            ).map((one) => one.outerHTML)"""
        )
        assert nameless == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_the_colours_are_readable(self, playground: Playground, scheme: str) -> None:
        playground.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        playground.write("Key=a,Value=it's", "ec2 create-tags --tags")
        weakest = playground.page.evaluate(CONTRAST)
        assert weakest[0] >= 4.5, weakest


# The weakest contrast of a text of the playground with its background, as WCAG counts it.
CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).slice(0, 3).map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/rgba\\(.*, 0\\)/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  let weakest = [21, ""];
  for (const one of document.querySelectorAll("#playground-app *")) {
    const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !one.checkVisibility({ visibilityProperty: true })) continue;
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
    const contrast = (a + 0.05) / (b + 0.05);
    if (contrast < weakest[0]) weakest = [contrast, one.outerHTML.slice(0, 120)];
  }
  return weakest;
}"""


def test_a_file_that_was_changed_is_not_run(browser: BrowserContext, server: Server) -> None:
    page = browser.new_page()
    server.tampered.add("pyodide.asm.mjs")
    try:
        page.goto(f"{server.address}/playground/index.html")
        page.wait_for_function(
            "document.getElementById('playground-status').textContent.includes('so it is not run')",
            timeout=LONGEST_START,
        )
        assert page.get_attribute("html", "data-playground") is None
    finally:
        server.tampered.clear()
        page.close()


def test_the_playground_answers_while_one_types(playground: Playground) -> None:
    """The aim is 50 ms for a keystroke in a command of 500 characters; a busy machine gets five times as long."""
    tags = " ".join(f"Key=name{number},Value='the value {number}'" for number in range(14))
    command = f"aws ec2 create-tags --resources i-1 i-2 --region eu-west-1 --tags {tags}"
    playground.write(command)
    assert 480 < len(playground.text) < 520
    playground.page.focus("#playground-text")
    taken = []
    for character in " Key=last,Value=12":
        playground.page.keyboard.type(character)
        playground.settle()
        taken.append(float(playground.page.get_attribute("html", "data-shown-after") or 0))
    median = sorted(taken)[len(taken) // 2]
    print(f"\nmilliseconds a keystroke: median {median:.0f}, most {max(taken):.0f}")
    assert median < 250


def test_pyodide_from_the_cdn_is_loaded_once_and_only_from_there(
    browser: BrowserContext, server: Server, site: Path
) -> None:
    """The public CDN is played by this test, since tests reach no network."""
    folder = site / "_static" / "playground"
    config = json.loads((folder / "playground.json").read_text("utf-8"))
    local = folder / config["pyodide"]["base"]
    config["pyodide"]["base"] = f"https://cdn.jsdelivr.net/npm/pyodide@{config['pyodide']['version']}/"
    page = browser.new_page()
    playground = Playground(page, server)
    page.route("**/playground.json", lambda route: route.fulfill(json=config))
    page.route(
        "https://cdn.jsdelivr.net/**",
        lambda route: route.fulfill(
            path=local / route.request.url.rpartition("/")[2], headers={"Access-Control-Allow-Origin": "*"}
        ),
    )
    playground.open("#text=Key%3Da")
    assert json.loads(playground.form("JSON")) == {"Key": "a"}
    elsewhere = [one for one in playground.requests if not one.startswith((server.address, "blob:"))]
    assert sorted(elsewhere) == sorted(config["pyodide"]["base"] + file["name"] for file in config["pyodide"]["files"])
    assert playground.trouble == []
    page.close()
