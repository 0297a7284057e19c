'use strict';

// Tabs are remembered, so that nobody loses work; this brings the lessons back.
if (location.search === '?lessons') {
	localStorage.removeItem('graphiql:tabState');
	history.replaceState(null, '', location.pathname);
}

function title() {
	return e(GraphiQL.Logo, null,
		e('span', {className: 'broadsheet'},
			e('strong', null, 'Broadsheet'),
			e('a', {href: '/graphiql?lessons', title: 'Open the lessons’ tabs again'}, 'Lessons'),
			e(ReadingAs)));
}

function page(lessons) {
	return e(GraphiQL, {
		fetcher: GraphiQL.createFetcher({url: '/graphql', fetch: session.fetch}),
		defaultTabs: lessons,
		defaultEditorToolsVisibility: 'variables',
		isHeadersEditorEnabled: false,
		shouldPersistHeaders: false
	}, title());
}

Promise.all([fetch('/graphiql/lessons').then(response => response.json()), session.load()])
	.then(([lessons]) => ReactDOM.createRoot(document.getElementById('graphiql')).render(page(lessons)));
