import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What the server answers to `argmap/page`. */
interface Page {
  stamp: string;
  title: string;
  html: string | null;
  problem: string | null;
}

const PAUSE = 300;

/**
 * Keeps the address of the page, which holds all that was chosen in it, when it is drawn anew. It runs before the
 * page, whose own policy lets no other script run after it.
 */
const KEEP_ADDRESS = (map: string) => `<script>(() => {
  const map = ${JSON.stringify(map).replace(/</g, "\\u003c")};
  const api = acquireVsCodeApi();
  const kept = api.getState();
  if (kept && kept.map === map && kept.address) history.replaceState(null, "", kept.address);
  for (const name of ["pushState", "replaceState"]) {
    const original = history[name].bind(history);
    history[name] = (...given) => {
      original(...given);
      api.setState({ map, address: location.hash });
    };
  }
})();</script>`;

/** The panel that shows the page of a map beside the editor, and follows what is typed and saved. */
export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private uri = "";
  private stamp: string | undefined;
  private pause: NodeJS.Timeout | undefined;
  private isAsking = false;
  private isStale = false;
  private readonly listeners: vscode.Disposable[];

  /** @param client gives the language server that runs now, if one does */
  constructor(private readonly client: () => BaseLanguageClient | undefined) {
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.noteChange(document, PAUSE)),
      vscode.workspace.onDidSaveTextDocument((document) => this.noteChange(document, 0)),
    ];
  }

  dispose(): void {
    clearTimeout(this.pause);
    this.panel?.dispose();
    vscode.Disposable.from(...this.listeners).dispose();
  }

  /** Shows the map of the document in the active editor. */
  async open(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) {
      return;
    }
    this.uri = this.client()?.code2ProtocolConverter.asUri(document.uri) ?? document.uri.toString();
    this.stamp = undefined;
    if (this.panel) {
      this.panel.reveal(undefined, true);
    } else {
      this.panel = vscode.window.createWebviewPanel(
        "argmap.preview",
        "argmap",
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true },
      );
      this.panel.onDidDispose(() => (this.panel = undefined));
    }
    await this.update();
  }

  private noteChange(document: vscode.TextDocument, wait: number): void {
    if (this.panel && document.languageId === "yaml") {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => void this.update(), wait);
    }
  }

  /** Asks for the page, one at a time, until it is that of the text as it stands. */
  private async update(): Promise<void> {
    this.isStale = true;
    if (this.isAsking) {
      return;
    }
    this.isAsking = true;
    try {
      while (this.isStale && this.panel) {
        this.isStale = false;
        const asked = this.uri;
        const page = await this.client()?.sendRequest<Page | null>("argmap/page", { uri: asked, known: this.stamp });
        if (asked === this.uri) {
          this.show(page ?? null);
        }
      }
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error));
    } finally {
      this.isAsking = false;
    }
  }

  private show(page: Page | null): void {
    if (!this.panel) {
      return;
    }
    if (!page) {
      this.tell("This file belongs to no map.");
    } else if (page.problem !== null) {
      this.tell(page.problem);
    } else if (page.html !== null) {
      this.stamp = page.stamp;
      this.panel.title = page.title || "argmap";
      this.panel.webview.html = page.html.replace("<head>", () => `<head>${KEEP_ADDRESS(this.uri)}`);
    } else {
      this.panel.title = page.title || "argmap";
    }
  }

  /** Says why there is no new page; the last one stays where there is one. */
  private tell(problem: string): void {
    if (!this.panel) {
      return;
    }
    this.panel.title = "argmap: not up to date";
    if (this.stamp === undefined) {
      const shown = problem.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
      this.panel.webview.html = `<!DOCTYPE html><html lang="en"><head>${policy}</head><body><p>${shown}</p></body></html>`;
    }
  }
}
