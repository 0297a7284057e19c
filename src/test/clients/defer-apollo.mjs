// Apollo Client and @defer: node defer-apollo.mjs ADDRESS SLUG HANDLER, the handler being Defer20220824Handler or
// GraphQL17Alpha9Handler. Prints each state of the page as JSON.
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import * as incremental from '@apollo/client/incremental';

const [uri, slug, handler] = process.argv.slice(2);
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: new HttpLink({ uri }),
  incrementalHandler: new incremental[handler](),
});
const query = gql`
  query Page($slug: String!) {
    article(by: { slug: $slug }) {
      id
      headline
      ...Beside @defer
      ... @defer { share { total } }
    }
  }
  fragment Beside on Article {
    related(first: 2) { article { id headline } }
  }
`;
const states = [];
await new Promise((resolve, reject) => {
  client.watchQuery({ query, variables: { slug } }).subscribe({
    next: ({ data, loading, error }) => {
      if (error) {
        reject(error);
      }
      if (data) {
        states.push(data);
      }
      if (!loading && data?.article?.share) {
        resolve();
      }
    },
    error: reject,
  });
});
console.log(JSON.stringify(states));
process.exit();
