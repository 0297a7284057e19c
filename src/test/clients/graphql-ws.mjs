// The npm package graphql-ws as a client: node graphql-ws.mjs ADDRESS ARTICLE [TOKEN]
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

import { play } from './scenario.mjs';

const [address, articleId, token] = process.argv.slice(2);
const client = createClient({
  url: address.replace(/^http/, 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: token && { Authorization: `Bearer ${token}` },
  retryAttempts: 0,
});

await play(client, 'graphql-ws', articleId);
await client.dispose();
