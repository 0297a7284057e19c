// Relay's network layer for answers in parts: new Environment({ network: Network.create(inParts(ADDRESS)), … }).
// Relay asks for each part as { label, path, data }, and to be told by extensions.is_final which one is the last.
import relay from 'relay-runtime';

const ACCEPT = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json;q=0.9';

const ofRelay = ({ hasNext = false, incremental, ...whole }) => {
  const parts = incremental ?? (whole.data !== undefined || whole.errors ? [whole] : []);
  return parts.map((part, n) => ({ ...part, extensions: { is_final: !hasNext && n === parts.length - 1 } }));
};

async function* jsonOf(response) {
  if (!response.headers.get('content-type').startsWith('multipart/mixed')) return yield await response.json();
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const pieces = (text + chunk).split('\r\n--graphql');
    text = pieces.pop();
    for (const piece of pieces.filter((piece) => piece.trim())) yield JSON.parse(piece.slice(piece.indexOf('{')));
  }
}

export const inParts = (url) => (request, variables) => relay.Observable.create((sink) => {
  const body = JSON.stringify({ query: request.text, variables });
  const abort = new AbortController();
  fetch(url, { method: 'POST', body, signal: abort.signal, headers: { accept: ACCEPT, 'content-type': 'application/json' } })
    .then(async (response) => { for await (const json of jsonOf(response)) ofRelay(json).forEach((part) => sink.next(part)); })
    .then(() => sink.complete(), (error) => sink.error(error));
  return () => abort.abort();
});
