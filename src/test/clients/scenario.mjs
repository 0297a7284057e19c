// What every client is tried with: a query, a document that is wrong, and a subscription that hears mutations.

/** Asks once, with a client of graphql-ws or graphql-sse. */
function ask(client, query, variables) {
  return new Promise((resolve, reject) => {
    let result;
    client.subscribe({ query, variables }, {
      next: (value) => (result = value),
      error: reject,
      complete: () => resolve(result),
    });
  });
}

const SHARE = 'mutation ($input: ShareRecordInput!) { shareRecord(input: $input) { share { total } } }';

/** Plays it, and prints what was heard as one line of JSON. */
export async function play(client, name, articleId) {
  let shares = 0;
  const share = async () => {
    const input = { articleId, channel: 'X', idempotencyKey: `${name}-${++shares}` };
    return (await ask(client, SHARE, { input })).data.shareRecord.share.total;
  };

  const answer = await ask(client, '{ __typename }');
  const wrong = await ask(client, '{ nonsense }').catch((errors) => ({ errors }));

  const listening = client.iterate({ query: `subscription { sharesChanged(articleId: "${articleId}") { total } }` });
  const heard = async () => (await listening.next()).value.data.sharesChanged.total;
  const first = heard();
  let isHeard = false;
  first.then(() => (isHeard = true));
  while (!isHeard) {
    await share();
  }
  let last = await first;
  while (last < shares) {
    const next = await heard();
    if (next <= last) {
      throw new Error(`${next} was heard after ${last}`);
    }
    last = next;
  }
  const shared = await share();
  const then = await heard();
  await listening.return();

  console.log(JSON.stringify({ answer, code: wrong.errors[0].extensions.code, shared, heard: then }));
}
