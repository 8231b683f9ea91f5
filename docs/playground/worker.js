// Runs the wheel in a web worker. Python answers one question at a time; nothing leaves the worker but the answers.

const files = new Map(); // by address: the verified bytes of what Pyodide asks for
let answer;
let laterForms;
let newest = 0;
let isWarm = false;

self.onmessage = async ({ data }) => {
  if (data.configAddress) {
    await start(data.configAddress).catch((error) => postMessage({ failed: String(error?.message ?? error) }));
  } else {
    reply(data);
  }
};

// The answer comes in two parts: first what one reads while typing, then the forms that take long to write.
function reply({ number, question }) {
  newest = number;
  const begin = performance.now();
  try {
    const found = JSON.parse(answer(JSON.stringify(question)));
    postMessage({ number, answer: found, milliseconds: performance.now() - begin });
    setTimeout(() => finish(number));
  } catch (error) {
    // What is no exception of Python has ended Python: the page starts another worker.
    postMessage({ number, answer: null, bug: lastLine(error), isFatal: error?.name !== "PythonError" });
  }
}

function finish(number) {
  if (number !== newest) {
    return; // something has been typed meanwhile
  }
  try {
    postMessage({ number, laterForms: JSON.parse(laterForms()) });
    warmUp();
  } catch (error) {
    postMessage({ number, laterForms: [], bug: lastLine(error), isFatal: error?.name !== "PythonError" });
  }
}

// Import what the first whole command with an error would otherwise wait for.
function warmUp() {
  if (!isWarm) {
    isWarm = true;
    const text = "aws ec2 create-tags --resources i-1 --tags Key=a,Value=1,2";
    answer(JSON.stringify({ text, cursor: text.length }));
  }
}

// Only the last line: the rest is where in the code it happened.
function lastLine(error) {
  return String(error?.message ?? error).trim().split("\n").pop();
}

async function start(configAddress) {
  const config = await (await fetch(configAddress, { cache: "no-cache" })).json();
  const pyodideBase = new URL(config.pyodide.base, configAddress).href;
  const wanted = [
    ...config.pyodide.files.map((file) => ({ ...file, address: pyodideBase + file.name })),
    ...config.archives.map((file) => ({ ...file, address: new URL(file.name, configAddress).href })),
  ];
  await download(wanted);
  postMessage({ status: "Starting Python…", done: 0.9 });

  // What is fetched from now on is what has been verified, and nothing else.
  self.fetch = async (request) => {
    const address = String(request?.url ?? request);
    if (!files.has(address)) {
      throw new Error(`the playground fetches nothing more: ${address}`);
    }
    const type = address.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
    return new Response(files.get(address), { headers: { "content-type": type } });
  };
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    importVerified(`${pyodideBase}pyodide.mjs`),
    importVerified(`${pyodideBase}pyodide.asm.mjs`),
  ]);
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: pyodideBase,
    lockFileContents: JSON.stringify({ info: config.pyodide.info, packages: {} }),
  });
  postMessage({ status: "Loading shorthand…", done: 0.95 });
  for (const archive of config.archives) {
    const format = archive.name.endsWith(".whl") ? "wheel" : "zip";
    pyodide.unpackArchive(files.get(new URL(archive.name, configAddress).href), format);
  }
  files.clear();
  const engine = pyodide.pyimport("playground_engine");
  answer = engine.answer;
  laterForms = engine.later_forms;
  // The first answer imports most of the library.
  answer(JSON.stringify({ text: "Key=a" }));
  postMessage({ ready: true, versions: config.versions });
}

async function importVerified(address) {
  const blob = new Blob([files.get(address)], { type: "text/javascript" });
  return import(URL.createObjectURL(blob));
}

// Download all, show how far it is, and compare each file with the hash that was made when the site was built.
async function download(wanted) {
  const total = wanted.reduce((sum, file) => sum + file.size, 0);
  let received = 0;
  const report = (bytes) => {
    received += bytes;
    const megabytes = (number) => (number / 1e6).toFixed(1);
    const done = Math.min(received / total, 1);
    const status = `Loading Python and shorthand: ${megabytes(received)} of ${megabytes(total)} MB, once`;
    postMessage({ status, done: done * 0.9 });
  };
  await Promise.all(
    wanted.map(async (file) => {
      files.set(file.address, await verified(file, report));
    }),
  );
}

async function verified(file, report) {
  const response = await fetch(file.address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!response.ok) {
    throw new Error(`${file.name} cannot be loaded: ${response.status}`);
  }
  const chunks = [];
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    report(part.value.length);
  }
  const bytes = await new Blob(chunks).arrayBuffer();
  if (!globalThis.crypto?.subtle) {
    throw new Error("the page must be served over HTTPS, or from this computer, so that it can verify what it loads");
  }
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...hash))}`;
  if (found !== file.integrity) {
    throw new Error(`${file.name} is not the file that this page was built with, so it is not run`);
  }
  return bytes;
}
