import { graphql } from 'relay-runtime';

export const page = graphql`
  query PageQuery($slug: String!, $after: String) {
    article(by: { slug: $slug }) {
      headline
      ...Page_beside @defer
    }
    articles(first: 10, after: $after) @connection(key: "Page_articles") {
      edges { node { id headline } }
    }
  }
`;

export const beside = graphql`
  fragment Page_beside on Article {
    related(first: 3) { article { headline } reasons { kind label } }
  }
`;

export const shared = graphql`
  mutation PageShareMutation($input: ShareRecordInput!) {
    shareRecord(input: $input) { share { total } errors { message } }
  }
`;
