import * as vscode from "vscode";
import { LanguageClient, Location, Position } from "vscode-languageclient/node";
import { Preview } from "./preview";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const preview = new Preview(() => client);
  context.subscriptions.push(
    preview,
    vscode.commands.registerCommand("argmap.preview", () => preview.open()),
    vscode.commands.registerCommand("argmap.addClaim", () => addRecord("claims", "Claim")),
    vscode.commands.registerCommand("argmap.addRebuttal", () => addRecord("rebuttals", "Rebuttal")),
    vscode.commands.registerCommand("argmap.rename", () => vscode.commands.executeCommand("editor.action.rename")),
    vscode.commands.registerCommand("argmap.restart", restart),
    vscode.commands.registerCommand("argmap.peek", peek),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("argmap.command")) {
        await restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(): Promise<void> {
  const [command, ...args] = vscode.workspace.getConfiguration("argmap").get<string[]>("command", []);
  if (!command) {
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  client = new LanguageClient(
    "argmap",
    "argmap",
    { command, args, options: folder ? { cwd: folder } : undefined },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "untitled", language: "yaml" },
      ],
      initializationOptions: { commands: ["argmap.peek"] },
    },
  );
  try {
    await client.start();
  } catch {
    client = undefined;
    const settings = "Open Settings";
    const chosen = await vscode.window.showErrorMessage(
      `The language server does not start: ${[command, ...args].join(" ")}. ` +
        'Install it with: python -m pip install "argmap[lsp]"',
      settings,
    );
    if (chosen === settings) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "argmap.command");
    }
  }
}

async function restart(): Promise<void> {
  await client?.stop();
  client = undefined;
  await start();
}

/** Shows the places that a lens tells of, as references of the place where it stands. */
async function peek(uri: string, place: Position, locations: Location[]): Promise<void> {
  const converter = client?.protocol2CodeConverter;
  if (converter) {
    await vscode.commands.executeCommand(
      "editor.action.showReferences",
      converter.asUri(uri),
      converter.asPosition(place),
      locations.map((one) => converter.asLocation(one)),
    );
  }
}

/** Puts a snippet at the end of a section of the document, which is begun where it is not there. */
async function addRecord(section: string, name: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const { document } = editor;
  let begun = -1;
  let end = document.lineCount;
  for (let number = 0; number < document.lineCount; number++) {
    const text = document.lineAt(number).text;
    if (begun < 0 && text.startsWith(`${section}:`)) {
      begun = number;
    } else if (begun >= 0 && /^[^\s#-]/.test(text)) {
      end = number;
      break;
    }
  }
  while (end > 0 && document.lineAt(end - 1).isEmptyOrWhitespace) {
    end--;
  }
  const place = end > 0 ? document.lineAt(end - 1).range.end : new vscode.Position(0, 0);
  await editor.edit((edit) => edit.insert(place, (end > 0 ? "\n" : "") + (begun < 0 ? `${section}:\n` : "") + "  "));
  const last = document.positionAt(document.offsetAt(place) + (end > 0 ? 1 : 0) + (begun < 0 ? section.length + 2 : 0) + 2);
  editor.selection = new vscode.Selection(last, last);
  editor.revealRange(new vscode.Range(last, last));
  await vscode.commands.executeCommand("editor.action.insertSnippet", { langId: "yaml", name });
}
