// Reads a whole event stream with ldes-client, and prints each member as a line: its IRI, and how many quads it has.
// Usage: LDES_CLIENT=folder/node_modules/ldes-client node ldes.mjs ADDRESS
import { pathToFileURL } from "node:url";

const { intoConfig, replicateLDES } = await import(pathToFileURL(`${process.env.LDES_CLIENT}/dist/lib/client.js`));
const client = replicateLDES(intoConfig({ url: process.argv[2] }), "ascending");
const reader = client.stream({ highWaterMark: 10 }).getReader();
for (let read = await reader.read(); !read.done; read = await reader.read()) {
  console.log(`${read.value.id.value}\t${read.value.quads.length}`);
}
