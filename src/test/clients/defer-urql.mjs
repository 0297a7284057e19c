// urql and @defer: node defer-urql.mjs ADDRESS SLUG. Prints each state of the page as JSON.
import { Client, fetchExchange, gql } from '@urql/core';

const [url, slug] = process.argv.slice(2);
const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
const query = gql`
  query Page($slug: String!) {
    article(by: { slug: $slug }) {
      id
      headline
      ... on Article @defer { related(first: 2) { article { id headline } } }
      ... @defer { share { total } }
    }
  }
`;
const states = [];
await new Promise((resolve, reject) => {
  client.query(query, { slug }).subscribe(({ data, error, hasNext }) => {
    if (error) {
      reject(error);
    }
    states.push(data);
    if (!hasNext) {
      resolve();
    }
  });
});
console.log(JSON.stringify(states));
process.exit();
