"""The playground's page, as a person uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

    from tests.docs.conftest import Server

LONGEST_START = 60_000  # milliseconds, on a busy machine


class Playground:
    """One page with the playground, and all that goes wrong in it."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server
        self.trouble: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.trouble.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.trouble.append(f"uncaught: {error}"))
        page.on("dialog", self.dismiss)
        page.on("request", lambda request: self.requests.append(request.url))

    def dismiss(self, dialog: Dialog) -> None:
        self.trouble.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, fragment: str = "") -> None:
        self.page.goto(f"{self.server.address}/playground/index.html{fragment}")
        self.page.wait_for_selector("[data-playground=ready]", timeout=LONGEST_START, state="attached")
        self.settle()

    def settle(self) -> None:
        """Wait for the answer to what was typed last."""
        self.page.wait_for_function(
            "document.documentElement.dataset.answered && !document.documentElement.dataset.asking", timeout=60_000
        )

    def write(self, text: str, target: str = "") -> None:
        self.page.fill("#playground-target", target)
        self.page.fill("#playground-text", text)
        self.settle()

    @property
    def text(self) -> str:
        return self.page.input_value("#playground-text")

    def form(self, name: str) -> str:
        box = self.page.locator(".playground-form", has=self.page.get_by_role("heading", name=name, exact=True))
        return box.locator("pre").inner_text()

    @property
    def errors(self) -> str:
        return self.page.locator("#playground-errors").inner_text()

    @property
    def suggestions(self) -> list[str]:
        return self.page.locator("#playground-suggestions:not([hidden]) .suggestion-name").all_inner_texts()
