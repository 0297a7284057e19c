// GraphQL-ESLint's recommended rules for schemas and its rules for Relay.
import graphql from '@graphql-eslint/eslint-plugin';

const rule = (name, ...setting) => [`@graphql-eslint/${name}`, setting.length > 1 ? setting : setting[0]];

export default [
  {
    files: ['schema.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema.graphql' } } },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      ...Object.fromEntries([
        // Short descriptions stand in one line, long ones in a block: the printer decides.
        rule('description-style', 'off'),
        // Nodes have ids. What is a part of one, a list of them or what a mutation says is a value and has none.
        rule('strict-id-in-types', 'off'),
        // A byline or the blocks of a text are short and always wanted whole: no pages of them. Entries of a history
        // are edges' nodes, but cannot be fetched by an id.
        rule('relay-edge-types', 'error', {
          withEdgeSuffix: true,
          shouldImplementNode: false,
          listTypeCanWrapOnlyEdgeType: false,
        }),
        // Searches, drafts and histories are read from their beginnings: they have first and after alone.
        rule('relay-arguments', 'error', { includeBoth: false }),
        // A revision's number is called what editors call it.
        rule('no-typename-prefix', 'off'),
        // Date is there for clients' generators and for the content that newsrooms add.
        rule('no-unreachable-types', 'off'),
      ]),
    },
  },
];
