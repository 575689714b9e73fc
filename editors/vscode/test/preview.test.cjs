// The preview without VS Code: what it asks the server for, and what it puts into its panel.
const assert = require("node:assert");
const Module = require("node:module");
const { afterEach, beforeEach, test } = require("node:test");

const document = { uri: { toString: () => "file:///a.yaml" }, languageId: "yaml" };
const disposable = () => ({ dispose() {} });
let listeners, panel, preview, asked, answer;

const vscode = {
  Disposable: { from: (...all) => ({ dispose: () => all.forEach((one) => one.dispose()) }) },
  ViewColumn: { Beside: -2 },
  workspace: {
    onDidChangeTextDocument: (listener) => ((listeners.change = listener), disposable()),
    onDidSaveTextDocument: (listener) => ((listeners.save = listener), disposable()),
  },
  window: { activeTextEditor: { document }, createWebviewPanel: () => (panel = new Panel()) },
};

class Panel {
  webview = { html: "" };
  title = "";
  reveal() {}
  onDidDispose(listener) {
    this.listener = listener;
  }
  dispose() {
    this.listener();
  }
}

const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? vscode : load(name, ...rest));
const { Preview } = require("../out/preview.js");

const client = {
  code2ProtocolConverter: { asUri: (uri) => uri.toString() },
  async sendRequest(method, given) {
    asked.push({ method, ...given });
    const meant = answer;
    await settled();
    return meant();
  },
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const page = (number, html, problem = null) => ({ stamp: `stamp ${number}`, title: "Street", html, problem });

async function until(condition) {
  while (!condition()) {
    await settled();
  }
}

beforeEach(() => {
  [listeners, asked] = [{}, []];
  answer = () => page(1, "<head>one</head>");
  preview = new Preview(() => client);
});
afterEach(() => preview.dispose());

test("it shows the page, with what keeps its address first", async () => {
  answer = () => page(1, "<html><head>$&</head></html>");
  await preview.open();
  assert.deepEqual(asked, [{ method: "argmap/page", uri: "file:///a.yaml", known: undefined }]);
  assert.match(panel.webview.html, /^<html><head><script>[^]*const map = "file:\/\/\/a.yaml"[^]*<\/script>\$&<\/head>/);
  assert.equal(panel.title, "Street");
});

test("it waits until typing pauses, and asks once", async () => {
  await preview.open();
  answer = () => page(2, "<head>two</head>");
  listeners.change({ document });
  listeners.change({ document });
  assert.equal(asked.length, 1);
  await until(() => panel.webview.html.includes("two"));
  assert.equal(asked.length, 2);
});

test("what is saved while it asks is asked for once more", async () => {
  await preview.open();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  answer = () => held;
  listeners.save(document);
  await until(() => asked.length === 2);
  answer = () => page(2, "<head>two</head>");
  listeners.save(document);
  await settled();
  listeners.save(document);
  await settled();
  release(page(1, null));
  await until(() => panel.webview.html.includes("two"));
  assert.equal(asked.length, 3);
  assert.equal(asked[2].known, "stamp 1");
});

test("the last page stays while the map has errors", async () => {
  await preview.open();
  const before = panel.webview.html;
  answer = () => page(2, null, "a.yaml:1:1: bad");
  listeners.save(document);
  await until(() => panel.title === "argmap: not up to date");
  assert.equal(panel.webview.html, before);
  answer = () => page(1, null);
  listeners.save(document);
  await until(() => panel.title === "Street");
});

test("without a page it says why there is none, and as text", async () => {
  answer = () => page(1, null, "a.yaml:1:1: <b>bad</b>");
  await preview.open();
  assert.match(panel.webview.html, /&lt;b>bad&lt;\/b>/);
  answer = () => null;
  listeners.save(document);
  await until(() => panel.webview.html.includes("belongs to no map"));
});

test("other files, and a panel that was closed, ask for nothing", async () => {
  await preview.open();
  listeners.save({ languageId: "python" });
  panel.dispose();
  listeners.save(document);
  await settled();
  await settled();
  assert.equal(asked.length, 1);
});
