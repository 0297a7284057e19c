'use strict';

const e = React.createElement;

// Who is reading. The browser keeps the session in a cookie that no script can read, and the gateway heeds it only where
// a request says by this header that it means to be in a session: to read with a reader's eyes is to leave it out.
const session = (() => {
	const IN_SESSION = {'X-Broadsheet-Session': '1'};
	const listeners = new Set();
	let state = {name: null, permissions: [], development: false, issuer: false, asReader: false, message: failure()};

	// What went wrong at the issuer is said by the address that it led back to.
	function failure() {
		const reasons = {
			denied: 'The issuer did not sign you in.',
			failed: 'The issuer’s token could not be accepted; the gateway’s log says why.',
			unknown: 'That sign-in did not begin in this browser, or took too long. Please try again.'
		};
		const reason = reasons[new URLSearchParams(location.search).get('sign-in')];
		if (reason) {
			history.replaceState(null, '', location.pathname);
		}
		return reason || null;
	}

	function become(changes) {
		state = {...state, ...changes};
		listeners.forEach(listener => listener());
	}

	async function call(method, path = '', body) {
		try {
			const response = await fetch('/graphiql/session' + path, {
				method,
				headers: body ? {...IN_SESSION, 'Content-Type': 'application/json'} : IN_SESSION,
				body: body && JSON.stringify(body)
			});
			const answer = await response.json();
			return response.ok ? answer : {message: answer.message || 'The gateway refused it.'};
		}
		catch (failed) {
			return {message: 'The gateway does not answer.'};
		}
	}

	async function change(method, path, body) {
		become({message: null, asReader: false, ...await call(method, path, body)});
	}

	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async load() {
			become(await call('GET'));
		},
		async fetch(url, options = {}) {
			if (!state.name || state.asReader) {
				return fetch(url, options);
			}
			const response = await fetch(url, {...options, headers: {...options.headers, ...IN_SESSION}});
			if (response.status === 401) {
				await session.load();
				become({message: 'Your session has ended. Please sign in again.'});
			}
			return response;
		},
		readAsReader: asReader => become({asReader}),
		signInForDevelopment: () => change('POST', '/development'),
		signInWithToken: token => change('POST', '', {token}),
		async signInWithIssuer() {
			const answer = await call('POST', '/issuer');
			if (answer.location) {
				location.assign(answer.location);
			}
			become({message: answer.message});
		},
		signOut: () => change('DELETE')
	};
})();

function ReadingAs() {
	const state = React.useSyncExternalStore(session.subscribe, session.state);
	const [open, setOpen] = React.useState(Boolean(state.message));
	const reader = state.asReader || !state.name;
	return e('div', {className: 'reading-as', onKeyDown: event => event.key === 'Escape' && setOpen(false)},
		e('button', {type: 'button', 'aria-expanded': open, 'aria-controls': 'sign-in', onClick: () => setOpen(!open)},
			'Reading as: ', e('strong', null, reader ? 'a reader' : state.name)),
		open && e('div', {id: 'sign-in', role: 'dialog', 'aria-label': 'Who is reading'},
			state.message && e('p', {role: 'alert'}, state.message),
			state.name ? e(SignedIn, {state}) : e(SignIn, {state})));
}

function SignedIn({state}) {
	return e(React.Fragment, null,
		e('p', null, e('strong', null, state.name), ' may ', state.permissions.join(', ') || 'read', '.'),
		e('button', {type: 'button', onClick: () => session.readAsReader(!state.asReader)},
			state.asReader ? 'Read as ' + state.name + ' again' : 'Read with a reader’s eyes'),
		e('button', {type: 'button', onClick: session.signOut}, 'Sign out'));
}

function SignIn({state}) {
	const [token, setToken] = React.useState('');
	const submit = event => {
		event.preventDefault();
		session.signInWithToken(token);
	};
	return e(React.Fragment, null,
		state.development && e('button', {type: 'button', onClick: session.signInForDevelopment},
			'Sign in as Development Editor'),
		state.issuer && e('button', {type: 'button', onClick: session.signInWithIssuer}, 'Sign in with the newsroom’s account'),
		e('form', {onSubmit: submit},
			e('label', {htmlFor: 'token'}, 'A token'),
			e('textarea', {id: 'token', rows: 3, value: token, required: true, spellCheck: false, autoComplete: 'off',
				onChange: event => setToken(event.target.value)}),
			e('button', {type: 'submit'}, 'Sign in with it')));
}
