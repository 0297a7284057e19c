// The audits of the npm package graphql-http, MUST, SHOULD and MAY: node audits.mjs ADDRESS
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2], fetchFn: fetch });
const failed = results.filter(({ status }) => status !== 'ok');
failed.forEach(({ status, name, reason }) => console.error(`${status}: ${name}: ${reason}`));
console.log(`GraphQL over HTTP: ${results.length - failed.length} of ${results.length} audits`);
process.exit(failed.length > 0 ? 1 : 0);
