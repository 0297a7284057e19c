// Apollo Client's link for automatic persisted queries, by GET: node persisted-apollo.mjs ADDRESS. Asks twice what
// nobody has asked before, and prints the answers and the requests that they took, as JSON.
import { createHash, randomUUID } from 'node:crypto';

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';

const [uri] = process.argv.slice(2);
const requests = [];
const counting = (address, options) => {
  const sent = options.body ?? decodeURIComponent(address);
  requests.push(`${options.method} ${sent.includes('__typename') ? 'query' : 'hash'}`);
  return fetch(address, options);
};
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([
    new PersistedQueryLink({ sha256, useGETForHashedQueries: true }),
    new HttpLink({ uri, fetch: counting }),
  ]),
});
const query = gql(`query Q${randomUUID().replaceAll('-', '')} { sections { __typename id } }`);
const ask = async () => (await client.query({ query, fetchPolicy: 'network-only' })).data.sections.length;
console.log(JSON.stringify({ answers: [await ask(), await ask()], requests }));
process.exit();
