// Relay and @defer: node defer-relay.mjs ADDRESS SLUG. Compiles relay/page.js against the gateway's schema, and prints
// each state of the page as JSON.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import relay from 'relay-runtime';

import { inParts } from './relay-network.mjs';

const [url, slug] = process.argv.slice(2);
writeFileSync('schema.graphql', await (await fetch(url + '/schema')).text());
execFileSync('../node_modules/.bin/relay-compiler', ['relay.config.json'], { cwd: 'relay' });
const generated = async (name) => (await import(`./relay/__generated__/${name}.graphql.js`)).default;

const { Environment, Network, RecordSource, Store, createOperationDescriptor, getSingularSelector } = relay;
const environment = new Environment({ network: Network.create(inParts(url)), store: new Store(new RecordSource()) });
const operation = createOperationDescriptor(await generated('pageQuery'), { slug });
const [beside, share] = [await generated('page_beside'), await generated('page_share')];

// What components show: the page itself, and of each fragment what is there.
const shown = (fragment, page) => {
  const { data, isMissingData } = environment.lookup(getSingularSelector(fragment, page));
  return isMissingData ? {} : data;
};
const page = () => {
  const { article } = environment.lookup(operation.fragment).data;
  return { article: { id: article.id, headline: article.headline, ...shown(beside, article), ...shown(share, article) } };
};
const states = [];
await new Promise((complete, error) => {
  environment.execute({ operation }).subscribe({ next: () => states.push(page()), complete, error });
});
console.log(JSON.stringify(states));
