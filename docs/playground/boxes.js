// What is shown of an answer. All text is put in as text, never as HTML.

// Of one form: the browser lays out no more at once, and Copy takes the whole.
const LONGEST_SHOWN = 50_000;

export function make(tag, content = "", properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: content, ...properties });
}

// The prose of an error may break; a source line and the carets under it stay as they are.
const PROSE = /^  (expected|hint|try):/;

function drawn(pieces) {
  const box = make("pre", "", { tabIndex: 0 });
  for (const [index, line] of lines(pieces).entries()) {
    const parts = line.map(([role, text]) => (role === "plain" ? text : make("span", text, { className: `role-${role}` })));
    const isProse = PROSE.test(line.map(([, text]) => text).join(""));
    const drawnLine = isProse ? [make("span", "", { className: "playground-prose" })] : parts;
    if (isProse) {
      drawnLine[0].append(...parts);
    }
    box.append(...(index ? ["\n"] : []), ...drawnLine);
  }
  return box;
}

function lines(pieces) {
  const found = [[]];
  for (const [role, piece] of pieces) {
    const [first, ...others] = piece.split("\n");
    found.at(-1).push([role, first]);
    found.push(...others.map((text) => [[role, text]]));
  }
  return found;
}

// `apply(fix)` puts a text in place of the text, `showSpan(span)` selects a part of it.
export function errorBox(error, apply, showSpan) {
  const box = make("div", "", { className: "playground-error" });
  box.append(drawn(error.lines));
  const actions = make("div", "", { className: "playground-actions" });
  if (error.fix !== null) {
    const button = make("button", "Apply the fix", { type: "button", className: "playground-fix" });
    button.addEventListener("click", () => apply(error.fix));
    const shown = error.fix.length > 400 ? `${error.fix.slice(0, 400)}…` : error.fix;
    actions.append(button, make("code", shown, { className: "playground-fixed" }));
  }
  if (error.span) {
    const button = make("button", "Show it in the text", { type: "button" });
    button.addEventListener("click", () => showSpan(error.span));
    actions.append(button);
  }
  box.append(actions);
  return box;
}

export function drawingBox(drawing) {
  const box = make("div");
  box.append(make("h2", drawing.title ? `How ${drawing.title} is read` : "How it is read"), drawn(drawing.lines));
  return box;
}

// `copy(content, message)` puts a text on the clipboard.
export function formBox(form, copy) {
  const box = make("div", "", { className: "playground-form" });
  const heading = make("div", "", { className: "playground-heading" });
  heading.append(make("h2", form.name));
  if (form.problem) {
    box.append(heading, make("p", form.problem));
    return box;
  }
  const button = make("button", "Copy", { type: "button" });
  button.setAttribute("aria-label", `Copy: ${form.name}`);
  button.addEventListener("click", () => copy(form.text, `${form.name} copied.`));
  heading.append(button);
  box.append(heading, make("pre", form.text.slice(0, LONGEST_SHOWN), { tabIndex: 0 }));
  if (form.text.length > LONGEST_SHOWN) {
    box.append(make("p", `… and ${form.text.length - LONGEST_SHOWN} characters more, which Copy takes too.`));
  }
  return box;
}
