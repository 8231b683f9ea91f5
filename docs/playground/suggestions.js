// The list of suggestions: a listbox under the line that is typed in, worked by keys, pointer and screen reader.

export class Suggestions {
  #list;
  #request;
  #field = null;
  #items = [];
  #active = -1;

  // `request(field)` asks for suggestions in a field.
  constructor(list, fields, request) {
    this.#list = list;
    this.#request = request;
    for (const field of fields) {
      field.addEventListener("keydown", (event) => this.#pressed(event, field));
      field.addEventListener("blur", () => this.close());
      field.addEventListener("pointerdown", () => this.close());
      field.addEventListener("scroll", () => this.close());
    }
  }

  show(field, items) {
    if (!items.length || document.activeElement !== field) {
      this.close();
      return;
    }
    this.#field = field;
    this.#items = items;
    this.#active = -1;
    this.#list.replaceChildren(...items.map((item, index) => this.#option(item, index)));
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
    this.#place();
    field.removeAttribute("aria-activedescendant");
  }

  close() {
    this.#list.hidden = true;
    this.#items = [];
    this.#active = -1;
    this.#field?.removeAttribute("aria-activedescendant");
  }

  #option(item, index) {
    const row = document.createElement("li");
    row.id = `playground-suggestion-${index}`;
    row.role = "option";
    row.ariaSelected = "false";
    const name = document.createElement("span");
    name.className = "suggestion-name";
    name.textContent = item.label;
    const detail = document.createElement("span");
    detail.className = "suggestion-detail";
    detail.textContent = [item.is_required ? "required" : "", item.detail].filter(Boolean).join(", ");
    row.append(name, detail);
    // Before the field loses the focus.
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#take(index);
    });
    return row;
  }

  #pressed(event, field) {
    if (event.key === " " && event.ctrlKey) {
      event.preventDefault();
      this.#request(field);
    } else if (this.#list.hidden || event.isComposing) {
      return;
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#choose(this.#active + (event.key === "ArrowDown" ? 1 : -1));
    } else if ((event.key === "Enter" || event.key === "Tab") && this.#active >= 0) {
      event.preventDefault();
      this.#take(this.#active);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End", "Tab"].includes(event.key)) {
      this.close();
    }
  }

  #choose(index) {
    const rows = this.#list.children;
    if (rows[this.#active]) {
      rows[this.#active].ariaSelected = "false";
    }
    this.#active = (index + rows.length) % rows.length;
    const row = rows[this.#active];
    row.ariaSelected = "true";
    row.scrollIntoView({ block: "nearest" });
    this.#field.setAttribute("aria-activedescendant", row.id);
  }

  #take(index) {
    const field = this.#field;
    const { text, span } = this.#items[index];
    this.close();
    field.focus();
    field.setSelectionRange(...span);
    // So that the browser's undo takes it back; it makes an input event, which asks for what follows.
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, ...span, "end");
      field.dispatchEvent(new Event("input"));
    }
  }

  // Put the list under the line that the cursor is in.
  #place() {
    const field = this.#field;
    const box = field.getBoundingClientRect();
    const around = this.#list.offsetParent.getBoundingClientRect();
    const cursor = cursorPlace(field);
    const left = Math.min(cursor.left, Math.max(0, box.width - Math.min(420, box.width)));
    this.#list.style.top = `${box.top - around.top + Math.min(cursor.top, box.height)}px`;
    this.#list.style.left = `${box.left - around.left + left}px`;
    this.#list.style.maxWidth = `${box.width - left}px`;
  }
}

// Where the line under the cursor begins, within the field: measured on a copy of the text with the same look.
function cursorPlace(field) {
  const style = getComputedStyle(field);
  const copy = document.createElement("div");
  for (const name of ["font", "padding", "border", "boxSizing", "lineHeight", "letterSpacing", "tabSize"]) {
    copy.style[name] = style[name];
  }
  const isText = field.tagName === "TEXTAREA";
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", width: `${field.offsetWidth}px`, top: "0" });
  copy.style.whiteSpace = isText ? "pre-wrap" : "pre";
  copy.style.overflowWrap = "break-word";
  copy.textContent = field.value.slice(0, field.selectionEnd);
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  copy.append(mark);
  document.body.append(copy);
  const place = {
    left: mark.offsetLeft - field.scrollLeft,
    top: isText ? mark.offsetTop + mark.offsetHeight - field.scrollTop + 2 : field.offsetHeight + 2,
  };
  copy.remove();
  return place;
}
