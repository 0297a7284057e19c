// The npm package graphql-sse as a client: node graphql-sse.mjs ADDRESS ARTICLE
import { createClient } from 'graphql-sse';

import { play } from './scenario.mjs';

const [url, articleId] = process.argv.slice(2);
const client = createClient({ url, retryAttempts: 0 });

await play(client, 'graphql-sse', articleId);
client.dispose();
