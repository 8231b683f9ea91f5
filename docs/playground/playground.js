// The playground's page: what is typed goes to the worker, and its answer is drawn. All text is drawn as text.

import { drawingBox, errorBox, formBox, make } from "./boxes.js";
import { Suggestions } from "./suggestions.js";

const CONFIG = new URL("playground.json", import.meta.url).href;
const LONGEST_LINK = 8000;
const PATIENCE = 1500; // milliseconds until a long conversion can be stopped

const EXAMPLES = [
  ["Shorthand, no types", "Key=env,Values=prod,test", ""],
  ["The types of an option", "DeviceName=/dev/sdb,Ebs={VolumeSize=20,VolumeType=gp3}", "ec2 run-instances --block-device-mappings"],
  ["A comma in a value, and its fix", "Key=Name,Value=prod, test", "ec2 create-tags --tags"],
  ["An apostrophe, and its fix", "Key=owner,Value=it's mine", ""],
  ["JSON to shorthand", '[{"Name": "tag:env", "Values": ["prod", "test"]}]', "ec2 describe-instances --filters"],
  ["A whole command", "aws ec2 create-tags --resources i-1 --tags Key=env,Value=prod Key=owner,Value=me", ""],
  ["JSON to a whole command", '{"TableName": "jobs", "Key": {"id": {"S": "42"}}}', "dynamodb get-item"],
];

const element = (name) => document.getElementById(`playground-${name}`);
const text = element("text");
const target = element("target");
const said = element("said");

let worker;
let isReady = false;
let isBusy = false;
let isWaiting = false; // a newer question than the one being answered
let asksWhenReady = true;
let hasFailed = false;
let number = 0;
let wantsSuggestions = null; // the field in which something was typed
let patience;
let typedAt = 0; // when what is being answered was typed

const suggestions = new Suggestions(element("suggestions"), [text, target], (field) => ask(field));

function startWorker() {
  isReady = isBusy = false;
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => received(data);
  worker.onerror = (event) => failed(event.message || "the worker cannot be loaded");
  worker.postMessage({ configAddress: CONFIG });
}

// Stop Python, and start it anew. The text stays, and is asked about again when it is changed.
function restartWorker() {
  clearTimeout(patience);
  element("stop").hidden = true;
  worker.terminate();
  element("loading").hidden = false;
  asksWhenReady = false;
  delete document.documentElement.dataset.asking;
  startWorker();
}

function received(data) {
  if (hasFailed) {
    return; // other files are still being loaded
  }
  if (data.status) {
    element("status").textContent = data.status;
    element("progress").value = data.done;
  } else if (data.failed) {
    failed(data.failed);
  } else if (data.ready) {
    isReady = true;
    element("loading").hidden = true;
    document.documentElement.dataset.playground = "ready";
    said.textContent ||= `Ready: ${data.versions}.`;
    if (asksWhenReady) {
      ask();
    }
  } else if (data.laterForms) {
    finished(data);
  } else {
    answered(data);
  }
}

function failed(reason) {
  hasFailed = true;
  element("loading").hidden = false;
  element("progress").hidden = true;
  element("status").textContent = `The playground cannot start: ${reason}.`;
}

// Only the newest question counts: those that were typed while Python was busy are never asked.
function ask(field = null) {
  wantsSuggestions = field;
  document.documentElement.dataset.asking = "yes"; // the tests wait for its end
  if (!isReady) {
    asksWhenReady = true;
    return;
  }
  if (isBusy) {
    isWaiting = true;
    return;
  }
  isBusy = true;
  isWaiting = false;
  number += 1;
  const active = field ?? text;
  const question = {
    text: text.value,
    target: target.value,
    cursor: field ? active.selectionEnd : null,
    field: active === target ? "target" : "text",
    width: columns(),
  };
  patience = setTimeout(() => (element("stop").hidden = false), PATIENCE);
  worker.postMessage({ number, question });
}

function answered({ answer, bug, isFatal, milliseconds }) {
  clearTimeout(patience);
  element("stop").hidden = true;
  isBusy = false;
  if (isWaiting) {
    ask(wantsSuggestions);
    return;
  }
  document.documentElement.dataset.milliseconds = milliseconds ?? "";
  document.documentElement.dataset.answered = number;
  if (bug) {
    delete document.documentElement.dataset.asking;
  }
  if (bug) {
    broken(bug, isFatal);
    return;
  }
  show(answer);
  if (typedAt) {
    document.documentElement.dataset.shownAfter = performance.now() - typedAt;
    typedAt = 0;
  }
}

function broken(bug, isFatal) {
  show({ forms: [], errors: [], drawings: [], about: "", syntax: "", suggestions: [] });
  said.textContent = `Internal failure, please report it: ${bug}`;
  if (isFatal) {
    restartWorker();
  }
}

// The second part of an answer: the forms that take long to write.
function finished({ number: finishedNumber, laterForms, bug, isFatal }) {
  if (finishedNumber !== number || isBusy) {
    return; // an answer to something newer is coming
  }
  delete document.documentElement.dataset.asking;
  if (bug) {
    broken(bug, isFatal);
  }
  for (const form of laterForms) {
    const box = formBox(form, copy);
    formBoxes.get(form.name)?.replaceWith(box);
    formBoxes.set(form.name, box);
  }
}

function show(answer) {
  element("about").replaceChildren(
    ...(answer.about ? [document.createTextNode(answer.about)] : []),
    ...(answer.syntax ? [document.createTextNode(": "), make("code", answer.syntax)] : []),
  );
  fill("errors", answer.errors.map((error) => errorBox(error, replaceText, showInText)));
  fill("explanation", answer.drawings.map(drawingBox));
  showForms(answer.forms);
  said.textContent = summary(answer);
  if (wantsSuggestions) {
    suggestions.show(wantsSuggestions, answer.suggestions);
  }
}

// A form that is still to come is shown as it was, so that nothing flickers.
const formBoxes = new Map();
function showForms(forms) {
  const boxes = forms.map((form) => {
    const before = form.is_coming && formBoxes.get(form.name);
    return [form.name, before || formBox(form, copy)];
  });
  formBoxes.clear();
  boxes.forEach(([name, box]) => formBoxes.set(name, box));
  fill("forms", [...formBoxes.values()]);
}

function summary(answer) {
  if (answer.errors.length) {
    return answer.errors.length === 1 ? "1 error." : `${answer.errors.length} errors.`;
  }
  const names = { shorthand: "Shorthand", json: "JSON", command: "A whole command" };
  return answer.kind in names ? `${names[answer.kind]}: valid.` : "";
}

function fill(name, boxes) {
  element(name).replaceChildren(...boxes);
  element(name).hidden = boxes.length === 0;
}

async function copy(content, message) {
  try {
    await navigator.clipboard.writeText(content);
    said.textContent = message;
  } catch {
    said.textContent = "The browser does not allow it: select the text and copy it.";
  }
}

// Replace the whole text so that the browser's undo brings it back.
function replaceText(content) {
  text.focus();
  text.select();
  if (!document.execCommand("insertText", false, content)) {
    text.value = content;
  }
  changed(null);
}

function showInText(span) {
  text.focus();
  text.setSelectionRange(...span);
}

function changed(field) {
  typedAt ||= performance.now();
  saveState();
  ask(field);
}

let saving;
function saveState() {
  clearTimeout(saving);
  saving = setTimeout(() => history.replaceState(null, "", link()), 300);
}

// After the #, so that no server is told.
function link() {
  const state = new URLSearchParams({ text: text.value, ...(target.value ? { option: target.value } : {}) });
  const isLinkable = text.value && String(state).length <= LONGEST_LINK;
  return isLinkable ? `${location.pathname}${location.search}#${state}` : location.pathname + location.search;
}

function loadState() {
  const state = new URLSearchParams(location.hash.slice(1));
  if (state.has("text")) {
    text.value = state.get("text");
    target.value = state.get("option") ?? "";
  }
}

// How many characters of a drawing fit on a line.
function columns() {
  const probe = make("span", "0".repeat(50));
  const box = make("pre");
  box.append(probe);
  box.className = "playground-probe";
  element("forms").append(box);
  const width = probe.getBoundingClientRect().width / 50;
  box.remove();
  const room = element("form").clientWidth - 28;
  return width ? Math.max(36, Math.min(120, Math.floor(room / width))) : 100;
}

for (const [index, [name]] of EXAMPLES.entries()) {
  element("examples").append(make("option", name, { value: String(index) }));
}
element("examples").addEventListener("change", ({ target: chosen }) => {
  if (chosen.value) {
    [, text.value, target.value] = EXAMPLES[Number(chosen.value)];
    changed(null);
  }
});
element("share").addEventListener("click", () => {
  const address = link();
  if (!address.includes("#")) {
    said.textContent = text.value ? "The text is too long for a link." : "There is nothing to share yet.";
    return;
  }
  history.replaceState(null, "", address);
  copy(location.href, "The link is copied. The text is in it.");
});
element("stop").addEventListener("click", () => {
  said.textContent = "Stopped.";
  restartWorker();
});
element("form").addEventListener("submit", (event) => event.preventDefault());
for (const field of [text, target]) {
  field.addEventListener("input", () => changed(field));
}
addEventListener("hashchange", () => {
  loadState();
  ask();
});
let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => ask(), 200);
});

loadState();
if (!text.value) {
  [, text.value, target.value] = EXAMPLES[1];
}
startWorker();
