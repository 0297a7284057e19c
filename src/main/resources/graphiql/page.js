'use strict';

const OWN_TAB = 'editors-lesson:';

// Tabs are remembered, so that nobody loses work; this brings the lessons back.
if (location.search === '?lessons') {
	// GraphiQL would put what it remembers of the tab last open over the first lesson.
	['tabState', 'query', 'variables'].forEach(key => localStorage.removeItem('graphiql:' + key));
	history.replaceState(null, '', location.pathname);
}

function title(editorsLessons) {
	return e(GraphiQL.Logo, null,
		e('span', {className: 'broadsheet'},
			e('strong', null, 'Broadsheet'),
			e('a', {href: '/graphiql?lessons', title: 'Open the lessons’ tabs again'}, 'Lessons'),
			e(ReadingAs),
			e(EditorsTabs, {lessons: editorsLessons})));
}

// GraphiQL fails if its active tab changes while tabs are put in order. What it was told before, by an answer that came or
// by a key that was pressed, is drawn together with what a timer tells; so here are all tabs as they are.
function useSessionAfterTabs() {
	const [state, setState] = React.useState(session.state);
	React.useEffect(() => session.subscribe(() => setTimeout(() => setState(session.state()))), []);
	return state;
}

// Whoever may run the editors' lessons has them in tabs behind the others, and nobody else. What a tab holds when its
// editor becomes a reader waits in this page alone, for the same editor.
function EditorsTabs({lessons}) {
	const {name, permissions, asReader} = useSessionAfterTabs();
	const {tabs, activeTabIndex, moveTab, changeTab} = GraphiQL.React.useEditorContext({nonNull: true});
	const waiting = React.useRef({name: null, tabs: []});
	const granted = asReader ? '' : permissions.join();
	const isAllowed = lesson => !asReader && lesson.permissions.every(permission => permissions.includes(permission));

	function forbidden(tab) {
		const lesson = tab.id.startsWith(OWN_TAB) && lessons.find(lesson => tab.id === OWN_TAB + nameOf(lesson));
		return lesson && !isAllowed(lesson);
	}

	function missing() {
		if (!granted || tabs.some(tab => tab.id.startsWith(OWN_TAB))) {
			return [];
		}
		const kept = waiting.current.name === name ? waiting.current.tabs.filter(tab => !forbidden(tab)) : [];
		return kept.length ? kept : lessons.filter(isAllowed).map(lessonTab);
	}

	// GraphiQL adds only one empty tab at a time, but takes any tabs as a new order that has the active one among them.
	React.useLayoutEffect(() => {
		const added = missing();
		const removed = tabs.filter(forbidden);
		if (removed.length) {
			waiting.current = {name: waiting.current.name, tabs: removed};
		}
		if (granted) {
			waiting.current.name = name;
		}
		if (added.length || removed.length) {
			arrange([...tabs.filter(tab => !forbidden(tab)), ...added]);
		}
	}, [name, granted]);

	function arrange(wanted) {
		const order = wanted.length ? wanted : [emptyTab()];
		if (!order.includes(tabs[activeTabIndex])) {
			moveTab([...tabs, ...order.filter(tab => !tabs.includes(tab))]);
			changeTab(order.length === wanted.length ? tabs.indexOf(order[0]) : tabs.length);
		}
		moveTab(order);
	}

	return null;
}

function nameOf(lesson) {
	return lesson.query.match(/^(?:query|mutation|subscription) (\w+)/m)[1];
}

function lessonTab(lesson) {
	return {...emptyTab(), id: OWN_TAB + nameOf(lesson), title: nameOf(lesson), query: lesson.query,
		variables: lesson.variables};
}

function emptyTab() {
	return {id: 'empty:' + Date.now(), hash: '', title: '<untitled>', query: null, variables: null, headers: null,
		operationName: null, response: null};
}

function page(lessons) {
	return e(GraphiQL, {
		fetcher: GraphiQL.createFetcher({url: '/graphql', fetch: session.fetch, wsClient: subscriptions}),
		defaultTabs: lessons.filter(lesson => !lesson.permissions.length),
		defaultEditorToolsVisibility: 'variables',
		isHeadersEditorEnabled: false,
		shouldPersistHeaders: false
	}, title(lessons.filter(lesson => lesson.permissions.length)));
}

Promise.all([fetch('/graphiql/lessons').then(response => response.json()), session.load()])
	.then(([lessons]) => ReactDOM.createRoot(document.getElementById('graphiql')).render(page(lessons)));
