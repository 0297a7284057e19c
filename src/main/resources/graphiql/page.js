'use strict';

// Tabs are remembered, so that nobody loses work; this brings the lessons back.
if (location.search === '?lessons') {
	localStorage.removeItem('graphiql:tabState');
	history.replaceState(null, '', location.pathname);
}

const e = React.createElement;

function title() {
	return e(GraphiQL.Logo, null,
		e('span', {className: 'broadsheet'},
			e('strong', null, 'Broadsheet'),
			e('a', {href: '/graphiql?lessons', title: 'Open the lessons’ tabs again'}, 'Lessons')));
}

function page(lessons) {
	return e(GraphiQL, {
		fetcher: GraphiQL.createFetcher({url: '/graphql'}),
		defaultTabs: lessons,
		defaultEditorToolsVisibility: 'variables',
		isHeadersEditorEnabled: false,
		shouldPersistHeaders: false
	}, title());
}

fetch('/graphiql/lessons')
	.then(response => response.json())
	.then(lessons => ReactDOM.createRoot(document.getElementById('graphiql')).render(page(lessons)));
