'use strict';

// Subscriptions by server-sent events, which go the way of all other requests: in the same session, refused alike.
// GraphiQL uses it as it would use a client of the package graphql-ws.
const subscriptions = {
	subscribe(request, listener) {
		const stopping = new AbortController();
		listen(request, listener.next, stopping.signal)
			.then(listener.complete, failure => stopping.signal.aborted || listener.error(failure));
		return () => stopping.abort();
	}
};

async function listen(request, next, signal) {
	const response = await session.fetch('/graphql', {
		method: 'POST',
		headers: {'Content-Type': 'application/json', Accept: 'text/event-stream'},
		body: JSON.stringify(request),
		signal
	});
	let unread = '';
	for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
		const events = (unread + text).split('\n\n');
		unread = events.pop();
		for (const event of events) {
			if (event.startsWith('event: complete')) {
				return;
			}
			if (event.startsWith('event: next')) {
				next(JSON.parse(event.slice(event.indexOf('data: ') + 'data: '.length)));
			}
		}
	}
	throw new Error('The gateway has closed the connection. Press play to listen again.');
}
