// Answers a query over fragments with Comunica, and prints each row as a line of N-Triples terms with tabs between.
// Usage: NODE_PATH=folder/node_modules node comunica.cjs ADDRESS QUERY VARIABLE…
const { QueryEngine } = require("@comunica/query-sparql");

function written(term) {
  if (term === undefined) return "";
  if (term.termType === "NamedNode") return `<${term.value}>`;
  const text = JSON.stringify(term.value);
  if (term.language) return `${text}@${term.language}`;
  const plain = term.datatype.value === "http://www.w3.org/2001/XMLSchema#string";
  return plain ? text : `${text}^^<${term.datatype.value}>`;
}

async function main([address, query, ...variables]) {
  const source = { type: "qpf", value: address };
  const bindings = await new QueryEngine().queryBindings(query, { sources: [source] });
  for (const row of await bindings.toArray()) {
    console.log(variables.map((name) => written(row.get(name))).join("\t"));
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
