// Parses queries with Microsoft's own parser, with the columns of the tables declared, and prints what it objects to.
// node check.js schemas.json QUERY...
const fs = require("fs");
require("@kusto/language-service-next/bridge.min.js");
require("@kusto/language-service-next/Kusto.Language.Bridge.min.js");
const { GlobalState, KustoCode, Symbols } = globalThis.Kusto.Language;
const schemas = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const tables = Object.entries(schemas).filter(([name]) => name !== "about").map(([name, columns]) => Symbols.TableSymbol.From(
  "(" + Object.entries(columns).map(([column, type]) => `['${column}']: ${type}`).join(", ") + ")").WithName(name));
const database = new Symbols.DatabaseSymbol.ctor("Workspace", tables);
const globals = GlobalState.Default.WithDatabase(database);
let objections = 0;
for (const file of process.argv.slice(3)) {
  const found = KustoCode.ParseAndAnalyze(fs.readFileSync(file, "utf8"), globals).GetDiagnostics();
  for (let i = 0; i < found.Count; i++) {
    const one = found.getItem(i);
    objections++;
    console.log(`${file}:${one.Start}: ${one.Code} ${one.Message}`);
  }
}
console.log(`${process.argv.length - 3} queries, ${objections} diagnostics`);
process.exit(objections === 0 ? 0 : 1);
